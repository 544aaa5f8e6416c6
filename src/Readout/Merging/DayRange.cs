using System.Globalization;

namespace Readout.Merging;

/// <summary>The days from <paramref name="First"/> to <paramref name="Last"/>, both within.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, not before the first.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Number of days, at least 1.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Days between two ranges; 0 where they share a day.</summary>
    public int Gap(DayRange other) => Math.Max(0, Math.Max(First.DayNumber - other.Last.DayNumber, other.First.DayNumber - Last.DayNumber));

    /// <summary>The days of an EDTF day, month, year, ISO week (<c>2006-W51</c>) or interval of them; null for all else.</summary>
    public static DayRange? Parse(string? time)
    {
        if (time is null)
        {
            return null;
        }

        int slash = time.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return Single(time[..slash]) is { } from && Single(time[(slash + 1)..]) is { } to && to.Last >= from.First ? new DayRange(from.First, to.Last) : null;
        }

        return Single(time);
    }

    private static DayRange? Single(string time)
    {
        // A moment counts as its day.
        string day = time.Length > 10 ? time[..10] : time;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly exact))
        {
            return new DayRange(exact, exact);
        }

        if (DateOnly.TryParseExact(time + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
        {
            return new DayRange(month, month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1));
        }

        bool isWeek = time.Length == 8 && time[4] == '-' && time[5] == 'W';
        if (!int.TryParse(time.AsSpan(0, Math.Min(4, time.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1 or > 9998)
        {
            return null;
        }

        if (isWeek && int.TryParse(time.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out int week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
        {
            DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            return new DayRange(monday, monday.AddDays(6));
        }

        return time.Length == 4 ? new DayRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
    }
}

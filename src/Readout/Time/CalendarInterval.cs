using System.Globalization;

namespace Readout.Time;

/// <summary>The days that a TIMEX3 or ISO 8601 value covers.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive.</param>
public readonly record struct CalendarInterval(DateOnly First, DateOnly Last)
{
    /// <summary>Number of days covered, at least 1.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>
    /// Reads a day, week, weekend, month, year or <c>a/b</c> interval, with or without a time of day; false for every other value
    /// (durations, seasons, open intervals, references to the present).
    /// </summary>
    public static bool TryParse(string? value, out CalendarInterval interval)
    {
        interval = default;
        if (string.IsNullOrEmpty(value) || value.Length > 80)
        {
            return false;
        }

        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return TryParseOne(value, out interval);
        }

        if (!TryParseOne(value[..slash], out CalendarInterval first) || !TryParseOne(value[(slash + 1)..], out CalendarInterval last) || last.Last < first.First)
        {
            return false;
        }

        interval = new CalendarInterval(first.First, last.Last);
        return true;
    }

    private static bool TryParseOne(string value, out CalendarInterval interval)
    {
        interval = default;
        int time = value.IndexOf('T', StringComparison.Ordinal);
        ReadOnlySpan<char> date = time < 0 ? value : value.AsSpan(0, time);
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            interval = new CalendarInterval(day, day);
            return true;
        }

        if (date.Length is 4 or 7 or 8 or 11 && int.TryParse(date[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and < 9999)
        {
            return date.Length switch
            {
                4 => Make(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), out interval),
                7 when int.TryParse(date[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 && date[4] == '-' =>
                    Make(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), out interval),
                _ => TryParseWeek(date, year, out interval),
            };
        }

        return false;
    }

    // 2006-W49 or, for the weekend, 2006-W49-WE.
    private static bool TryParseWeek(ReadOnlySpan<char> date, int year, out CalendarInterval interval)
    {
        interval = default;
        if (date.Length < 8 || date[4] != '-' || date[5] != 'W' || !int.TryParse(date[6..8], NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        if (date.Length == 8)
        {
            return Make(monday, monday.AddDays(6), out interval);
        }

        return date[8..].SequenceEqual("-WE") && Make(monday.AddDays(5), monday.AddDays(6), out interval);
    }

    private static bool Make(DateOnly first, DateOnly last, out CalendarInterval interval)
    {
        interval = new CalendarInterval(first, last);
        return true;
    }
}

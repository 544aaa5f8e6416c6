using System.Globalization;

namespace Readout.Store;

/// <summary>The calendar prefix that a time is sorted under.</summary>
public static class SortDay
{
    /// <summary>
    /// The leading <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c> of an ISO 8601, EDTF or TIMEX3 time (of an interval its start);
    /// empty where it has none. A week (<c>2023-W49</c>) gives the month of its Thursday, by which ISO 8601 counts weeks: no day is made up.
    /// </summary>
    public static string Of(string? time)
    {
        int length = DigitsAt(time, 0, 4) ? 4 : 0;
        if (length == 4 && DigitsAt(time, 5, 2) && time![4] == '-')
        {
            length = DigitsAt(time, 8, 2) && time[7] == '-' ? 10 : 7;
        }

        if (length == 4 && Week(time!) is { } monday)
        {
            return monday.AddDays(3).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }

        return length == 0 ? "" : time![..length];
    }

    /// <summary>The Monday of a week such as <c>2023-W49</c>; null for every other time.</summary>
    public static DateOnly? Week(string? time)
    {
        if (time is not { Length: >= 8 } || !DigitsAt(time, 0, 4) || time[4] != '-' || time[5] != 'W' || !DigitsAt(time, 6, 2))
        {
            return null;
        }

        int year = int.Parse(time.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int week = int.Parse(time.AsSpan(6, 2), CultureInfo.InvariantCulture);
        return year >= 1 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? ISOWeek.ToDateOnly(year, week, DayOfWeek.Monday) : null;
    }

    private static bool DigitsAt(string? text, int start, int count)
    {
        if (text is null || text.Length < start + count)
        {
            return false;
        }

        for (int i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;

namespace Readout.Time;

/// <summary>A run of days on the calendar. <c>default</c> is the legal single day 0001-01-01.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive; never before <paramref name="First"/>.</param>
/// <param name="Precision">Unit that the interval was named by.</param>
public readonly record struct TimeInterval(DateOnly First, DateOnly Last, TimePrecision Precision)
{
    /// <summary>
    /// The days of a TIMEX3 or EDTF value: <c>2006-12-18</c>, <c>2006-12-18TMO</c>, <c>2006-12</c>, <c>2006-W51</c>, <c>2006-Q4</c>,
    /// <c>2006-SU</c>, <c>2006-H2</c>, <c>2006</c>, <c>199X</c>, <c>19XX</c>, and two of them joined by a slash.
    /// Null where the value names no days of the years 1 to 9998.
    /// </summary>
    public static TimeInterval? OfValue(string? value)
    {
        if (value is null)
        {
            return null;
        }

        int slash = value.IndexOf('/');
        if (slash >= 0)
        {
            return OfValue(value[..slash]) is { } first && OfValue(value[(slash + 1)..]) is { } last && last.Last >= first.First
                ? new TimeInterval(first.First, last.Last, first.Precision)
                : null;
        }

        if (value.Length < 4 || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[1]))
        {
            return null;
        }

        if (value.Length == 4 && value[3] == 'X')
        {
            return OfRoundYears(value);
        }

        if (!TryNumber(value, 0, 4, out int year) || year is < 1 or > 9998)
        {
            return null;
        }

        return value.Length == 4 ? OfYear(year) : value[4] == '-' ? OfPart(year, value.AsSpan(5)) : null;
    }

    private static TimeInterval? OfRoundYears(string value)
    {
        if (value[2] == 'X')
        {
            return TryNumber(value, 0, 2, out int century) && century is > 0 and < 99
                ? Months(new DateOnly(century * 100, 1, 1), 1200, TimePrecision.Century)
                : null;
        }

        return TryNumber(value, 0, 3, out int decade) && decade is > 0 and < 999
            ? Months(new DateOnly(decade * 10, 1, 1), 120, TimePrecision.Decade)
            : null;
    }

    private static TimeInterval OfYear(int year) => Months(new DateOnly(year, 1, 1), 12, TimePrecision.Year);

    private static TimeInterval? OfPart(int year, ReadOnlySpan<char> part)
    {
        switch (part)
        {
            case "SP":
                return Months(new DateOnly(year, 3, 1), 3, TimePrecision.Season);
            case "SU":
                return Months(new DateOnly(year, 6, 1), 3, TimePrecision.Season);
            case "FA":
                return Months(new DateOnly(year, 9, 1), 3, TimePrecision.Season);
            case "WI":
                return Months(new DateOnly(year, 12, 1), 3, TimePrecision.Season);
            case ['Q', >= '1' and <= '4']:
                return Months(new DateOnly(year, (3 * (part[1] - '1')) + 1, 1), 3, TimePrecision.Quarter);
            case ['H', >= '1' and <= '2']:
                return Months(new DateOnly(year, (6 * (part[1] - '1')) + 1, 1), 6, TimePrecision.HalfYear);
            case ['W', _, _, ..]:
                return OfWeek(year, part);
            default:
                return OfMonth(year, part);
        }
    }

    private static TimeInterval? OfWeek(int year, ReadOnlySpan<char> part)
    {
        if (!int.TryParse(part.Slice(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return part[3..] is "-WE"
            ? new TimeInterval(monday.AddDays(5), monday.AddDays(6), TimePrecision.Weekend)
            : new TimeInterval(monday, monday.AddDays(6), TimePrecision.Week);
    }

    private static TimeInterval? OfMonth(int year, ReadOnlySpan<char> part)
    {
        if (part.Length < 2 || !int.TryParse(part[..2], NumberStyles.None, CultureInfo.InvariantCulture, out int month) || month is < 1 or > 12)
        {
            return null;
        }

        if (part.Length == 2 || part is [_, _, '-', 'X', 'X'])
        {
            return Months(new DateOnly(year, month, 1), 1, TimePrecision.Month);
        }

        if (part.Length < 5 || part[2] != '-' || !int.TryParse(part.Slice(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return new TimeInterval(date, date, TimePrecision.Day);
    }

    private static TimeInterval Months(DateOnly first, int count, TimePrecision precision) =>
        new(first, first.AddMonths(count).AddDays(-1), precision);

    private static bool TryNumber(string value, int start, int length, out int number)
    {
        number = 0;
        return value.Length >= start + length
            && int.TryParse(value.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}

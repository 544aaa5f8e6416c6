namespace Readout.Sources.Dates;

/// <summary>
/// Finds calendar dates in metadata values, addresses and page text: ISO 8601, RFC 822, numeric forms and month names. One pass, no backtracking
/// beyond the date at hand; thread-safe. Dates before 1950 or that no calendar holds are passed over.
/// </summary>
public sealed class DateScanner(DateLexicon lexicon)
{
    private const int EarliestYear = 1950;
    private const int LatestYear = 2099;

    /// <summary>The first date of a text; null where it has none.</summary>
    /// <param name="text">At most the first thousand characters are read.</param>
    /// <param name="monthFirst">How an ambiguous 04/05/2020 is read.</param>
    public FoundDate? First(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        text = text[..Math.Min(text.Length, 1000)];
        for (int i = 0; i < text.Length; i++)
        {
            bool opensToken = char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));
            if (!opensToken)
            {
                continue;
            }

            var scan = new Scan(text, i, lexicon);
            DateOnly? day = char.IsAsciiDigit(text[i]) ? FromNumber(ref scan, monthFirst) : FromMonthName(ref scan);
            if (day is { } found)
            {
                (TimeOnly? time, TimeSpan? offset) = TimeAfter(ref scan);
                return new FoundDate(new PublicationTime(found, time, offset), i, scan.Position);
            }
        }

        return null;
    }

    private static DateOnly? FromNumber(ref Scan scan, bool monthFirst)
    {
        if (!scan.Number(out int first, out int digits))
        {
            return null;
        }

        return digits switch
        {
            8 => Day(first / 10000, first / 100 % 100, first % 100),
            14 => null,
            4 => YearFirst(ref scan, first),
            1 or 2 => DayOrMonthFirst(ref scan, first, monthFirst),
            _ => null,
        };
    }

    private static DateOnly? YearFirst(ref Scan scan, int year)
    {
        char separator = scan.Take("-/._");
        if (separator == '\0' || !scan.Number(out int month, out int monthDigits) || monthDigits > 2
            || scan.Take("-/._") != separator || !scan.Number(out int day, out int dayDigits) || dayDigits > 2)
        {
            return null;
        }

        return Day(year, month, day) ?? Day(year, day, month);
    }

    private static DateOnly? DayOrMonthFirst(ref Scan scan, int first, bool monthFirst)
    {
        scan.SkipOrdinal();
        char separator = scan.Take("./-");
        scan.SkipSpaces();
        separator = separator == '\0' ? scan.Take("|") : separator;
        scan.SkipSpaces();
        if (scan.MonthName(out int named))
        {
            return scan.YearAfterMonth(out int year) ? Day(year, named, first) : null;
        }

        if (separator == '\0' || !scan.Number(out int second, out int secondDigits) || secondDigits > 2)
        {
            return null;
        }

        scan.SkipSpaces();
        if (scan.Take("./-|") != separator)
        {
            return null;
        }

        scan.SkipSpaces();
        if (!scan.Number(out int last, out int lastDigits) || lastDigits is not (2 or 4) || scan.IsInsideNumber)
        {
            return null;
        }

        int full = lastDigits == 4 ? last : last < 70 ? 2000 + last : 1900 + last;
        bool readsMonthFirst = monthFirst && separator == '/' && first <= 12;
        return readsMonthFirst ? Day(full, first, second) ?? Day(full, second, first) : Day(full, second, first) ?? Day(full, first, second);
    }

    private static DateOnly? FromMonthName(ref Scan scan)
    {
        if (!scan.MonthName(out int month))
        {
            return null;
        }

        scan.Take(".");
        scan.SkipSpaces();
        if (!scan.Number(out int day, out int digits) || digits > 2)
        {
            return null;
        }

        scan.SkipOrdinal();
        scan.Take(",");
        scan.SkipSpaces();
        return scan.Number(out int year, out int yearDigits) && yearDigits == 4 ? Day(year, month, day) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static (TimeOnly? Time, TimeSpan? Offset) TimeAfter(ref Scan scan)
    {
        Scan ahead = scan;
        ahead.SkipToTime();
        if (!ahead.Number(out int hour, out int digits) || digits > 2 || hour > 23 || ahead.Take(":.h") == '\0'
            || !ahead.Number(out int minute, out int minuteDigits) || minuteDigits != 2 || minute > 59)
        {
            return (null, null);
        }

        int second = 0;
        if (ahead.Take(":") != '\0' && ahead.Number(out int seconds, out _))
        {
            second = seconds < 60 ? seconds : 0;
            ahead.SkipFraction();
        }

        hour = ahead.TwelveHours(hour);
        TimeSpan? offset = ahead.Zone();
        scan = ahead;
        return (new TimeOnly(hour, minute, second), offset);
    }
}

using System.Globalization;
using Readout.Text;

namespace Readout.Time;

/// <summary>Days with a name of their own and the day of the year that each falls on; from <c>data/time/named-days.tsv</c>.</summary>
internal sealed class NamedDays
{
    private readonly List<Rule> _rules = [];
    private readonly List<string> _phrases = [];

    /// <summary>The names in lower case, atoms separated by spaces.</summary>
    public IReadOnlyList<string> Phrases => _phrases;

    /// <summary>Reads the file.</summary>
    public static NamedDays Load(string path)
    {
        var days = new NamedDays();
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            days._phrases.Add(cells[0].Replace("'s", "' s", StringComparison.Ordinal));
            days._rules.Add(Parse(cells[1]) ?? throw new InvalidDataException(
                $"{path}: '{cells[0]}': expected MM-DD, MM/N/W or EASTER+N, found '{cells[1]}'"));
        }

        return days;
    }

    /// <summary>The day in a year of 1583 to 9998.</summary>
    public DateOnly InYear(int named, int year)
    {
        Rule rule = _rules[named];
        if (rule.Month == 0)
        {
            return Easter(year).AddDays(rule.Offset);
        }

        if (rule.Weekday == 0)
        {
            return new DateOnly(year, rule.Month, Math.Min(rule.Day, DateTime.DaysInMonth(year, rule.Month)));
        }

        var first = new DateOnly(year, rule.Month, 1);
        int ahead = ((rule.Weekday % 7) - (int)first.DayOfWeek + 7) % 7;
        DateOnly day = first.AddDays(ahead + (7 * (rule.Day - 1)));
        return (day.Month == rule.Month ? day : day.AddDays(-7)).AddDays(rule.Offset);
    }

    // The Gregorian computus in the form of Meeus, Astronomical Algorithms (1991), chapter 8.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static Rule? Parse(string text)
    {
        if (text.StartsWith("EASTER", StringComparison.Ordinal))
        {
            return Number(text.AsSpan(6)) is { } offset ? new Rule(0, 0, 0, offset) : null;
        }

        if (text.Length == 5 && text[2] == '-')
        {
            return Number(text.AsSpan(0, 2)) is { } month && Number(text.AsSpan(3)) is { } day ? new Rule(month, day, 0, 0) : null;
        }

        string[] parts = text.Split('/', '+');
        return parts.Length >= 3 && Number(parts[0]) is { } inMonth && Number(parts[1]) is { } nth && Number(parts[2]) is { } weekday
            ? new Rule(inMonth, nth, weekday, parts.Length > 3 ? Number(parts[3]) ?? 0 : 0)
            : null;
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private readonly record struct Rule(int Month, int Day, int Weekday, int Offset);
}

using System.Globalization;

namespace Readout.Time;

/// <summary>What earlier expressions of the same text left behind for later ones to hang on.</summary>
internal sealed class TimeContext
{
    /// <summary>Day of the report; null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>True where the text tells a history: dates without a year belong to the time told of, not to the report's.</summary>
    public bool IsHistory { get; init; }

    /// <summary>The calendar time named last, if any.</summary>
    public TimeInterval? Last { get; private set; }

    /// <summary>Number of the atom after the expression that named <see cref="Last"/>.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Month of the day named last where only a list of days stands in between, as in "April 2 and 3"; else null.</summary>
    public DateOnly? ListDay { get; private set; }

    /// <summary>The quarter that the text reports on: the last one named outright, not as "the year-ago quarter"; null where none was.</summary>
    public DateOnly? Quarter { get; private set; }

    /// <summary>Keeps what an expression named.</summary>
    public void Remember(TimeExpression expression, TimeMatch match)
    {
        int end = match.End;
        string? value = expression.Value;
        TimeInterval? interval = value is not null && value.StartsWith("BC", StringComparison.Ordinal) ? BeforeChrist(value) : expression.Interval;
        if (interval is { } named)
        {
            Last = named;
            if (named.Precision == TimePrecision.Quarter && match.Rule.Operation is TimeOperation.Quarter or TimeOperation.Unit && match.Or(TimeKey.Shift, 0) != -5)
            {
                Quarter = named.First;
            }

            LastEnd = end;
            ListDay = named.Precision == TimePrecision.Day ? named.First : null;
        }
    }

    private static TimeInterval? BeforeChrist(string value) =>
        value.Length >= 6 && int.TryParse(value.AsSpan(2, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year < 2000
            ? TimeInterval.OfValue((TimeFormat.BeforeChrist - year).ToString(CultureInfo.InvariantCulture) + value[6..])
            : null;

    /// <summary>The day that dates without a year are near to.</summary>
    public DateOnly? Near => IsHistory && Last is { } last ? last.First : Published;
}

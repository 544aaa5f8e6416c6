using System.Globalization;
using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Chronology;

/// <summary>A stretch of time that a chronology shows: everything, a decade, a year, a month, a day, or whatever lies between two of them.</summary>
/// <param name="Since">First year, month or day; null for everything.</param>
/// <param name="Until">Last one; null for everything.</param>
public sealed record TimeWindow(string? Since, string? Until)
{
    // Beyond these a window is shown in wider steps, so that every step stays wide enough to point at.
    private const int MostDays = 93;
    private const int MostMonths = 48;
    private const int MostYears = 40;

    /// <summary>The window without bounds.</summary>
    public static TimeWindow Everything { get; } = new(null, null);

    /// <summary>What it is called.</summary>
    public string Name => Since is null ? "All years" : Since == Until ? Days.Long(Since) : IsDecade ? Since[..3] + "0s" : Days.Period(Since, Until);

    private bool IsDecade => Since is { Length: 4 } && Until is { Length: 4 } && Since[3] == '0' && Until[3] == '9' && Since[..3] == Until[..3];

    /// <summary>The window of a query's bounds; half-open ones end with what the store holds.</summary>
    /// <param name="query">The query.</param>
    /// <param name="first">First year of the facts.</param>
    /// <param name="last">Last year of the facts.</param>
    public static TimeWindow Of(FactQuery query, string first, string last)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? since = Bound(query.Since);
        string? until = Bound(query.Until);
        return since is null && until is null ? Everything : new TimeWindow(since ?? first, until ?? last);
    }

    /// <summary>The width of the steps that suits the window.</summary>
    /// <param name="first">First year of the facts, for a window without bounds.</param>
    /// <param name="last">Last year of the facts.</param>
    public TimeScale Scale(string first, string last)
    {
        (DateOnly from, DateOnly to) = (Start(Since ?? first), End(Until ?? last));
        int months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        return to.DayNumber - from.DayNumber < MostDays ? TimeScale.Day : months <= MostMonths ? TimeScale.Month : to.Year - from.Year < MostYears ? TimeScale.Year : TimeScale.Decade;
    }

    /// <summary>Every step of the window, in time order.</summary>
    /// <param name="scale">Width of a step.</param>
    /// <param name="first">First year of the facts.</param>
    /// <param name="last">Last year of the facts.</param>
    public IEnumerable<string> Steps(TimeScale scale, string first, string last)
    {
        (DateOnly at, DateOnly to) = (Start(Since ?? first), End(Until ?? last));
        while (at <= to)
        {
            string step = Text(at)[..(int)scale];
            yield return step;
            DateOnly end = End(scale == TimeScale.Decade ? step + "9" : step);
            if (end == DateOnly.MaxValue)
            {
                yield break;
            }

            at = end.AddDays(1);
        }
    }

    /// <summary>Everything, then the decade, year and month that hold the window, then itself.</summary>
    public IEnumerable<TimeWindow> Path()
    {
        yield return Everything;
        if (Since is null || Until is null)
        {
            yield break;
        }

        if (Since[..3] == Until[..3] && !IsDecade)
        {
            yield return new TimeWindow(Since[..3] + "0", Since[..3] + "9");
        }

        for (int length = 4; length <= 7; length += 3)
        {
            if (Since.Length > length && Until.Length > length && Since[..length] == Until[..length])
            {
                yield return new TimeWindow(Since[..length], Since[..length]);
            }
        }

        yield return this;
    }

    /// <summary>The window of the same width right before or after; null where there is none or the window is no decade, year, month or day.</summary>
    /// <param name="steps">-1 or 1.</param>
    public TimeWindow? Beside(int steps)
    {
        if (Since is null || (Since != Until && !IsDecade))
        {
            return null;
        }

        DateOnly start = Start(Since);
        int years = IsDecade ? 10 : Since.Length == 4 ? 1 : 0;
        if (start.Year + (steps * Math.Max(years, 1)) is < 1 or > 9989)
        {
            return null;
        }

        string moved = Text(years > 0 ? start.AddYears(steps * years) : Since.Length == 7 ? start.AddMonths(steps) : start.AddDays(steps))[..Since.Length];
        return new TimeWindow(moved, IsDecade ? moved[..3] + "9" : moved);
    }

    // What cannot be understood is an error of the query, which the store tells.
    private static string? Bound(string? typed) => SortDay.Of(typed?.Trim()) is { Length: > 0 } day ? day : null;

    private static DateOnly Start(string day) => Parse((day + "-01-01")[..10], day);

    private static DateOnly End(string day) => day.Length switch
    {
        4 => Parse(day + "-12-31", day),
        7 => Start(day) is var first ? first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1) : default,
        _ => Start(day),
    };

    private static DateOnly Parse(string day, string typed) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        ? date
        : throw new QueryException("since", $"'{typed}' is no date; write a year, month or day such as 2023, 2023-12 or 2023-12-05");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Readout.Store.Queries;

namespace Readout.Server.Timeline;

/// <summary>Counts by month as the bars of a curve over time: every month from first to last, or every year where that would be too many.</summary>
internal static class TimeBars
{
    private const int MostMonths = 72;

    // Beyond this, bars would be thinner than a pointer; a report on antiquity must not make ten thousand of them.
    private const int MostYears = 150;

    /// <summary>Bars in time order; only those with facts where even the years are too many.</summary>
    public static IReadOnlyList<Facet> Fill(IReadOnlyList<Facet> months)
    {
        if (months.Count == 0)
        {
            return [];
        }

        if (months[0].Value.Length == 10)
        {
            return Days(months);
        }

        int first = Month(months[0].Value);
        int last = Month(months[^1].Value);
        if (last - first < MostMonths)
        {
            Dictionary<int, int> counts = months.ToDictionary(month => Month(month.Value), month => month.Count);
            return [.. Enumerable.Range(first, last - first + 1).Select(month => Bar(string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}"), counts.GetValueOrDefault(month)))];
        }

        Dictionary<int, int> years = months.GroupBy(month => Month(month.Value) / 12).ToDictionary(year => year.Key, year => year.Sum(month => month.Count));
        IEnumerable<int> shown = (last / 12) - (first / 12) < MostYears ? Enumerable.Range(first / 12, (last / 12) - (first / 12) + 1) : years.Keys.Order().TakeLast(MostYears);
        return [.. shown.Select(year => Bar(year.ToString("0000", CultureInfo.InvariantCulture), years.GetValueOrDefault(year)))];
    }

    // At most the days of one month.
    private static Facet[] Days(IReadOnlyList<Facet> days)
    {
        string month = days[0].Value[..8];
        Dictionary<string, int> counts = days.ToDictionary(day => day.Value, day => day.Count, StringComparer.Ordinal);
        int first = int.Parse(days[0].Value.AsSpan(8), CultureInfo.InvariantCulture);
        int last = int.Parse(days[^1].Value.AsSpan(8), CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(first, last - first + 1).Select(day => month + day.ToString("00", CultureInfo.InvariantCulture)).Select(day => Bar(day, counts.GetValueOrDefault(day)))];
    }

    private static Facet Bar(string value, int count) => new(value, value, count);

    // Months since year 0.
    private static int Month(string month) =>
        (int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12) + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;
}

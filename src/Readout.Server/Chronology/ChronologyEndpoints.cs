using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Following;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Chronology;

/// <summary>Facts over time, from decades down to a day; each step leads into itself.</summary>
internal static class ChronologyEndpoints
{
    private const int MostListed = 30;

    // A report on antiquity must not make two hundred decades.
    private const int MostSteps = 100;

    public static void Map(WebApplication app) => app.MapGet("/chronology", (HttpContext context, IRecordStore store, RevisionCache cache) => Show(FactQueryString.Read(context.Request.Query), store, cache));

    private static RazorComponentResult<ChronologyPage> Show(FactQuery asked, IRecordStore store, RevisionCache cache)
    {
        FactQuery query = asked with { Types = asked.Types.Count > 0 ? asked.Types : Enum.GetValues<FactType>(), Cursor = null };

        // The calendar has no year 0000, a report may.
        List<TimeCount> years = [.. cache.Spread(query with { Since = null, Until = null, On = null }, TimeScale.Year).Where(year => year.Step != "0000")];
        (string first, string last) = years.Count > 0 ? (years[0].Step, years[^1].Step) : ("1970", "1970");
        TimeWindow window = TimeWindow.Of(query, first, last);
        TimeScale scale = window.Scale(first, last);
        FactQuery within = query with { Since = window.Since, Until = window.Until };
        bool isDay = window.Since is { Length: 10 } && window.Since == window.Until;
        ILookup<string, TimeCount> counts = cache.Spread(within, scale).ToLookup(count => count.Step, StringComparer.Ordinal);
        return new RazorComponentResult<ChronologyPage>(new
        {
            Model = new ChronologyModel
            {
                Query = asked with { Since = window.Since, Until = window.Until, Cursor = null },
                Of = QueryText.Of(asked with { Since = null, Until = null }, store),
                Scale = scale,
                Steps = isDay || years.Count == 0 ? [] : [.. window.Steps(scale, first, last).Select(step => Step(step, counts[step])).TakeLast(MostSteps)],
                Vague = [.. Vague(query, window, scale, cache)],
                Path = [.. window.Path()],
                Before = window.Beside(-1),
                After = window.Beside(1),
                Facts = store.Facts(within with { Order = FactOrder.Oldest, Limit = isDay ? FactQuery.MaximumLimit : MostListed }),
            },
        });
    }

    private static ChronologyStep Step(string step, IEnumerable<TimeCount> counts)
    {
        int[] byType = new int[Enum.GetValues<FactType>().Length];
        foreach (TimeCount count in counts)
        {
            byType[(int)count.Type] += count.Count;
        }

        return step.Length == 3 ? new ChronologyStep(step + "0", step + "9", byType) : new ChronologyStep(step, step, byType);
    }

    // In a year: what is known to the year alone. In a month: what is known to the month, and to its year.
    private static IEnumerable<Facet> Vague(FactQuery query, TimeWindow window, TimeScale scale, RevisionCache cache)
    {
        if (scale is not (TimeScale.Month or TimeScale.Day) || window.Since is null || window.Until is null)
        {
            yield break;
        }

        string[] around = scale == TimeScale.Day
            ? [.. window.Steps(TimeScale.Year, "", ""), .. window.Steps(TimeScale.Month, "", "")]
            : [.. window.Steps(TimeScale.Year, "", "")];
        foreach (string step in around)
        {
            int count = cache.Spread(query with { Since = null, Until = null, On = step }, TimeScale.Year).Sum(one => one.Count);
            if (count > 0)
            {
                yield return new Facet(step, step, count);
            }
        }
    }
}

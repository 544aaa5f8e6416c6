using System.Globalization;
using Readout.Events;
using Readout.Records;
using Readout.Time;

namespace Readout.Export;

/// <summary>The events of a set of reports in the order of the reports, each with the report that told it first. Immutable after construction.</summary>
public sealed class EventSet
{
    /// <summary>Collects the events.</summary>
    /// <param name="reports">Records; offsets in any one unit.</param>
    /// <param name="ontology">Scores and codes.</param>
    public EventSet(IEnumerable<ReportRecord> reports, PloverOntology ontology)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(ontology);
        var events = new List<ExportedEvent>();
        foreach (ReportRecord report in reports)
        {
            Add(report, ontology, events);
        }

        Events = events;
        foreach (IGrouping<string, ExportedEvent> same in events.GroupBy(SameKey, StringComparer.Ordinal))
        {
            Unite([.. same]);
        }
    }

    /// <summary>Events with a day.</summary>
    public IReadOnlyList<ExportedEvent> Events { get; }

    /// <summary>Events left out because neither they nor their reports have a day, which every event format requires.</summary>
    public int Undated { get; private set; }

    /// <summary>The hexadecimal part of a report's identifier, shortened to 16 digits (64 bits).</summary>
    internal static string ShortId(ReportRecord report)
    {
        string id = report.Report.Id;
        int colon = id.IndexOf(':', StringComparison.Ordinal);
        string digits = id[(colon + 1)..];
        return digits.Length > 16 ? digits[..16] : digits;
    }

    private void Add(ReportRecord report, PloverOntology ontology, List<ExportedEvent> events)
    {
        Dictionary<string, ActorRecord> actors = report.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        foreach (EventRecord happening in report.Events)
        {
            if (DaysOf(report, happening) is not { } days)
            {
                Undated++;
                continue;
            }

            events.Add(new ExportedEvent
            {
                Id = $"{ShortId(report)}-{happening.Id}",
                Report = report,
                Event = happening,
                Code = ontology.Find(happening.Type, happening.Mode),
                Date = days.First,
                EndDate = days.Last,
                Actors = [.. happening.Actors.Select(id => actors[id])],
                Recipients = [.. happening.Recipients.Select(id => actors[id])],
            });
        }
    }

    // A time coarser than a week says less about the day than the report's own day does.
    private static CalendarInterval? DaysOf(ReportRecord report, EventRecord happening)
    {
        if (CalendarInterval.TryParse(happening.Time, out CalendarInterval days) && days.Days <= 7)
        {
            return days;
        }

        string? published = report.Report.Published;
        return published is { Length: >= 10 } && CalendarInterval.TryParse(published[..10], out CalendarInterval day) ? day
            : CalendarInterval.TryParse(happening.Time, out days) ? new CalendarInterval(days.First, days.First)
            : null;
    }

    private static string SameKey(ExportedEvent one) => string.Join('\t',
        one.Event.Type,
        one.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        one.Event.Status.ToString(),
        Names(one.Actors),
        Names(one.Recipients));

    private static string Names(IReadOnlyList<ActorRecord> actors) =>
        string.Join('|', actors.Select(actor => actor.Name.ToLowerInvariant()).Order(StringComparer.Ordinal));

    private static void Unite(ExportedEvent[] same)
    {
        string first = same
            .OrderBy(one => one.Report.Report.Published ?? "9999", StringComparer.Ordinal)
            .ThenBy(one => one.Report.Report.Id, StringComparer.Ordinal)
            .First().Report.Report.Id;
        int articles = same.Select(one => one.Report.Report.Id).Distinct(StringComparer.Ordinal).Count();
        int outlets = same.Select(one => one.Report.Report.Outlet ?? "").Distinct(StringComparer.Ordinal).Count();
        foreach (ExportedEvent one in same)
        {
            one.FirstReport = first;
            one.Articles = articles;
            one.Outlets = outlets;
        }
    }
}

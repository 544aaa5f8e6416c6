using System.Globalization;
using Readout.Attribution;
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
    /// <param name="withComments">Whether statements that PLOVER has no type for become events of CAMEO's classes 01 and 02.</param>
    public EventSet(IEnumerable<ReportRecord> reports, PloverOntology ontology, bool withComments = false)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(ontology);
        var events = new List<ExportedEvent>();
        foreach (ReportRecord report in reports)
        {
            Add(report, ontology, events);
            if (withComments)
            {
                AddComments(report, events);
            }
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

    // CAMEO 010 make statement, 016 deny responsibility, 020 appeal; scored 0, as the codebook of PLOVER dropped them.
    private static string? CommentCode(StatementKind kind) => kind switch
    {
        StatementKind.Assertion or StatementKind.Announcement or StatementKind.Expectation => "010",
        StatementKind.Denial => "016",
        StatementKind.Proposal => "020",
        _ => null,
    };

    private static void AddComments(ReportRecord report, List<ExportedEvent> events)
    {
        Dictionary<string, ActorRecord> actors = report.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        foreach (StatementRecord statement in report.Statements)
        {
            string[] speakers = [.. statement.Speakers.Where(one => one.Actor is not null).Select(one => one.Actor!)];
            string[] addressees = [.. statement.Addressees.Where(one => one.Actor is not null).Select(one => one.Actor!)];
            var comment = new EventRecord
            {
                Id = statement.Id,
                Type = "STATEMENT",
                Context = [],
                Actors = speakers,
                Recipients = addressees,
                Trigger = statement.Cue ?? statement.Content[0],
                Time = statement.Time,
                Status = EventStatus.Past,
                Confidence = statement.Confidence,
            };
            if (CommentCode(statement.Kind) is { } code && speakers.Length > 0 && DaysOf(report, comment) is { } days)
            {
                events.Add(new ExportedEvent
                {
                    Id = $"{ShortId(report)}-{statement.Id}",
                    Report = report,
                    Event = comment,
                    Code = new PloverEntry(comment.Type, null, 0, 1, code),
                    Date = days.First,
                    EndDate = days.Last,
                    Actors = [.. speakers.Select(id => actors[id])],
                    Recipients = [.. addressees.Select(id => actors[id])],
                });
            }
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

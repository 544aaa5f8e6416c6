using Readout.Evaluation;
using Readout.Events;
using Readout.Records;

namespace Readout.Training;

/// <summary>An annotated report with the examples that the trained layer of events learns from it.</summary>
internal sealed class EventReport
{
    /// <summary>Number of parts for cross-validation.</summary>
    public const int Folds = 10;

    // Of words that neither a pattern nor the CAMEO dictionary knows one in so many is enough to learn that they tell of nothing.
    private const int PlainShare = 3;

    private readonly AnnotatedReport _report;

    public EventReport(AnnotatedReport report, EventFinder finder)
    {
        _report = report;
        Fold = (int)(report.Hash % Folds);
        Gold = [.. report.Line.GetProperty("events").EnumerateArray().Select(json => new EventGold(report, json))];
        List<EventDraft> proposed = finder.Proposed(report.Index, report.View, report.Document.Statements, report.Document.Meetings);
        AddTriggers(finder, proposed);
        AddSides(finder, proposed);
    }

    /// <summary>Part that it belongs to, by its name.</summary>
    public int Fold { get; }

    public List<EventGold> Gold { get; }

    /// <summary>Words, with 0 for no event or 1 and the index of the type.</summary>
    public List<(ulong[] Features, int Label)> Triggers { get; } = [];

    /// <summary>Who may act in each annotated event.</summary>
    public List<(ulong[] Features, bool IsRight)[]> Actors { get; } = [];

    /// <summary>Who may be acted upon in each annotated event, its actor being known.</summary>
    public List<(ulong[] Features, bool IsRight)[]> Recipients { get; } = [];

    /// <summary>The report's candidates.</summary>
    /// <param name="finder">A finder that never saw the report.</param>
    /// <param name="number">Number of the report.</param>
    public List<JudgedEvent> Judge(EventFinder finder, int number)
    {
        List<(EventMention Event, EventDraft Draft, ulong[] Features, int[] Measures)> candidates = finder.Candidates(_report.Index, _report.Document.Statements, _report.Document.Meetings);
        ReportRecord record = RecordBuilder.Build(_report.Document with { Events = [.. candidates.Select(one => one.Event)] });
        Dictionary<string, ActorRecord> actors = record.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        HashSet<int> right = [.. NewswireScorer.Pair(Gold.Count, candidates.Count, (w, f) => EventScorer.Fit(Gold[w].Json, record.Events[f], actors)).Select(pair => pair.Found)];
        return [.. candidates.Select((one, i) => new JudgedEvent(number, one.Draft, one.Features, one.Measures, right.Contains(i)))];
    }

    private void AddTriggers(EventFinder finder, List<EventDraft> proposed)
    {
        var features = new List<ulong>(128);
        TriggerFeatures described = finder.TriggersOf(_report.Index, _report.View);
        HashSet<string> told = [.. Gold.Where(one => one.Row >= 0).Select(one => _report.Index.Parse.Lemma(one.Row))];
        HashSet<string> types = [.. Gold.Select(one => one.Type)];
        for (int row = 0; row < _report.Index.Tokens.Count; row++)
        {
            EventGold? gold = Gold.Find(one => one.Row == row);
            if (!TriggerFeatures.MayTell(_report.Index, row) || (gold is null && !IsPlain(row)))
            {
                continue;
            }

            described.Describe(row, features);
            Triggers.Add(([.. features.Distinct()], gold is null ? 0 : Array.IndexOf(EventTypes.All, gold.Type) + 1));
        }

        // A later mention of an annotated happening is left out: it tells of one, though it is not marked.
        bool IsPlain(int row) =>
            !told.Contains(_report.Index.Parse.Lemma(row)) && !proposed.Exists(draft => draft.Row == row && types.Contains(draft.Type))
            && (row % PlainShare == 0 || described.IsKnown(row));
    }

    private void AddSides(EventFinder finder, List<EventDraft> proposed)
    {
        SideCandidates sides = finder.SidesOf(_report.Index, _report.View);
        var describer = new SideFeatures(_report.Index, _report.View);
        foreach (EventGold gold in Gold.Where(one => one.Row >= 0))
        {
            AddSides(gold, finder.Propose(_report.Index, _report.View, gold.Row, gold.Type), sides, describer);
            foreach (EventDraft draft in proposed.Where(draft => draft.Source != EventSource.Meeting && draft.Row == gold.Row && draft.Type == gold.Type))
            {
                AddSides(gold, draft, sides, describer);
            }
        }
    }

    private void AddSides(EventGold gold, EventDraft draft, SideCandidates sides, SideFeatures describer)
    {
        var acting = new List<(ulong[] Features, bool IsRight)>();
        var receiving = new List<(ulong[] Features, bool IsRight)>();
        var features = new List<ulong>(64);
        List<SideCandidate> found = sides.Find(draft);
        int actor = found.FindIndex(gold.IsActor);
        foreach (SideCandidate side in found)
        {
            describer.Describe(draft, side, features);
            acting.Add(([.. features.Distinct()], gold.IsActor(side)));
            if (actor >= 0 && (side.Actor < 0 || side.Actor != found[actor].Actor))
            {
                describer.DescribeOther(draft, side, found[actor], features);
                receiving.Add(([.. features.Distinct()], gold.IsRecipient(side)));
            }
        }

        Actors.Add([.. acting]);
        Recipients.Add([.. receiving]);
    }
}

using Readout.Attribution;

namespace Readout.Events;

/// <summary>
/// Codes events in the PLOVER ontology: <see cref="EventCandidates"/> collects what may be one, <see cref="EventMerger"/> makes one event of all
/// mentions of a happening, and <see cref="EventJudge"/> keeps what a reader would call an event of the report. Immutable, thread-safe.
/// </summary>
public sealed class EventFinder
{
    // "Announced the deployment", "launched a raid": too few for the judge to learn; of those that it drops half are right (10 of 20 in ten folds).
    private const double Enacted = 0.4;

    private readonly EventCandidates _candidates;
    private readonly EventSides _sides;
    private readonly TriggerTables _tables;
    private readonly EventTriggers _triggers;
    private readonly SideChooser _chooser;
    private readonly EventEvidence _evidence;
    private readonly EventJudge _judge;
    private readonly ContextTable _contexts;

    private EventFinder(string data, EventLayerModel model, EventJudge judge)
    {
        PatternTable patterns = PatternTable.Load(data, Path.Combine("events", "patterns.tsv"));
        var operators = OperatorTable.Load(data);
        var reality = new Reality(operators);
        _contexts = ContextTable.Load(data);
        _sides = EventSides.Load(data);
        _candidates = new EventCandidates(patterns, operators, reality, _sides);
        _tables = new TriggerTables(patterns, operators, reality, EventWords.Load(data), _sides);
        (_triggers, _chooser) = (new EventTriggers(_tables, model.Triggers), new SideChooser(model.Sides));
        _evidence = new EventEvidence(new EventFeatures(patterns, operators, reality), EventClassifier.Load(Path.Combine(data, "models", "en", "events.model")), _contexts, _sides);
        _judge = judge;
    }

    private EventFinder(EventFinder other, EventLayerModel model, EventJudge judge)
    {
        (_candidates, _sides, _evidence, _contexts, _tables) = (other._candidates, other._sides, other._evidence, other._contexts, other._tables);
        (_triggers, _chooser, _judge) = (new EventTriggers(_tables, model.Triggers), new SideChooser(model.Sides), judge);
    }

    /// <summary>Loads <c>events/*.tsv</c> and the models <c>events</c>, <c>event-layer</c> and <c>event-judge</c> of <c>models/en</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static EventFinder Load(string dataDirectory)
    {
        string models = Path.Combine(dataDirectory, "models", "en");
        return new(dataDirectory, EventLayerModel.Load(Path.Combine(models, "event-layer.model")), EventJudge.Load(Path.Combine(models, "event-judge.model")));
    }

    /// <summary>A finder whose layer and judge are yet to be trained.</summary>
    internal static EventFinder LoadUntrained(string dataDirectory) => new(dataDirectory, EventLayerModel.Empty, EventJudge.Empty);

    /// <summary>The same with other decisions, for training.</summary>
    internal EventFinder With(EventLayerModel model, EventJudge judge) => new(this, model, judge);

    /// <summary>Events in text order, one for each happening.</summary>
    public IReadOnlyList<EventMention> Find(Scene scene, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(meetings);
        return Find(new SceneIndex(scene), statements, meetings);
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<EventMention> Find(SceneIndex index, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings)
    {
        List<EventDraft> drafts = Merged(index, statements, meetings, out EventSetting setting);
        var features = new List<ulong>(256);
        var found = new List<EventMention>();
        Span<int> measures = stackalloc int[EventMeasures.Count];
        foreach (EventDraft draft in drafts)
        {
            features.Clear();
            _evidence.Add(setting, draft, features);
            EventMeasures.Write(setting, draft, measures);
            draft.Confidence = _judge.Probability(features, measures);
            if (draft.Source == EventSource.Noun && draft.Actors.Count > 0 && !draft.IsImplied && _sides.IsEnacted(index.Parse, draft.Row))
            {
                draft.Confidence = Math.Max(draft.Confidence, Enacted);
            }

            if (draft.Confidence >= _judge.Least)
            {
                found.Add(Finish(index, draft));
            }
        }

        return found;
    }

    /// <summary>All candidates with the features that they are judged by, for training.</summary>
    internal List<(EventMention Event, EventDraft Draft, ulong[] Features, int[] Measures)> Candidates(SceneIndex index, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings)
    {
        var all = new List<(EventMention, EventDraft, ulong[], int[])>();
        foreach (EventDraft draft in Merged(index, statements, meetings, out EventSetting setting))
        {
            var features = new List<ulong>();
            var measures = new int[EventMeasures.Count];
            _evidence.Add(setting, draft, features);
            EventMeasures.Write(setting, draft, measures);
            all.Add((Finish(index, draft), draft, [.. features.Distinct().Order()], measures));
        }

        return all;
    }

    /// <summary>What the patterns, meetings and statements propose, before the trained layer, for training.</summary>
    internal List<EventDraft> Proposed(SceneIndex index, StatementView view, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings) =>
        _candidates.Find(index, view, statements, meetings);

    /// <summary>A draft with the sides that the tree proposes, for training.</summary>
    internal EventDraft Propose(SceneIndex index, StatementView view, int row, string type)
    {
        EventDraft draft = _triggers.Draft(index, row, type);
        _sides.Propose(index, view, draft);
        return draft;
    }

    /// <summary>Features of words, for training.</summary>
    internal TriggerFeatures TriggersOf(SceneIndex index, StatementView view) => new(_tables, index, view);

    /// <summary>Who may take part, for training.</summary>
    internal SideCandidates SidesOf(SceneIndex index, StatementView view) => new(index, view, _sides.Parties);

    private List<EventDraft> Merged(SceneIndex index, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings, out EventSetting setting)
    {
        var view = new StatementView(index, statements);
        List<EventDraft> drafts = _candidates.Find(index, view, statements, meetings);
        _triggers.Add(index, view, drafts);
        drafts.RemoveAll(_triggers.IsIdle);
        SideCandidates sides = SidesOf(index, view);
        var features = new SideFeatures(index, view);
        foreach (EventDraft draft in drafts)
        {
            if (draft.Source != EventSource.Meeting)
            {
                _chooser.Choose(index, sides, features, draft);
            }
        }

        drafts.RemoveAll(draft => draft.Actors.Count + draft.Recipients.Count == 0);
        List<EventDraft> merged = EventMerger.Merge([.. drafts.OrderBy(draft => draft.Row)], index);
        setting = new EventSetting(index, view, statements, merged);
        return merged;
    }

    private EventMention Finish(SceneIndex index, EventDraft draft)
    {
        int paragraph = index.Tokens.ParagraphOf(draft.Row);
        return new EventMention
        {
            Type = draft.Type,
            Mode = draft.Mode,
            Contexts = _contexts.Find(index.Parse, index.Tokens.ParagraphStarts[paragraph], index.Tokens.ParagraphStarts[paragraph + 1]),
            Actors = draft.Actors,
            Recipients = draft.Recipients,
            Trigger = draft.Trigger,
            Time = draft.Time,
            Place = draft.Place,
            Status = draft.Status,
            Confidence = draft.Confidence,
        };
    }
}

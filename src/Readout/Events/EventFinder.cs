using Readout.Attribution;

namespace Readout.Events;

/// <summary>
/// Codes events in the PLOVER ontology: <see cref="EventCandidates"/> collects what may be one, <see cref="EventMerger"/> makes one event of all
/// mentions of a happening, and <see cref="EventJudge"/> keeps what a reader would call an event of the report. Immutable, thread-safe.
/// </summary>
public sealed class EventFinder
{
    private readonly EventCandidates _candidates;
    private readonly EventEvidence _evidence;
    private readonly EventJudge _judge;
    private readonly ContextTable _contexts;

    private EventFinder(string data, EventJudge judge)
    {
        PatternTable patterns = PatternTable.Load(data, Path.Combine("events", "patterns.tsv"));
        var operators = OperatorTable.Load(data);
        var reality = new Reality(operators);
        _contexts = ContextTable.Load(data);
        _candidates = new EventCandidates(patterns, operators, reality, EventSides.Load(data));
        _evidence = new EventEvidence(new EventFeatures(patterns, operators, reality), EventClassifier.Load(Path.Combine(data, "models", "en", "events.model")), _contexts);
        _judge = judge;
    }

    /// <summary>Loads <c>events/*.tsv</c>, <c>models/en/events.model</c> and <c>models/en/event-judge.model</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static EventFinder Load(string dataDirectory) => new(dataDirectory, EventJudge.Load(Path.Combine(dataDirectory, "models", "en", "event-judge.model")));

    /// <summary>A finder that keeps every candidate, for training.</summary>
    internal static EventFinder LoadUnjudged(string dataDirectory) => new(dataDirectory, EventJudge.Empty);

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
        foreach (EventDraft draft in drafts)
        {
            features.Clear();
            _evidence.Add(setting, draft, features);
            draft.Confidence = _judge.Probability(features);
            if (draft.Confidence >= _judge.Least)
            {
                found.Add(Finish(index, draft));
            }
        }

        return found;
    }

    /// <summary>All candidates with the features that they are judged by, for training.</summary>
    internal List<(EventMention Event, ulong[] Features)> Candidates(Scene scene, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings)
    {
        var index = new SceneIndex(scene);
        var all = new List<(EventMention, ulong[])>();
        foreach (EventDraft draft in Merged(index, statements, meetings, out EventSetting setting))
        {
            var features = new List<ulong>();
            _evidence.Add(setting, draft, features);
            all.Add((Finish(index, draft), [.. features.Distinct().Order()]));
        }

        return all;
    }

    private List<EventDraft> Merged(SceneIndex index, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings, out EventSetting setting)
    {
        var view = new StatementView(index, statements);
        List<EventDraft> merged = EventMerger.Merge(_candidates.Find(index, view, statements, meetings), index.Scene.Actors);
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

using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// Codes events in the PLOVER ontology: patterns over the dependency tree name the type, the words above them and the reality of the
/// clause change it as the codebook says, a classifier trained on PLV judges it, and the mentions of one happening become one event.
/// Immutable, thread-safe.
/// </summary>
public sealed class EventFinder
{
    private readonly PatternTable _patterns;
    private readonly OperatorTable _operators;
    private readonly Reality _reality;
    private readonly ContextTable _contexts;
    private readonly EventFeatures _features;
    private readonly EventClassifier _classifier;

    private EventFinder(string data)
    {
        _patterns = PatternTable.Load(data, Path.Combine("events", "patterns.tsv"));
        _operators = OperatorTable.Load(data);
        _reality = new Reality(_operators);
        _contexts = ContextTable.Load(data);
        _features = new EventFeatures(_patterns, _operators, _reality);
        _classifier = EventClassifier.Load(Path.Combine(data, "models", "en", "events.model"));
    }

    /// <summary>Loads <c>events/*.tsv</c> and <c>models/en/events.model</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static EventFinder Load(string dataDirectory) => new(dataDirectory);

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
        Scene scene = index.Scene;
        var drafts = new List<EventDraft>();
        var governed = new HashSet<int>();
        for (int row = 0; row < scene.Parse.Tokens.Count; row++)
        {
            if (scene.Parse.Upos[row] is UposTag.Verb or UposTag.Noun && scene.Parse.Relations[row] != DependencyRelation.Amod && !index.IsPassedOver(row)
                && Draft(index, row, governed) is { } draft)
            {
                Judge(index, draft);
                drafts.Add(draft);
            }
        }

        drafts.AddRange(meetings.Select(meeting => OfMeeting(index, meeting)));
        SpeechEvents.Add(index, statements, drafts);
        List<EventDraft> merged = EventMerger.Merge(drafts, scene.Actors);
        return [.. merged.OrderBy(draft => draft.Row).Select(draft => Finish(index, draft))];
    }

    // Who conferred is what the meetings say; a meeting still to come is an agreement, a cancelled one a rejection (codebook, CONSULT, SANCTION).
    private static EventDraft OfMeeting(SceneIndex index, Meeting meeting)
    {
        (string type, EventStatus status) = meeting.Status switch
        {
            MeetingStatus.Held => ("CONSULT", EventStatus.Past),
            MeetingStatus.Ongoing => ("CONSULT", EventStatus.Ongoing),
            MeetingStatus.Planned => ("AGREE", EventStatus.Future),
            MeetingStatus.Proposed => ("AGREE", EventStatus.Hypothetical),
            _ => ("REJECT", EventStatus.Past),
        };
        bool sided = meeting is { IsVisit: true, Host: not null } && type == "CONSULT";
        return new EventDraft
        {
            Type = type,
            Mode = type switch
            {
                "CONSULT" when sided => "visit",
                "CONSULT" when meeting.Mode is MeetingMode.Phone or MeetingMode.Video => "phone",
                "REJECT" => "meet",
                _ => null,
            },
            Actors = [.. meeting.Participants.Where(one => !sided || one != meeting.Host)],
            Recipients = sided ? [meeting.Host!.Value] : [],
            Trigger = index.Tokens.Span(meeting.Row),
            Row = meeting.Row,
            Time = meeting.Time,
            Place = meeting.Place,
            Status = status,
            Confidence = 0.7,
        };
    }

    private EventDraft? Draft(SceneIndex index, int row, HashSet<int> governed)
    {
        ParsedText parse = index.Parse;
        var matcher = new PatternMatcher(_patterns, parse);
        if (matcher.Match(row) is not { } match)
        {
            return null;
        }

        (int head, string? effect) = Above(parse, row);
        bool isGoverned = effect is not null && char.IsUpper(effect[0]);
        if (isGoverned && (matcher.Match(head) is not null || !governed.Add(head)))
        {
            // The governing word tells of the event itself ("urged Iran to release"), or has been taken already.
            return null;
        }

        if (!isGoverned && match.Pattern.Type == "CONSULT")
        {
            return null;
        }

        int at = isGoverned ? head : row;
        string type = isGoverned ? effect! : match.Pattern.Type;
        EventStatus status = _reality.Of(parse, at);
        var draft = new EventDraft
        {
            Type = type,
            Mode = isGoverned ? ModeOf(type, match.Pattern.Type) : match.Pattern.Mode,
            Actors = [],
            Recipients = [],
            Trigger = isGoverned ? index.SpanOf(head, row) : index.Tokens.Span(row),
            Row = at,
            Status = status,
            Time = Circumstances.TimeOf(index, at),
            Place = Circumstances.PlaceOf(index, at),
        };
        FillArguments(index, matcher, match, at, draft);
        return IsWhole(draft) && IsTold(parse, at, draft) ? ByReality(draft) : null;
    }

    // A bare purpose ("programmes to help farmers") is no event; what may happen is one only between named sides.
    private static bool IsTold(ParsedText parse, int row, EventDraft draft) =>
        draft.Status switch
        {
            EventStatus.Future => parse.Upos[row] != UposTag.Verb || Reality.HasFuture(parse, row) || parse.Relations[row].Universal() is DependencyRelation.Xcomp or DependencyRelation.Root or DependencyRelation.Ccomp or DependencyRelation.Parataxis,
            EventStatus.Hypothetical => draft.Actors.Count > 0 && draft.Recipients.Count > 0,
            _ => true,
        };

    private static void FillArguments(SceneIndex index, PatternMatcher matcher, PatternMatch match, int at, EventDraft draft)
    {
        ParsedText parse = index.Parse;
        index.Collect(parse.Upos[at] == UposTag.Verb ? Clause.Actor(parse, at) : Clause.Holder(parse, at), draft.Actors);
        index.Collect(matcher.Recipient(match), draft.Recipients);
        if (at != match.Trigger && draft.Recipients.Count == 0)
        {
            index.Collect(Clause.Object(parse, at), draft.Recipients);
        }

        if (draft.Recipients.Count == 0 && parse.ChildWith(at, DependencyRelation.Ccomp) is >= 0 and var clause)
        {
            // "demanded that Quendria lift the ban", "said that Quendria broke the truce".
            index.Collect(Clause.Subject(parse, clause, 0), draft.Recipients);
        }

        draft.Recipients.RemoveAll(draft.Actors.Contains);
    }

    // The nearest word above that changes what the event is.
    private (int Head, string? Effect) Above(ParsedText parse, int row)
    {
        int at = row;
        for (int depth = 0; depth < 4 && parse.Heads[at] >= 0; depth++)
        {
            int head = parse.Heads[at];
            if (_operators.Effect(parse, head, at) is { } effect)
            {
                return (head, effect);
            }

            if (parse.Relations[at].Universal() is not (DependencyRelation.Xcomp or DependencyRelation.Conj or DependencyRelation.Obj or DependencyRelation.Acl))
            {
                break;
            }

            at = head;
        }

        return (-1, null);
    }

    // Modes that REQUEST, REJECT and THREATEN take from what is asked, refused or threatened (codebook, tables of modes).
    private static string? ModeOf(string type, string inner) => (type, inner) switch
    {
        ("REQUEST" or "REJECT", "CONSULT") => "meet",
        ("REQUEST" or "REJECT", "AID" or "COOPERATE" or "SUPPORT") => "assist",
        ("REQUEST" or "REJECT", "RETREAT" or "CONCEDE") => "yield",
        ("REQUEST" or "REJECT", _) => "change",
        ("THREATEN", "ASSAULT") => "violence",
        ("THREATEN", "COERCE") => "restrict",
        ("THREATEN", "SANCTION") => "relations",
        _ => null,
    };

    // Codebook, AGREE and RETREAT: what is still to come in the way of cooperation is an agreement, announced retreats are concessions.
    private static EventDraft ByReality(EventDraft draft)
    {
        if (draft.Status == EventStatus.Future)
        {
            (draft.Type, draft.Mode) = draft.Type switch
            {
                "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" => ("AGREE", null),
                "RETREAT" => ("CONCEDE", null),
                _ => (draft.Type, draft.Mode),
            };
        }
        else if (draft.Status == EventStatus.Negated && draft.Type is "CONCEDE" or "RETREAT" or "SUPPORT")
        {
            (draft.Type, draft.Mode, draft.Status) = ("REJECT", "yield", EventStatus.Past);
        }

        return draft;
    }

    // What the codebook requires: both sides of cooperation, aid and sanctions; two who confer; somebody who acts or suffers of all else.
    private static bool IsWhole(EventDraft draft) => draft.Type switch
    {
        "CONSULT" => draft.Actors.Count + draft.Recipients.Count >= 2,
        "COOPERATE" => draft.Actors.Count >= 2 || (draft.Actors.Count > 0 && draft.Recipients.Count > 0),
        "AID" or "SANCTION" or "CONCEDE" or "SUPPORT" or "ACCUSE" or "REJECT" => draft.Actors.Count > 0 && draft.Recipients.Count > 0,
        "ASSAULT" or "COERCE" or "RETREAT" => draft.Recipients.Count > 0,
        _ => draft.Actors.Count > 0,
    };

    private void Judge(SceneIndex index, EventDraft draft)
    {
        int sentence = index.Tokens.SentenceOf(draft.Row);
        int first = index.Tokens.SentenceStarts[sentence];
        int end = index.Tokens.SentenceStarts[sentence + 1];
        (int actorFirst, int actorEnd) = RowsOf(index, draft.Actors, first, end);
        (int recipientFirst, int recipientEnd) = RowsOf(index, draft.Recipients, first, end);
        var features = new List<ulong>(256);
        _features.Add(index.Parse, new EventArguments(first, end, actorFirst, actorEnd, recipientFirst, recipientEnd), features);
        Span<int> scores = stackalloc int[EventClassifier.Classes.Length];
        _classifier.Score(features, scores);
        int best = 1;
        foreach (int score in scores)
        {
            best = Math.Max(best, score);
        }

        int own = Array.IndexOf(EventClassifier.Classes, draft.Type is "CONCEDE" or "RETREAT" ? "YIELD" : draft.Type);
        draft.Confidence = Math.Clamp(0.5 + (0.5 * scores[own] / best), 0.05, 1);
    }

    private static (int First, int End) RowsOf(SceneIndex index, List<int> actors, int first, int end)
    {
        for (int row = first; row < end && actors.Count > 0; row++)
        {
            if (index.ActorAt(row) == actors[0])
            {
                int last = row + 1;
                while (last < end && index.ActorAt(last) == actors[0])
                {
                    last++;
                }

                return (row, last);
            }
        }

        return (end, end);
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

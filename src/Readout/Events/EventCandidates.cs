using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// Collects whatever a report may tell of as an event: patterns over the dependency tree name the type, the words above them and the reality
/// of the clause change it as the codebook says; meetings and statements add theirs. Many are none: <see cref="EventJudge"/> decides. Immutable, thread-safe.
/// </summary>
internal sealed class EventCandidates(PatternTable patterns, OperatorTable operators, Reality reality, EventSides sides)
{
    /// <summary>Candidates in text order of their triggers, several of one happening.</summary>
    public List<EventDraft> Find(SceneIndex index, StatementView view, IReadOnlyList<Statement> statements, IReadOnlyList<Meeting> meetings)
    {
        ParsedText parse = index.Parse;
        var drafts = new List<EventDraft>();
        var governed = new HashSet<int>();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            if (parse.Upos[row] is UposTag.Verb or UposTag.Noun or UposTag.Adj && parse.Relations[row] != DependencyRelation.Amod && !index.IsPassedOver(row)
                && Draft(index, view, row, governed) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        drafts.AddRange(meetings.Select(meeting => OfMeeting(index, meeting)));
        SpeechEvents.Add(index, statements, drafts);
        return [.. drafts.OrderBy(draft => draft.Row)];
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
            Source = EventSource.Meeting,
        };
    }

    private EventDraft? Draft(SceneIndex index, StatementView view, int row, HashSet<int> governed)
    {
        ParsedText parse = index.Parse;
        var matcher = new PatternMatcher(patterns, parse);
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

        int at = isGoverned ? head : row;
        string type = isGoverned ? effect! : match.Pattern.Type;
        EventStatus status = reality.Of(parse, at);
        var draft = new EventDraft
        {
            Type = type,
            Mode = isGoverned ? ModeOf(type, match.Pattern.Type) : match.Pattern.Mode,
            Actors = [],
            Recipients = [],
            Trigger = isGoverned ? index.SpanOf(head, row) : index.Tokens.Span(row),
            Row = at,
            Status = status,
            Source = isGoverned ? EventSource.Governed : parse.Upos[row] == UposTag.Verb ? EventSource.Verb : EventSource.Noun,
            Time = Circumstances.TimeOf(index, at),
            Place = Circumstances.PlaceOf(index, at),
        };
        sides.Fill(index, view, (matcher, match), draft);
        return IsWhole(draft) ? ByReality(draft) : null;
    }

    // The nearest word above that changes what the event is.
    private (int Head, string? Effect) Above(ParsedText parse, int row)
    {
        int at = row;
        for (int depth = 0; depth < 4 && parse.Heads[at] >= 0; depth++)
        {
            int head = parse.Heads[at];
            if (operators.Effect(parse, head, at) is { } effect)
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

    // Two who confer; somebody who acts or suffers of all else.
    private static bool IsWhole(EventDraft draft) => draft.Actors.Count + draft.Recipients.Count >= (draft.Type == "CONSULT" ? 2 : 1);
}

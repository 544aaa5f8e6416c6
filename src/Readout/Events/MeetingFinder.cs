using System.Collections.Frozen;
using Readout.Actors;
using Readout.Attribution;
using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>
/// Finds meetings, talks, visits, calls and ceremonies attended together (docs/guidelines/meetings.md) by patterns over the
/// dependency tree, and makes one record of all mentions of one. Immutable, thread-safe.
/// </summary>
public sealed class MeetingFinder
{
    private const int SubjectReach = 30;

    private readonly PatternTable _patterns;
    private readonly MeetingStatusReader _status;
    private readonly FrozenSet<string> _delegates;

    private MeetingFinder(string data)
    {
        _patterns = PatternTable.Load(data, Path.Combine("events", "meetings.tsv"));
        _status = MeetingStatusReader.Load(data, new Reality(OperatorTable.Load(data)));
        _delegates = PatternTable.ReadClass(data, "delegate");
    }

    /// <summary>Loads <c>events/meetings.tsv</c> and the files that it names from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static MeetingFinder Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Meetings in text order of their first mention.</summary>
    public IReadOnlyList<Meeting> Find(Scene scene, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        var index = new SceneIndex(scene);
        return Find(index, new StatementView(index, statements));
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<Meeting> Find(SceneIndex index, StatementView view) =>
        [.. Merged(index, view).Select(draft => Finish(draft, index.Scene.Report.Published))];

    private IEnumerable<MeetingDraft> Merged(SceneIndex index, StatementView view)
    {
        ParsedText parse = index.Parse;
        var drafts = new List<MeetingDraft>();
        var taken = new HashSet<int>();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            if (parse.Upos[row] is UposTag.Verb or UposTag.Noun && parse.Relations[row] is not (DependencyRelation.Compound or DependencyRelation.Amod)
                && !taken.Contains(row) && !index.IsPassedOver(row) && Draft(index, view, row, taken) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        ActorTable actors = index.Scene.Actors;
        List<MeetingDraft> merged = MeetingMerger.Merge([.. drafts.Where(draft => draft.Participants.Count >= 2)], actors);
        MeetingMerger.Complete(merged, [.. drafts.Where(draft => draft.Participants.Count < 2 && !draft.IsVisit)]);
        return merged.Where(draft => IsWhole(draft, actors));
    }

    private static bool IsWhole(MeetingDraft draft, ActorTable actors) =>
        draft.Participants.Count >= 2 && draft.Participants.Exists(one => actors.Actors[one].Type is ActorType.Person or ActorType.State or ActorType.Organization);

    private MeetingDraft? Draft(SceneIndex index, StatementView view, int row, HashSet<int> taken)
    {
        ParsedText parse = index.Parse;
        var matcher = new PatternMatcher(_patterns, parse);
        if (matcher.Match(row) is not { } match || _status.Of(parse, row, match.Support, out bool isGuessed) is not { } status)
        {
            return null;
        }

        List<int> acting = [];
        List<int> others = [];
        CollectSides(index, view, matcher, match, (acting, others));
        Represent(index, acting);
        Represent(index, others);
        string role = match.Pattern.Mode ?? "-";
        var draft = new MeetingDraft
        {
            Participants = [.. acting, .. others.Where(one => !acting.Contains(one))],
            Status = status,
            Mode = ModeOf(match.Pattern.Type),
            Time = DayOf(Circumstances.TimeOf(index, match.Support != row ? match.Support : row) ?? Circumstances.TimeOf(index, row)),
            Place = Circumstances.PlaceOf(index, row) ?? Here(index, row),
            Host = HostOf(index, role, acting, others),
            Occasion = role == "attend" ? OccasionOf(index, match) : null,
            Evidence = [SentenceOf(index, row)],
            IsAnother = IsAnother(parse, row) || IsAnother(parse, match.Support),
            IsVisit = role == "visit",
            IsCeremony = role == "attend",
            IsStatusGuessed = isGuessed,
            Row = row,
        };
        if (role == "visit" && matcher.Recipient(match) is >= 0 and var destination && index.PlaceAt(destination) is >= 0 and var place)
        {
            draft.Place = index.Scene.Places[place];
        }

        if (draft.Participants.Count >= 2 && !FitsRole(index.Scene.Actors, role, acting, others))
        {
            return null;
        }

        if (match.Support != row)
        {
            taken.Add(match.Support);
        }

        return draft;
    }

    // Visits are paid to states and persons, hosts receive people; to schools and air bases nobody is a party.
    private static bool FitsRole(ActorTable actors, string role, List<int> acting, List<int> others) => role switch
    {
        "visit" => others.Exists(one => actors.Actors[one].Type is ActorType.State or ActorType.Person
            && !acting.Exists(two => actors.Actors[two].State is { } state && state == actors.Actors[one].State)),
        "host" => others.Exists(one => actors.Actors[one].Type is ActorType.Person or ActorType.Group),
        _ => true,
    };

    // "Azerbaijani officials" sit at the table for Azerbaijan, where the report names that state.
    private void Represent(SceneIndex index, List<int> side)
    {
        IReadOnlyList<Actor> actors = index.Scene.Actors.Actors;
        for (int i = 0; i < side.Count; i++)
        {
            Actor actor = actors[side[i]];
            if (actor.State is null || actor.Type is ActorType.Person or ActorType.State || index.Scene.Mentions[actor.Mentions[0]].Kind == MentionKind.Name
                || !_delegates.Contains(index.Parse.Lemma(index.Scene.Mentions[actor.Mentions[0]].Head)))
            {
                continue;
            }

            for (int other = 0; other < actors.Count; other++)
            {
                if (actors[other].Type == ActorType.State && actors[other].State == actor.State)
                {
                    side[i] = other;
                }
            }
        }
    }

    private static void CollectSides(SceneIndex index, StatementView view, PatternMatcher matcher, PatternMatch match, (List<int> Acting, List<int> Others) sides)
    {
        ParsedText parse = index.Parse;
        (List<int> acting, List<int> others) = sides;
        bool isVerb = parse.Upos[match.Trigger] == UposTag.Verb;
        int actor = isVerb ? Clause.Actor(parse, match.Trigger) : Clause.Holder(parse, match.Trigger);
        if (actor >= 0 && actor != match.Support)
        {
            index.Collect(actor, acting);
            if (acting.Count == 0 && parse.Upos[actor] == UposTag.Pron)
            {
                view.SpeakersAt(actor, acting);
            }
        }

        if (acting.Count == 0)
        {
            // "after talks with X", "during a visit to Y": the subject of the clause is the other side.
            index.Collect(isVerb ? index.Neighbour(match.Trigger, -1) : SubjectAbove(parse, match.Trigger), acting);
        }

        index.Collect(matcher.Recipient(match), others);
        if (others.Count == 0)
        {
            index.Collect(After(parse, Math.Max(match.Support, match.Trigger)), others);
        }

        if (match.Support != match.Trigger && isVerb)
        {
            // "held a meeting between A and B", "their talks with C".
            foreach (string preposition in (ReadOnlySpan<string>)["with", "between", "among", "of"])
            {
                index.Collect(Clause.Under(parse, match.Support, preposition), others);
            }
        }

        Involved(index, match.Support, others);
        if (isVerb && acting.Count + others.Count == 1 && match.Pattern.Recipients.Length > 0)
        {
            Together(index, match.Trigger, acting);
        }
    }

    // "The president of Maravene, Ildiko Brandt-Okafor, and Chancellor Drost spoke by telephone": whatever the tree makes of the commas, two
    // persons or more between the verb before and this one, joined by "and", act together.
    private static void Together(SceneIndex index, int verb, List<int> acting)
    {
        ParsedText parse = index.Parse;
        int first = Math.Max(parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(verb)], verb - SubjectReach);
        var persons = new List<int>();
        bool joined = false;
        for (int row = verb - 1; row >= first && parse.Upos[row] != UposTag.Verb; row--)
        {
            joined |= parse.Lemma(row) == "and";
            if (index.NamedAt(row) is >= 0 and var actor && index.Scene.Actors.Actors[actor].Type == ActorType.Person && index.ActorAt(row) == actor)
            {
                SceneIndex.AddOnce(persons, actor);
            }
        }

        if (joined && persons.Count >= 2)
        {
            acting.Clear();
            persons.Reverse();
            acting.AddRange(persons);
        }
    }

    // "a meeting over the weekend in Helsinki between Cyprus and Turkey": the preposition may stand far off.
    private static int After(ParsedText parse, int row)
    {
        int end = Math.Min(parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(row) + 1], row + 12);
        for (int at = row + 1; at < end; at++)
        {
            if (parse.Upos[at] is UposTag.Verb or UposTag.Cconj or UposTag.Punct && parse.Lemma(at) != "-")
            {
                return -1;
            }

            if (parse.Lemma(at) is "with" or "between" or "among" && parse.Relations[at] == DependencyRelation.Case)
            {
                return parse.Heads[at];
            }
        }

        return -1;
    }

    // "the talks, involving A, B and C", "a meeting that includes A and B".
    private static void Involved(SceneIndex index, int noun, List<int> others)
    {
        foreach (int child in index.Parse.Children(noun))
        {
            if (index.Parse.Relations[child].Universal() is DependencyRelation.Acl && index.Parse.Lemma(child) is "involve" or "include" or "group" or "comprise" or "attend")
            {
                index.Collect(index.Parse.Lemma(child) == "attend" ? Clause.Actor(index.Parse, child) : Clause.Object(index.Parse, child), others);
            }
        }
    }

    private static int SubjectAbove(ParsedText parse, int noun)
    {
        int at = parse.Heads[noun];
        for (int depth = 0; depth < 4 && at >= 0; depth++)
        {
            if (parse.Upos[at] == UposTag.Verb)
            {
                int subject = Clause.IsPassive(parse, at) ? Clause.Object(parse, at) : Clause.Subject(parse, at, 0);
                if (subject >= 0 && !parse.IsUnder(noun, subject))
                {
                    return subject;
                }
            }

            at = parse.Heads[at];
        }

        // A phrase that the tree hung elsewhere: what the sentence as a whole says of its subject is the best guess.
        int root = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(noun)];
        while (parse.Heads[root] >= 0)
        {
            root = parse.Heads[root];
        }

        return parse.Upos[root] == UposTag.Verb && root != noun && !parse.IsUnder(noun, Clause.Subject(parse, root, 0)) ? Clause.Subject(parse, root, 0) : -1;
    }

    private static MeetingMode ModeOf(string name) => name switch
    {
        "in-person" => MeetingMode.InPerson,
        "phone" => MeetingMode.Phone,
        "video" => MeetingMode.Video,
        _ => MeetingMode.Unknown,
    };

    private static int? HostOf(SceneIndex index, string role, List<int> acting, List<int> others)
    {
        int host = role switch
        {
            "host" when acting.Count == 1 => acting[0],
            "visit" when others.Count == 1 => others[0],
            _ => -1,
        };
        return host >= 0 && index.Scene.Actors.Actors[host].Type is not ActorType.Group ? host : null;
    }

    // The hour of a meeting is no part of the record: its day is.
    private static string? DayOf(string? time) => time is { Length: > 10 } && time[10] == 'T' ? time[..10] : time;

    // Agencies write "here" for the place of the dateline.
    private static PlaceMention? Here(SceneIndex index, int row)
    {
        ParsedText parse = index.Parse;
        string? city = index.Scene.Report.Dateline?.Split(',')[0].Trim();
        if (string.IsNullOrEmpty(city))
        {
            return null;
        }

        foreach (int child in parse.Children(row))
        {
            if (parse.Lemma(child) == "here" && parse.Relations[child] == DependencyRelation.Advmod)
            {
                string name = string.Join(' ', city.Split(' ').Select(word => word.Length > 1 ? word[0] + word[1..].ToLowerInvariant() : word));
                return new PlaceMention(index.Tokens.Span(child), name, null, null, null, null);
            }
        }

        return null;
    }

    // The noun phrase of what they attended, cut where it grows into clauses.
    private static string OccasionOf(SceneIndex index, PatternMatch match)
    {
        int noun = match.Support;
        bool after = match.Trigger < noun;
        int first = Math.Max(index.Parse.LeftEdge(noun), after ? match.Trigger + 1 : noun - 4);
        int last = after ? Math.Min(index.Parse.RightEdge(noun), noun + 12) : noun;
        return index.Tokens.Span(Math.Max(0, Math.Min(first, noun)), last + 1).In(index.Tokens.Text).Trim(" ,.").ToString();
    }

    private static TextSpan SentenceOf(SceneIndex index, int row)
    {
        int sentence = index.Tokens.SentenceOf(row);
        return index.Tokens.Span(index.Tokens.SentenceStarts[sentence], index.Tokens.SentenceStarts[sentence + 1]);
    }

    private static bool IsAnother(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Lemma(child) is "again" or "second" or "another" or "next" or "last" or "previous" or "earlier")
            {
                return true;
            }
        }

        return false;
    }

    // Where only the lack of a sign spoke for "held", a time after the report speaks against it; what was put off to a known day is planned for it.
    private static MeetingStatus StatusOn(MeetingDraft draft, string? published)
    {
        bool ahead = published is not null && draft.Time is not null && string.CompareOrdinal(draft.Time[..Math.Min(10, draft.Time.Length)], published[..Math.Min(10, published.Length)]) > 0;
        return ahead && (draft.Status == MeetingStatus.Postponed || (draft.Status == MeetingStatus.Held && draft.IsStatusGuessed)) ? MeetingStatus.Planned : draft.Status;
    }

    private static Meeting Finish(MeetingDraft draft, string? published) => new()
    {
        Participants = draft.Participants,
        Place = draft.Place,
        Time = StatusOn(draft, published) == MeetingStatus.Held && published is not null && string.CompareOrdinal(draft.Time, published) > 0 ? null : draft.Time,
        Status = StatusOn(draft, published),
        // Who talks in a place sits together; of talks without one the report may mean letters.
        Mode = draft.Mode == MeetingMode.Unknown && draft.Place is not null ? MeetingMode.InPerson : draft.Mode,
        Host = draft.Host,
        Occasion = draft.Occasion,
        Evidence = [.. draft.Evidence.Order()],
        // Meetings told of twice are rarely wrong: 0.9 against 0.7 on the development part of eval/meetings.
        Confidence = draft.Evidence.Count > 1 ? 0.9 : 0.7,
        Row = draft.Row,
        IsVisit = draft.IsVisit,
    };
}

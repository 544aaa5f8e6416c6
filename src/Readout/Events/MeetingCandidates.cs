using System.Collections.Frozen;
using Readout.Actors;
using Readout.Parsing;
using Readout.Places;

namespace Readout.Events;

/// <summary>
/// Finds every word that may tell of a meeting: the triggers of <c>meetings.tsv</c> with the sides that their patterns give, and all other
/// words of <c>meeting-words.tsv</c>. Immutable, thread-safe.
/// </summary>
internal sealed class MeetingCandidates
{
    private const int HereReach = 12;
    private const int DatelineReach = 16;

    private readonly PatternTable _patterns;
    private readonly MeetingLexicon _lexicon;
    private readonly MeetingStatusReader _status;
    private readonly FrozenSet<string> _delegates;

    private MeetingCandidates(string data, Reality reality)
    {
        _patterns = PatternTable.Load(data, Path.Combine("events", "meetings.tsv"));
        _lexicon = MeetingLexicon.Load(data);
        _status = MeetingStatusReader.Load(data, reality);
        _delegates = PatternTable.ReadClass(data, "delegate");
    }

    public static MeetingCandidates Load(string dataDirectory, Reality reality) => new(dataDirectory, reality);

    /// <summary>The candidates in text order.</summary>
    public List<MeetingCandidate> Find(SceneIndex index, StatementView view)
    {
        ParsedText parse = index.Parse;
        var matcher = new PatternMatcher(_patterns, parse);
        Dictionary<int, PatternMatch> supported = Supported(index, matcher);
        var found = new List<MeetingCandidate>();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            if (index.IsPassedOver(row) || parse.Upos[row] is not (UposTag.Verb or UposTag.Noun or UposTag.Propn or UposTag.Adj))
            {
                continue;
            }

            string? kind = _lexicon.ClassOf(parse, row);
            bool isPart = kind != "visit" && parse.Relations[row] is DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Flat;
            PatternMatch? match = isPart || parse.Upos[row] is UposTag.Propn or UposTag.Adj ? null : supported.TryGetValue(row, out PatternMatch known) ? known : matcher.Match(row);
            bool isTaken = match is { } own && own.Trigger == row && own.Support != row && supported.ContainsKey(own.Support);
            if (!isPart && !isTaken && (kind is not null || match is not null))
            {
                found.Add(Candidate(index, view, (row, kind ?? "pattern"), match));
            }
        }

        return found;
    }

    // "held talks": the noun tells of the meeting, the verb only that it took place.
    private Dictionary<int, PatternMatch> Supported(SceneIndex index, PatternMatcher matcher)
    {
        var supported = new Dictionary<int, PatternMatch>();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            if (index.Parse.Upos[row] == UposTag.Verb && !index.IsPassedOver(row) && matcher.Match(row) is { } match && match.Support != row && _lexicon.ClassOf(index.Parse, match.Support) is not null)
            {
                supported.TryAdd(match.Support, match);
            }
        }

        return supported;
    }

    private MeetingCandidate Candidate(SceneIndex index, StatementView view, (int Row, string Class) word, PatternMatch? match)
    {
        ParsedText parse = index.Parse;
        int trigger = match?.Trigger ?? word.Row;
        int support = match?.Support ?? word.Row;
        var candidate = new MeetingCandidate { Row = word.Row, Verb = parse.Upos[trigger] == UposTag.Verb ? trigger : -1, Class = word.Class, Match = match };
        candidate.RuleStatus = _status.Of(parse, trigger, support, out bool isGuessed);
        candidate.IsGuessed = isGuessed;
        if (match is { } pattern)
        {
            MeetingArguments.Collect(index, view, new PatternMatcher(_patterns, parse), pattern, (candidate.Acting, candidate.Others));
            MeetingArguments.Represent(index, _delegates, candidate.Acting);
            MeetingArguments.Represent(index, _delegates, candidate.Others);
        }

        candidate.IsByRule = match is not null && candidate.RuleStatus is not null && MeetingParticipants.IsWhole([.. candidate.Acting.Union(candidate.Others)], index.Scene.Actors)
            && FitsRole(index.Scene.Actors, candidate);
        candidate.Time = DayOf(Circumstances.TimeOf(index, support != trigger ? support : trigger) ?? Circumstances.TimeOf(index, trigger));
        candidate.Place = PlaceOf(index, word, match);
        return candidate;
    }

    // Visits are paid to states and persons, hosts receive people; to schools and air bases nobody is a party.
    private static bool FitsRole(ActorTable actors, MeetingCandidate candidate) => candidate.Role switch
    {
        "visit" => candidate.Others.Exists(one => actors.Actors[one].Type is ActorType.State or ActorType.Person
            && !candidate.Acting.Exists(two => actors.Actors[two].State is { } state && state == actors.Actors[one].State)),
        "host" => candidate.Others.Exists(one => actors.Actors[one].Type is ActorType.Person or ActorType.Group),
        _ => true,
    };

    private PlaceMention? PlaceOf(SceneIndex index, (int Row, string Class) word, PatternMatch? match)
    {
        if (match is { } visit && visit.Pattern.Mode == "visit" && new PatternMatcher(_patterns, index.Parse).Recipient(visit) is >= 0 and var destination
            && index.PlaceAt(destination) is >= 0 and var place)
        {
            return index.Scene.Places[place];
        }

        return Circumstances.PlaceOf(index, match?.Trigger ?? word.Row) ?? Here(index, word.Row);
    }

    /// <summary>The hour of a meeting is no part of the record: its day is.</summary>
    public static string? DayOf(string? time) => time is { Length: > 10 } && time[10] == 'T' ? time[..10] : time;

    // Agencies write "here" for the place of the dateline.
    private static PlaceMention? Here(SceneIndex index, int row)
    {
        int sentence = index.Tokens.SentenceOf(row);
        int first = Math.Max(index.Tokens.SentenceStarts[sentence], row - HereReach);
        int end = Math.Min(index.Tokens.SentenceStarts[sentence + 1], row + HereReach);
        for (int at = first; at < end; at++)
        {
            if (index.Tokens.Form(at) is "here")
            {
                return Dateline(index, at);
            }
        }

        return null;
    }

    internal static PlaceMention? Dateline(SceneIndex index, int here)
    {
        if (index.Scene.Report.Dateline?.Split(',')[0].Trim() is { Length: > 0 } city)
        {
            string name = string.Join(' ', city.Split(' ').Select(word => word.Length > 1 ? word[0] + word[1..].ToLowerInvariant() : word));
            return new PlaceMention(index.Tokens.Span(here), name, null, null, null, null);
        }

        for (int row = 0; row < Math.Min(DatelineReach, index.Tokens.Count); row++)
        {
            if (index.PlaceAt(row) is >= 0 and var place && index.Tokens.Form(row).Length > 1 && char.IsUpper(index.Tokens.Form(row)[1]))
            {
                return index.Scene.Places[place];
            }
        }

        return null;
    }
}

using Readout.Records;

namespace Readout.Evaluation;

/// <summary>
/// Compares records that the engine wrote with records made by hand and adds the counts up by layer.
/// A statement, meeting or commitment is matched one to one by overlap; what is judged of a pair (speaker, kind, status) is
/// counted over the matched pairs. Actors are compared by their mentions: an expected actor is the actual one of the same name, else the one
/// whose mentions are most alike, each used once. Not thread-safe.
/// </summary>
public sealed class RecordScorer
{
    // Half of the characters of both contents together: enough that it is the same statement, loose enough for a different edge.
    private const double SameContent = 0.5;

    private readonly SortedDictionary<string, Score> _scores = new(StringComparer.Ordinal);

    /// <summary>Scores so far by layer name, such as <c>statements.speaker</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Score> Scores => _scores;

    /// <summary>Adds one report.</summary>
    /// <param name="expected">Made by hand.</param>
    /// <param name="actual">Read by the engine from the same text, offsets in the same unit.</param>
    public void Add(ReportRecord expected, ReportRecord actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        Dictionary<string, string> actors = MapActors(expected, actual);
        AddMentions(expected, actual, actors);
        AddStatements(expected, actual, actors);
        AddMeetings(expected, actual, actors);
        AddCommitments(expected, actual, actors);
        Count("boilerplate", expected.Report.Boilerplate.Select(Key), actual.Report.Boilerplate.Select(Key));
        Count("times", expected.Times.Select(time => $"{Key(time.Span)} {time.Value}"), actual.Times.Select(time => $"{Key(time.Span)} {time.Value}"));
        Count("times.span", expected.Times.Select(time => Key(time.Span)), actual.Times.Select(time => Key(time.Span)));
        Count("places.span", expected.Places.Select(place => Key(place.Span)), actual.Places.Select(place => Key(place.Span)));
    }

    private static string Key(SpanRecord span) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    private void Count(string layer, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        List<string> wanted = [.. expected];
        List<string> found = [.. actual];
        int total = found.Count;
        int matched = wanted.Count(found.Remove);
        Add(layer, new Score(matched, wanted.Count, total));
    }

    private void Add(string layer, Score score) => _scores[layer] = _scores.GetValueOrDefault(layer) + score;

    private void Judge(string layer, bool right) => Add(layer, new Score(right ? 1 : 0, 1, 1));

    // One to one, the most alike first, as in CEAF (Luo 2005): two expected actors that the engine took for one are not both right.
    private static Dictionary<string, string> MapActors(ReportRecord expected, ReportRecord actual) =>
        Pair(expected.Actors, actual.Actors, Likeness, double.Epsilon).ToDictionary(pair => pair.Wanted.Id, pair => pair.Found.Id, StringComparer.Ordinal);

    private static double Likeness(ActorRecord wanted, ActorRecord found)
    {
        double shared = SharedMentions(wanted, found);
        return shared > 0 && wanted.Name == found.Name ? 1 + shared : shared;
    }

    // Twice the mentions in common of all mentions, each counted by how much of the two spans is common: of nested phrases the equal one decides.
    private static double SharedMentions(ActorRecord wanted, ActorRecord found) =>
        2 * wanted.Mentions.Sum(a => found.Mentions.Max(b => IsSame(a, b) ? Jaccard([a], [b]) : 0)) / (wanted.Mentions.Count + found.Mentions.Count);

    // Mentions count as the same where one lies in the other and they end or start together: titles and articles may differ.
    private static int Shared(ActorRecord wanted, ActorRecord found) =>
        wanted.Mentions.Count(a => found.Mentions.Any(b => IsSame(a, b)));

    private static bool IsSame(SpanRecord left, SpanRecord right) => left.End == right.End || (left.Start == right.Start && Overlap(left, right) > 0);

    private static int Overlap(SpanRecord a, SpanRecord b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private void AddMentions(ReportRecord expected, ReportRecord actual, Dictionary<string, string> actors)
    {
        int matched = 0;
        foreach (ActorRecord wanted in expected.Actors)
        {
            if (actors.TryGetValue(wanted.Id, out string? id))
            {
                ActorRecord found = actual.Actors.First(actor => actor.Id == id);
                matched += Shared(wanted, found);
                Judge("actors.type", wanted.Type == found.Type);
                Judge("actors.office", wanted.Office == found.Office);
            }
        }

        Add("actors.mentions", new Score(matched, expected.Actors.Sum(actor => actor.Mentions.Count), actual.Actors.Sum(actor => actor.Mentions.Count)));
    }

    private void AddStatements(ReportRecord expected, ReportRecord actual, Dictionary<string, string> actors)
    {
        List<(StatementRecord Wanted, StatementRecord Found)> pairs = Pair(
            expected.Statements, actual.Statements, (wanted, found) => Jaccard(wanted.Content, found.Content), SameContent);
        Add("statements", new Score(pairs.Count, expected.Statements.Count, actual.Statements.Count));
        foreach ((StatementRecord wanted, StatementRecord found) in pairs)
        {
            Judge("statements.content", wanted.Content.Select(Key).SequenceEqual(found.Content.Select(Key)));
            Judge("statements.cue", wanted.Cue is null ? found.Cue is null : found.Cue is not null && Overlap(wanted.Cue, found.Cue) > 0);
            Judge("statements.speaker", SameActors(wanted.Speakers, found.Speakers, actors));
            Judge("statements.addressee", SameActors(wanted.Addressees, found.Addressees, actors));
            Judge("statements.form", wanted.Form == found.Form);
            Judge("statements.kind", wanted.Kind == found.Kind);
            Judge("statements.time", wanted.Time == found.Time);
        }
    }

    private void AddMeetings(ReportRecord expected, ReportRecord actual, Dictionary<string, string> actors)
    {
        List<(MeetingRecord Wanted, MeetingRecord Found)> pairs = Pair(
            expected.Meetings, actual.Meetings, (wanted, found) => SameMeeting(wanted, found, actors), 0.5);
        Add("meetings", new Score(pairs.Count, expected.Meetings.Count, actual.Meetings.Count));
        foreach ((MeetingRecord wanted, MeetingRecord found) in pairs)
        {
            Judge("meetings.participants", Same(wanted.Participants, found.Participants, actors));
            Judge("meetings.time", wanted.Time == found.Time);
            Judge("meetings.status", wanted.Status == found.Status);
            Judge("meetings.mode", wanted.Mode == found.Mode);
        }
    }

    // Evidence that overlaps and at least one participant in common.
    private static double SameMeeting(MeetingRecord wanted, MeetingRecord found, Dictionary<string, string> actors)
    {
        int common = wanted.Participants.Count(id => actors.TryGetValue(id, out string? other) && found.Participants.Contains(other));
        bool evidence = wanted.Evidence.Any(a => found.Evidence.Any(b => Overlap(a, b) > 0));
        return evidence && common > 0 ? (double)common / Math.Max(wanted.Participants.Count, found.Participants.Count) + 0.5 : 0;
    }

    private void AddCommitments(ReportRecord expected, ReportRecord actual, Dictionary<string, string> actors)
    {
        List<(CommitmentRecord Wanted, CommitmentRecord Found)> pairs = Pair(
            expected.Commitments, actual.Commitments, (wanted, found) => Jaccard([wanted.Action], [found.Action]), 0.3);
        Add("commitments", new Score(pairs.Count, expected.Commitments.Count, actual.Commitments.Count));
        foreach ((CommitmentRecord wanted, CommitmentRecord found) in pairs)
        {
            Judge("commitments.parties", Same(wanted.Parties, found.Parties, actors));
            Judge("commitments.period", wanted.Period == found.Period && wanted.Due == found.Due);
            Judge("commitments.amount", wanted.Amount == found.Amount);
            Judge("commitments.status", wanted.Status == found.Status);
            Judge("commitments.kind", wanted.Kind == found.Kind);
        }
    }

    private static bool SameActors(IReadOnlyList<ActorSpanRecord> wanted, IReadOnlyList<ActorSpanRecord> found, Dictionary<string, string> actors) =>
        Same([.. wanted.Select(one => one.Actor ?? "")], [.. found.Select(one => one.Actor ?? "")], actors);

    private static bool Same(IReadOnlyList<string> wanted, IReadOnlyList<string> found, Dictionary<string, string> actors) =>
        wanted.Select(id => id.Length == 0 ? id : actors.GetValueOrDefault(id, "?")).Order(StringComparer.Ordinal)
            .SequenceEqual(found.Order(StringComparer.Ordinal));

    // Best pairs first; each item is used once. Lists are a report's facts: tens.
    private static List<(T Wanted, T Found)> Pair<T>(IReadOnlyList<T> wanted, IReadOnlyList<T> found, Func<T, T, double> similarity, double least)
    {
        var candidates = new List<(double Similarity, int Wanted, int Found)>();
        for (int i = 0; i < wanted.Count; i++)
        {
            for (int j = 0; j < found.Count; j++)
            {
                double value = similarity(wanted[i], found[j]);
                if (value >= least)
                {
                    candidates.Add((value, i, j));
                }
            }
        }

        var pairs = new List<(T, T)>();
        var usedWanted = new bool[wanted.Count];
        var usedFound = new bool[found.Count];
        foreach ((double _, int i, int j) in candidates.OrderByDescending(one => one.Similarity).ThenBy(one => one.Wanted).ThenBy(one => one.Found))
        {
            if (!usedWanted[i] && !usedFound[j])
            {
                usedWanted[i] = usedFound[j] = true;
                pairs.Add((wanted[i], found[j]));
            }
        }

        return pairs;
    }

    private static double Jaccard(IReadOnlyList<SpanRecord> left, IReadOnlyList<SpanRecord> right)
    {
        int common = left.Sum(a => right.Sum(b => Overlap(a, b)));
        int total = left.Sum(a => a.End - a.Start) + right.Sum(b => b.End - b.Start) - common;
        return total == 0 ? 0 : (double)common / total;
    }
}

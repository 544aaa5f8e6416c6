using System.Text.Json;
using Readout.Actors;
using Readout.Evaluation;
using Readout.Events;

namespace Readout.Training;

/// <summary>Tells which candidates of a report tell of which annotated meeting, and makes examples for each decision.</summary>
internal sealed class MeetingExamples(Reality reality)
{
    private readonly List<ulong> _buffer = new(96);

    public List<(ulong[] Features, int Label)> Sides { get; } = [];

    public List<(ulong[] Features, int Label)> Candidates { get; } = [];

    public List<(ulong[] Features, int Label)> Same { get; } = [];

    public List<(ulong[] Features, int Label)> Status { get; } = [];

    public List<(ulong[] Features, int Label)> Day { get; } = [];

    /// <summary>Adds examples for who takes part, the state and the day, of the candidates that tell of an annotated meeting.</summary>
    public void AddAttributes(AnnotatedReport report, List<MeetingCandidate> candidates)
    {
        JsonElement[] meetings = Meetings(report);
        var sides = new MeetingSides(report.Index, report.View);
        var features = new MeetingFeatures(report.Index, report.View, reality);
        foreach (MeetingCandidate candidate in candidates)
        {
            if (Told(report, candidate, meetings) is not (>= 0 and var told))
            {
                continue;
            }

            string[] names = StandoffFile.Names(meetings[told], "participants");
            foreach (MeetingSide side in candidate.Sides)
            {
                sides.Describe(candidate, side, _buffer);
                Sides.Add((Distinct(), names.Any(name => Is(report, name, side.Actor)) ? 1 : 0));
            }

            features.DescribeStatus(candidate, _buffer);
            Status.Add((Distinct(), (int)Enum.Parse<MeetingStatus>(StandoffFile.Text(meetings[told], "status")!, ignoreCase: true)));
            foreach ((int time, int row) in MeetingFinder.TimesNear(report.Index, candidate))
            {
                features.DescribeDay(candidate, time, row, _buffer);
                string? wanted = StandoffFile.Text(meetings[told], "time");
                Day.Add((Distinct(), wanted is not null && NewswireScorer.TimeIsRight(wanted, MeetingFinder.DayOf(report.Index, time)) ? 1 : 0));
            }
        }
    }

    /// <summary>Adds examples for which words tell of a meeting and which tell of the same; the candidates are judged by models that never saw the report.</summary>
    public void AddDecisions(AnnotatedReport report, List<MeetingCandidate> candidates)
    {
        JsonElement[] meetings = Meetings(report);
        var features = new MeetingFeatures(report.Index, report.View, reality);
        var merger = new MeetingMerger(report.Index, new Learning.SparseClassifier([], [], 1));
        var known = new Dictionary<int, MeetingDraft>();
        foreach (MeetingCandidate candidate in candidates)
        {
            int told = Told(report, candidate, meetings);
            if (told >= 0 || !IsLikeOne(report, candidate, meetings))
            {
                features.DescribeCandidate(candidate, _buffer);
                Candidates.Add((Distinct(), told >= 0 ? 1 : 0));
            }

            if (told < 0)
            {
                continue;
            }

            MeetingDraft mention = MeetingFinder.Draft(report.Index, candidate);
            foreach ((int meeting, MeetingDraft draft) in known.OrderBy(pair => pair.Key))
            {
                merger.Describe(draft, mention, _buffer);
                Same.Add((Distinct(), meeting == told ? 1 : 0));
            }

            if (!known.TryAdd(told, mention))
            {
                merger.Join(known[told], mention);
            }
        }
    }

    private static JsonElement[] Meetings(AnnotatedReport report) => [.. report.Line.GetProperty("meetings").EnumerateArray()];

    private ulong[] Distinct() => [.. _buffer.Distinct()];

    // A meeting of which the annotation marks other words than these: neither told of here for certain, nor for certain not.
    private static bool IsLikeOne(AnnotatedReport report, MeetingCandidate candidate, JsonElement[] meetings) =>
        candidate.Participants.Count >= 2
        && meetings.Any(meeting => ActorNames.SharedSides(StandoffFile.Names(meeting, "participants"), candidate.Participants.Select(one => report.Actors[one])) >= 2);

    // The meeting whose evidence covers the word or its verb; of several the one that shares most sides.
    private static int Told(AnnotatedReport report, MeetingCandidate candidate, JsonElement[] meetings)
    {
        int best = -1;
        int most = -1;
        for (int i = 0; i < meetings.Length; i++)
        {
            if (!meetings[i].GetProperty("evidence").EnumerateArray().Any(span => Covers(report, span, candidate.Row) || (candidate.Verb >= 0 && Covers(report, span, candidate.Verb))))
            {
                continue;
            }

            string[] names = StandoffFile.Names(meetings[i], "participants");
            int shared = candidate.Acting.Concat(candidate.Others).Count(one => names.Any(name => Is(report, name, one)));
            if (shared > most)
            {
                (best, most) = (i, shared);
            }
        }

        return best;
    }

    private static bool Covers(AnnotatedReport report, JsonElement span, int row) =>
        report.Index.Tokens.Starts[row] < span[1].GetInt32() && span[0].GetInt32() < report.Index.Tokens.Ends[row];

    private static bool Is(AnnotatedReport report, string name, int actor) =>
        ActorNames.Matches(name, report.Actors[actor])
        || (report.Actors[actor].Type is ActorType.Group or ActorType.Unnamed && report.Actors[actor].State is { } state && name.EndsWith($"[{state}]", StringComparison.Ordinal));
}

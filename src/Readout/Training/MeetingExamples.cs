using System.Text.Json;
using Readout.Actors;
using Readout.Evaluation;
using Readout.Events;
using Readout.Learning;
using Readout.Models;
using Readout.Places;
using Readout.Records;

namespace Readout.Training;

/// <summary>Tells which candidates of a report tell of which annotated meeting, and makes examples for each decision.</summary>
internal sealed class MeetingExamples(Reality reality)
{
    public List<SparseExample> Sides { get; } = [];

    public List<SparseExample> Candidates { get; } = [];

    public List<SparseExample> Place { get; } = [];

    public List<SparseExample> Same { get; } = [];

    public List<SparseExample> Status { get; } = [];

    public List<SparseExample> Day { get; } = [];

    /// <summary>Adds the examples of a report whose candidates are judged by models that never saw it.</summary>
    public void Add(AnnotatedReport report, List<MeetingCandidate> candidates)
    {
        JsonElement[] meetings = Meetings(report);
        var buffer = Int8Activations.Features(report.Document.Parse.States);
        var features = new MeetingFeatures(report.Index, report.View, reality);
        var known = new Dictionary<int, MeetingDraft>();
        foreach (MeetingCandidate candidate in candidates)
        {
            int told = Told(report, candidate, meetings);
            if (told >= 0 || !(IsLikeOne(report, candidate, meetings) || IsOfItsKind(report, candidate, meetings, candidates)))
            {
                features.DescribeCandidate(candidate, buffer);
                Candidates.Add(SparseExample.Of(buffer, told >= 0 ? 1 : 0));
            }

            if (told >= 0)
            {
                AddSides(report, candidate, meetings[told]);
                AddStatus(report, candidate, candidates, meetings[told]);
                AddCircumstances(report, candidate, meetings[told]);
                AddSame(report, candidate, told, known);
            }
        }
    }

    private void AddSides(AnnotatedReport report, MeetingCandidate candidate, JsonElement meeting)
    {
        string[] names = StandoffFile.Names(meeting, "participants");
        var sides = new MeetingSides(report.Index, report.View);
        var buffer = Int8Activations.Features(report.Document.Parse.States);
        foreach (MeetingSide side in candidate.Sides)
        {
            sides.Describe(candidate, side, buffer);
            Sides.Add(SparseExample.Of(buffer, names.Any(name => Is(report, name, side.Actor)) ? 1 : 0));
        }
    }

    private void AddStatus(AnnotatedReport report, MeetingCandidate candidate, List<MeetingCandidate> all, JsonElement meeting)
    {
        var buffer = Int8Activations.Features(report.Document.Parse.States);
        new MeetingStatusFeatures(report.Index, report.View, reality).Describe(candidate, all, buffer);
        Status.Add(SparseExample.Of(buffer, (int)Enum.Parse<MeetingStatus>(StandoffFile.Text(meeting, "status")!, ignoreCase: true)));
    }

    private void AddCircumstances(AnnotatedReport report, MeetingCandidate candidate, JsonElement meeting)
    {
        var buffer = new FeatureSet();
        var circumstances = new MeetingCircumstances(report.Index, report.View, reality);
        string? day = StandoffFile.Text(meeting, "time");
        foreach ((int time, int row) in MeetingSetting.TimesNear(report.Index, candidate))
        {
            circumstances.DescribeDay(candidate, time, row, buffer);
            Day.Add(SparseExample.Of(buffer, day is not null && NewswireScorer.TimeIsRight(day, MeetingSetting.DayOf(report.Index, time)) ? 1 : 0));
        }

        string? wanted = StandoffFile.Text(meeting, "place");
        foreach ((PlaceMention place, int row) in MeetingSetting.PlacesNear(report.Index, candidate, MeetingSetting.Dateline(report.Index)))
        {
            circumstances.DescribePlace(candidate, (place, row), buffer);
            Place.Add(SparseExample.Of(buffer, wanted is not null && NewswireScorer.PlaceIs(wanted, place.Name, report.Index.Tokens.Text.AsSpan(place.Span.Start, place.Span.Length)) ? 1 : 0));
        }
    }

    private void AddSame(AnnotatedReport report, MeetingCandidate candidate, int told, Dictionary<int, MeetingDraft> known)
    {
        var buffer = new FeatureSet();
        var merger = new MeetingMerger(report.Index, new SparseClassifier([], [], 1));
        MeetingDraft mention = MeetingDraftBuilder.Of(report.Index, candidate);
        foreach ((int meeting, MeetingDraft draft) in known.OrderBy(pair => pair.Key))
        {
            merger.Describe(draft, mention, buffer);
            Same.Add(SparseExample.Of(buffer, meeting == told ? 1 : 0));
        }

        if (!known.TryAdd(told, mention))
        {
            merger.Join(known[told], mention);
        }
    }

    private static JsonElement[] Meetings(AnnotatedReport report) => [.. report.Line.GetProperty("meetings").EnumerateArray()];

    // A word that the annotation does not mark, of a meeting that it does mark elsewhere ("the talks"): neither told of here for certain, nor for
    // certain not.
    private static bool IsLikeOne(AnnotatedReport report, MeetingCandidate candidate, JsonElement[] meetings)
    {
        IEnumerable<ActorRecord> sides = candidate.Participants.Select(one => report.Actors[one]);
        bool isBare = candidate.Participants.Count < 2 && candidate.Class is "talk" or "meeting" or "summit" or "visit";
        return meetings.Any(meeting => ActorNames.SharedSides(StandoffFile.Names(meeting, "participants"), sides) is var shared
            && (shared >= 2 || (isBare && shared == candidate.Participants.Count)));
    }

    // A word of the kind that tells of a meeting elsewhere, with one of its sides: the annotation marks only what tells plainly.
    private static bool IsOfItsKind(AnnotatedReport report, MeetingCandidate candidate, JsonElement[] meetings, List<MeetingCandidate> all)
    {
        ActorRecord[] sides = [.. candidate.Participants.Select(one => report.Actors[one])];
        for (int i = 0; i < meetings.Length; i++)
        {
            if (ActorNames.SharedSides(StandoffFile.Names(meetings[i], "participants"), sides) > 0
                && all.Exists(other => other != candidate && other.Class == candidate.Class && Told(report, other, meetings) == i))
            {
                return true;
            }
        }

        return false;
    }

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

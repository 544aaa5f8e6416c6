using Readout.Attribution;
using Readout.Learning;
using Readout.Models;
using Readout.Places;

namespace Readout.Events;

/// <summary>
/// Finds meetings, talks, visits, calls and ceremonies attended together (docs/guidelines/meetings.md): words that may tell of one, a
/// trained model that says which do, who took part, when and whether it took place, and one record for all mentions of one.
/// Immutable, thread-safe.
/// </summary>
public sealed class MeetingFinder
{
    // In thousandths of a logit. Chosen by cross-validation on the development part of eval/meetings (docs/meetings.md).
    private const int LeastScore = 200;
    private const int LeastRuleScore = -3000;
    private const int RuleWeight = 6000;
    private const int LeastLooseScore = -600;

    private readonly MeetingCandidates _candidates;
    private readonly Reality _reality;

    private MeetingFinder(MeetingCandidates candidates, Reality reality, MeetingModel model) => (_candidates, _reality, Model) = (candidates, reality, model);

    /// <summary>The trained decisions.</summary>
    internal MeetingModel Model { get; }

    /// <summary>Loads <c>events/meetings.tsv</c>, <c>events/meeting-words.tsv</c>, the files that they name and <c>models/en/meetings.model</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static MeetingFinder Load(string dataDirectory)
    {
        var reality = new Reality(OperatorTable.Load(dataDirectory));
        return new MeetingFinder(MeetingCandidates.Load(dataDirectory, reality), reality, MeetingModel.Load(Path.Combine(dataDirectory, "models", "en", "meetings.model")));
    }

    /// <summary>The same finder with other decisions.</summary>
    internal MeetingFinder With(MeetingModel model) => new(_candidates, _reality, model);

    /// <summary>Meetings in text order of their first mention.</summary>
    public IReadOnlyList<Meeting> Find(Scene scene, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        var index = new SceneIndex(scene);
        return Find(index, new StatementView(index, statements));
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<Meeting> Find(SceneIndex index, StatementView view)
    {
        return [.. Drafts(index, Judged(index, view)).Select(draft => MeetingDraftBuilder.Finish(draft, index.Scene.Report.Published))];
    }

    /// <summary>The meetings, each with all words that tell of it.</summary>
    internal List<MeetingDraft> Drafts(SceneIndex index, List<MeetingCandidate> candidates)
    {
        var merger = new MeetingMerger(index, Model.Same);
        var meetings = new List<MeetingDraft>();
        var loose = new List<MeetingDraft>();
        foreach (MeetingCandidate candidate in candidates)
        {
            bool isWhole = MeetingParticipants.IsWhole(candidate.Participants, index.Scene.Actors);
            if (candidate.IsDenied || candidate.Score <= (!isWhole ? LeastLooseScore : candidate.IsByRule ? LeastRuleScore : LeastScore))
            {
                continue;
            }

            MeetingDraft mention = MeetingDraftBuilder.Of(index, candidate);
            if (!isWhole)
            {
                loose.Add(mention);
            }
            else if (merger.Find(meetings, mention, out bool isSure) is { } known)
            {
                if (isSure)
                {
                    merger.Join(known, mention);
                }
                else
                {
                    MeetingMerger.JoinEvidence(known, mention);
                }

                known.ChooseDay(MeetingDraftBuilder.LeastDay);
            }
            else
            {
                meetings.Add(mention);
            }
        }

        foreach (MeetingDraft mention in loose)
        {
            if (merger.Find(meetings, mention, out _) is { } known)
            {
                merger.Join(known, mention);
            }
        }

        return meetings;
    }

    /// <summary>The candidates of a report with everything that the model says of them.</summary>
    internal List<MeetingCandidate> Judged(SceneIndex index, StatementView view)
    {
        List<MeetingCandidate> candidates = _candidates.Find(index, view);
        var sides = new MeetingSides(index, view);
        var features = new MeetingFeatures(index, view, _reality);
        var status = new MeetingStatusFeatures(index, view, _reality);
        var circumstances = new MeetingCircumstances(index, view, _reality);
        var buffer = Int8Activations.Features(index.Parse.States);
        (PlaceMention Place, int Row)? dateline = MeetingSetting.Dateline(index);
        foreach (MeetingCandidate candidate in candidates)
        {
            foreach (MeetingSide side in sides.Find(candidate))
            {
                sides.Describe(candidate, side, buffer);
                candidate.Sides.Add(side with { Score = Model.Sides.Score(buffer) });
            }
        }

        foreach (MeetingCandidate candidate in candidates)
        {
            MeetingParticipants.Choose(candidate, index.Scene.Actors);
            features.DescribeCandidate(candidate, buffer);
            candidate.Score = Model.Candidates.Score(buffer);
            if (candidate.IsByRule || candidate.Score > LeastLooseScore)
            {
                status.Describe(candidate, candidates, buffer);
                Model.Status.Score(buffer, candidate.Statuses);
                if (candidate is { RuleStatus: { } told, IsGuessed: false })
                {
                    candidate.Statuses[(int)told] += RuleWeight;
                }

                AddDays(index, circumstances, candidate, buffer);
                foreach ((PlaceMention place, int row) in MeetingSetting.PlacesNear(index, candidate, dateline))
                {
                    circumstances.DescribePlace(candidate, (place, row), buffer);
                    candidate.Places.Add((place, Model.Place.Score(buffer)));
                }
            }
        }

        return candidates;
    }

    private void AddDays(SceneIndex index, MeetingCircumstances circumstances, MeetingCandidate candidate, FeatureSet buffer)
    {
        foreach ((int time, int row) in MeetingSetting.TimesNear(index, candidate))
        {
            if (time < 0 && MeetingMerger.Best(candidate.Statuses) is not (MeetingStatus.Held or MeetingStatus.Ongoing))
            {
                // What is still to come, or did not come, is not told to be today by saying nothing.
                continue;
            }

            circumstances.DescribeDay(candidate, time, row, buffer);
            candidate.Days.Add((MeetingSetting.DayOf(index, time), Model.Day.Score(buffer)));
        }
    }
}

using Readout.Actors;

namespace Readout.Events;

/// <summary>Chooses who takes part in a meeting among the scored actors near the word that tells of it.</summary>
internal static class MeetingParticipants
{
    // In thousandths of a logit. Chosen by cross-validation on the development part of eval/meetings (docs/meetings.md).
    private const int LeastRuleSide = -2500;
    private const int LeastMoreSide = 2000;
    private const int LeastNextSide = -500;
    private const int LeastSide = 700;

    /// <summary>Whether there are at least two, of whom one is named.</summary>
    public static bool IsWhole(List<int> participants, ActorTable actors) =>
        participants.Count >= 2 && participants.Exists(one => actors.Actors[one].Type is ActorType.Person or ActorType.State or ActorType.Organization);

    /// <summary>Takes those whose best mention is scored high enough, without states for which somebody else of the same state sits there.</summary>
    public static void Choose(MeetingCandidate candidate, ActorTable actors)
    {
        candidate.Participants.Clear();
        if (candidate.IsByRule)
        {
            foreach (int actor in candidate.Acting.Concat(candidate.Others))
            {
                if (candidate.Sides.Exists(side => side.Actor == actor && side.Score > LeastRuleSide))
                {
                    SceneIndex.AddOnce(candidate.Participants, actor);
                }
            }
        }

        int least = candidate.IsByRule && candidate.Participants.Count >= 2 ? LeastMoreSide : LeastSide;
        foreach (MeetingSide side in candidate.Sides)
        {
            if (side.Score > least)
            {
                SceneIndex.AddOnce(candidate.Participants, side.Actor);
            }
        }

        if (candidate.Participants.Count < 2)
        {
            AddNext(candidate, actors);
        }

        candidate.Participants.RemoveAll(one => actors.Actors[one].Type == ActorType.State
            && candidate.Participants.Exists(two => two != one && actors.Actors[two].Type == ActorType.Person && MeetingMerger.Stands(one, two, actors)));
    }

    // Nobody meets alone: whoever is likeliest beside the one who is sure.
    private static void AddNext(MeetingCandidate candidate, ActorTable actors)
    {
        while (candidate.Participants.Count < 2)
        {
            int best = LeastNextSide;
            int next = -1;
            foreach (MeetingSide side in candidate.Sides)
            {
                if (side.Score > best && !candidate.Participants.Exists(one => one == side.Actor || actors.Actors[one].Name == actors.Actors[side.Actor].Name || MeetingMerger.Stands(one, side.Actor, actors)))
                {
                    (best, next) = (side.Score, side.Actor);
                }
            }

            if (next < 0)
            {
                return;
            }

            candidate.Participants.Add(next);
        }
    }
}

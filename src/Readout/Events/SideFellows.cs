using Readout.Actors;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Takes the sides that are chosen over into a draft, with those who stand beside them.</summary>
internal static class SideFellows
{
    // Beside a meeting that the patterns of meetings find, words like "summit" name whoever the sentence has.
    private const int MostConferring = 4;

    // Scores by which another side may lie below the chosen one to stand beside it.
    private const int Beside = 2000;

    /// <summary>Replaces the sides of a draft by the chosen ones and their fellows.</summary>
    public static void Take(SceneIndex index, EventDraft draft, List<SideCandidate> found, (int[] Scores, int Best) acting, (int[] Scores, int Best) receiving)
    {
        int[] rules = [.. draft.Actors];
        int[] others = [.. draft.Recipients];
        draft.Actors.Clear();
        draft.Recipients.Clear();
        if (found[acting.Best].Actor >= 0)
        {
            draft.Actors.Add(found[acting.Best].Actor);
        }

        if (draft.Type == "CONSULT")
        {
            AddConferring(found, acting, draft.Actors);
            return;
        }

        if (found[receiving.Best].Actor >= 0)
        {
            draft.Recipients.Add(found[receiving.Best].Actor);
            AddFellows(index, found, receiving, others, draft.Recipients, draft.Actors);
        }

        if (draft.Actors.Count > 0)
        {
            AddFellows(index, found, acting, rules, draft.Actors, draft.Recipients);
        }
    }

    // Two at least; of more, those who stand in the sentence and are about as likely as the first.
    private static void AddConferring(List<SideCandidate> found, (int[] Scores, int Best) sides, List<int> into)
    {
        foreach (int i in Enumerable.Range(0, found.Count).Where(i => found[i].Actor >= 0).OrderByDescending(i => sides.Scores[i]).ThenBy(i => i))
        {
            bool isNear = found[i].Origin is SideOrigin.Sentence or SideOrigin.Demonym && sides.Scores[i] > sides.Scores[sides.Best] - Beside;
            if (into.Count < 2 || (isNear && into.Count < MostConferring))
            {
                SceneIndex.AddOnce(into, found[i].Actor);
            }
        }
    }

    // Those who stand beside the one chosen: conjuncts, and whom the rules name with it.
    private static void AddFellows(SceneIndex index, List<SideCandidate> found, (int[] Scores, int Best) sides, int[] rules, List<int> into, List<int> except)
    {
        SideCandidate chosen = found[sides.Best];
        bool isByRule = rules.Contains(chosen.Actor);
        for (int i = 0; i < found.Count; i++)
        {
            SideCandidate side = found[i];
            bool isBeside = side.Actor >= 0 && ((isByRule && rules.Contains(side.Actor)) || (side.Row >= 0 && chosen.Row >= 0 && AreConjoined(index.Parse, side.Row, chosen.Row)));
            if (isBeside && sides.Scores[i] > sides.Scores[sides.Best] - Beside && !except.Contains(side.Actor))
            {
                SceneIndex.AddOnce(into, side.Actor);
            }
        }

        if (SideCandidates.IsOrgan(index.Scene.Actors.Actors[chosen.Actor]))
        {
            AddState(index, found, sides.Scores, into, except);
        }
    }

    // "The government", "troops": the state that is the likeliest to be meant.
    private static void AddState(SceneIndex index, List<SideCandidate> found, int[] scores, List<int> into, List<int> except)
    {
        int best = -1;
        for (int i = 0; i < found.Count; i++)
        {
            bool isState = found[i].Actor >= 0 && index.Scene.Actors.Actors[found[i].Actor].Type == ActorType.State && !except.Contains(found[i].Actor);
            best = isState && (best < 0 || scores[i] > scores[best]) ? i : best;
        }

        if (best >= 0)
        {
            SceneIndex.AddOnce(into, found[best].Actor);
        }
    }

    private static bool AreConjoined(ParsedText parse, int one, int other)
    {
        int a = parse.Relations[one] == DependencyRelation.Conj ? parse.Heads[one] : one;
        int b = parse.Relations[other] == DependencyRelation.Conj ? parse.Heads[other] : other;
        return a == b && a >= 0;
    }
}

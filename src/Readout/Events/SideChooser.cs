using Readout.Learning;

namespace Readout.Events;

/// <summary>Chooses actor and recipient of a draft together, by a trained ranker, among all actors near it. Immutable, thread-safe.</summary>
/// <param name="model">Ranker of two scores: acting, and being acted upon.</param>
internal sealed class SideChooser(SparseClassifier model)
{
    private const int MostActors = 2;

    // A side that the annotation leaves open may be anybody's guess: nobody is taken only where it is far likelier than anybody.
    private const int Reluctance = 1500;

    // Whom a pattern's rules name in the clause itself is meant unless much speaks against it. Neither gains nor loses on the development part (36.6 without).
    private const int Trust = 2000;

    // Nobody acts upon himself.
    private const int Never = -1_000_000;

    /// <summary>Chooses actor and recipient of a draft.</summary>
    public void Choose(SceneIndex index, SideCandidates candidates, SideFeatures features, EventDraft draft)
    {
        if (model.Features.Length == 0)
        {
            return;
        }

        List<SideCandidate> found = candidates.Find(draft);
        bool isNamed = draft.Source is EventSource.Verb or EventSource.Noun or EventSource.Governed && !draft.IsImplied;
        var buffer = new List<ulong>(64);
        Span<int> both = stackalloc int[2];
        var shared = new int[found.Count];
        var acting = new int[found.Count];
        for (int i = 0; i < found.Count; i++)
        {
            features.Describe(draft, found[i], buffer);
            both.Clear();
            model.Score(buffer, both);
            acting[i] = both[0] + (isNamed && draft.Actors.Contains(found[i].Actor) ? Trust : 0) - (found[i].Actor < 0 ? Reluctance : 0);
            shared[i] = both[1] + (isNamed && draft.Recipients.Contains(found[i].Actor) ? Trust : 0);
        }

        double actors = LogSum(acting);
        (double Score, int Actor, int Recipient, int[] Received) best = (double.NegativeInfinity, -1, -1, []);
        foreach (int actor in Enumerable.Range(0, found.Count).OrderByDescending(i => acting[i]).ThenBy(i => i).DistinctBy(i => found[i].Actor).Take(MostActors))
        {
            var received = new int[found.Count];
            int recipient = -1;
            for (int i = 0; i < found.Count; i++)
            {
                bool isSelf = found[i].Actor == found[actor].Actor && found[i].Actor >= 0;
                buffer.Clear();
                features.DescribeOther(draft, found[i], found[actor], buffer);
                both.Clear();
                model.Score(buffer, both);
                received[i] = isSelf ? Never : shared[i] + both[1] - (found[i].Actor < 0 ? Reluctance : 0);
                recipient = recipient < 0 || received[i] > received[recipient] ? i : recipient;
            }

            double to = Logit(received[recipient]) - LogSum(received);
            double score = Logit(acting[actor]) - actors + to;
            if (score > best.Score)
            {
                best = (score, actor, recipient, received);
            }
        }

        if (best.Actor >= 0)
        {
            (draft.ActorScore, draft.RecipientScore) = (OfActor(found, acting, best.Actor) - actors, OfActor(found, best.Received, best.Recipient) - LogSum(best.Received));
            SideFellows.Take(index, draft, found, (acting, best.Actor), (best.Received, best.Recipient));
        }
    }

    // All mentions of the chosen actor together.
    private static double OfActor(List<SideCandidate> found, int[] scores, int chosen) =>
        LogSum([.. Enumerable.Range(0, found.Count).Where(i => found[i].Actor == found[chosen].Actor).Select(i => scores[i])]);

    private static double LogSum(int[] scores)
    {
        int top = scores.Max();
        double sum = 0;
        foreach (int score in scores)
        {
            sum += Math.Exp(Logit(score - top));
        }

        return Logit(top) + Math.Log(sum);
    }

    private static double Logit(int score) => score / (double)SparseClassifier.Unit;
}

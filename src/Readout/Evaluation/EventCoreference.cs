using Readout.Corpora;
using Readout.Merging;

namespace Readout.Evaluation;

/// <summary>Scores the same events across reports on ECB+, given the mentions: pairs, and clusters over all documents of a part at once.</summary>
public static class EventCoreference
{
    /// <summary>Pairs of mentions whose words could name one event, and whether they are of one; the first feature is the bias.</summary>
    internal static IReadOnlyList<(double[] Features, bool IsTrue, int Left, int Right)> Pairs(IReadOnlyList<EcbPlusMention> mentions, TermLexicon lexicon)
    {
        EventTerms[] terms = Terms(mentions, lexicon);
        var byRoot = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new List<(double[], bool, int, int)>();
        for (int i = 0; i < terms.Length; i++)
        {
            string root = terms[i].Head[..Math.Min(5, terms[i].Head.Length)];
            List<int> earlier = byRoot.TryGetValue(root, out List<int>? known) ? known : byRoot[root] = [];
            foreach (int j in earlier)
            {
                if (SameEventScorer.SharesRoot(terms[i].Head, terms[j].Head))
                {
                    pairs.Add((SameEventScorer.Features(terms[j], terms[i]), mentions[i].Chain == mentions[j].Chain, j, i));
                }
            }

            earlier.Add(i);
        }

        return pairs;
    }

    /// <summary>B-cubed precision and recall over all mentions, where mentions are joined as the store joins them.</summary>
    /// <param name="mentions">Mentions of a part.</param>
    /// <param name="join">Whether a pair is joined, from its features.</param>
    /// <param name="lexicon">Word lists.</param>
    internal static (double Precision, double Recall) BCubed(IReadOnlyList<EcbPlusMention> mentions, Func<double[], bool> join, TermLexicon lexicon)
    {
        int[] parents = [.. Enumerable.Range(0, mentions.Count)];
        int Root(int i)
        {
            while (parents[i] != i)
            {
                i = parents[i] = parents[parents[i]];
            }

            return i;
        }

        foreach ((double[] features, _, int left, int right) in Pairs(mentions, lexicon))
        {
            if (join(features))
            {
                (int a, int b) = (Root(left), Root(right));
                parents[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var gold = new Dictionary<string, int>(StringComparer.Ordinal);
        return ClusterScorer.BCubed(
            [.. mentions.Select(mention => gold.TryGetValue(mention.Chain, out int id) ? id : gold[mention.Chain] = gold.Count)],
            [.. Enumerable.Range(0, mentions.Count).Select(Root)]);
    }

    /// <summary>B-cubed of the scorer, and of the plain rule that the same word in any report names the same event.</summary>
    public static ((double Precision, double Recall) Scorer, (double Precision, double Recall) SameWord) Evaluate(string folder, string part, string dataDirectory)
    {
        TermLexicon lexicon = TermLexicon.Load(dataDirectory);
        SameEventScorer scorer = SameEventScorer.Load(dataDirectory);
        IReadOnlyList<EcbPlusMention> mentions = EcbPlusReader.Read(folder, part);
        return (BCubed(mentions, features => scorer.Probability(features) >= scorer.Threshold, lexicon), BCubed(mentions, features => features[1] > 0, lexicon));
    }

    private static EventTerms[] Terms(IReadOnlyList<EcbPlusMention> mentions, TermLexicon lexicon)
    {
        var openings = new Dictionary<string, WordingTerms>(StringComparer.Ordinal);
        return
        [
            .. mentions.Select(mention => EventTerms.Of(
                new EventAccount { Trigger = mention.Trigger, Sentence = mention.Sentence, Opening = mention.Text },
                lexicon,
                openings.TryGetValue(mention.Document, out WordingTerms? known) ? known : openings[mention.Document] = WordingTerms.Of(mention.Text, lexicon))),
        ];
    }
}

using System.Globalization;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Training;

/// <summary>Trains the scorer of same utterances on judged pairs and writes its weights.</summary>
public static class UtteranceTrainer
{
    private const double Decay = 0.0001;
    private const double LeastPrecision = 0.975;
    private const int Folds = 10;

    // First on the whole wordings, then twice on those variants that are likeliest one: which sentence of two is shared shows only then.
    private const int Rounds = 3;

    /// <summary>
    /// Trains on the pairs that are neither blind nor of the part <c>drawn</c>. The thresholds are the lowest that keep 97.5% of precision where each tenth of the speakers is
    /// scored by weights that were trained on the others: of pairs, and of pairs that are in one cluster.
    /// </summary>
    /// <returns>The rows of data/merging/utterance-weights.tsv; the comment says what the crossed scores were.</returns>
    public static IReadOnlyList<string> Train(IReadOnlyList<UtterancePair> pairs, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        TermLexicon lexicon = TermLexicon.Load(dataDirectory);
        UtterancePair[] known = [.. pairs.Where(pair => pair.Part is "development" or "held-out")];
        var prepared = new Dictionary<Wording, PreparedWording>(ReferenceEqualityComparer.Instance);
        PreparedWording Prepared(Wording wording) => prepared.TryGetValue(wording, out PreparedWording? found) ? found : prepared[wording] = UtteranceScorer.Prepare(wording, lexicon);
        (double[][] Instances, bool IsTrue)[] examples = [.. known.Select(pair => (UtteranceScorer.Instances(Prepared(pair.Left), Prepared(pair.Right)).ToArray(), pair.IsOne))];
        double[] weights = Weights(examples);
        double[] crossed = Crossed(known, examples);
        (double threshold, Score alone) = Threshold(known, crossed);
        (double linkage, Score linked) = Linkage((known, crossed), threshold, Prepared);
        string Row(string name, double value) => name + "\t" + value.ToString("F4", CultureInfo.InvariantCulture);
        return
        [
            "# Weights of the scorer of same utterances, made by `readout train utterances`. Trained on eval/merging/utterances-*.tsv,",
            "# all but the blind parts (docs/merging.md). Licence: Apache-2.0.",
            string.Create(CultureInfo.InvariantCulture, $"# Crossed over {Folds} groups of speakers, {crossed.Length} pairs: pairs alone precision {100 * alone.Precision:F2}, recall {100 * alone.Recall:F2};"),
            string.Create(CultureInfo.InvariantCulture, $"# pairs in one cluster precision {100 * linked.Precision:F2}, recall {100 * linked.Recall:F2}."),
            "# feature\tweight",
            .. UtteranceFeatures.Names.Zip(weights, Row),
            Row("threshold", threshold),
            Row("linkage", linkage),
        ];
    }

    // A pair of which no variants say enough is none that anything is learned from.
    private static double[] Weights((double[][] Instances, bool IsTrue)[] examples)
    {
        (double[][] Instances, bool IsTrue)[] telling = [.. examples.Where(example => example.Instances.Length > 0)];
        double[] weights = [];
        for (int round = 0; round < Rounds; round++)
        {
            weights = LogisticTrainer.Train([.. telling.Select(example => (round == 0 ? example.Instances[0] : Likeliest(example.Instances, weights), example.IsTrue))], Decay);
        }

        return weights;
    }

    private static double[] Likeliest(double[][] instances, double[] weights) => instances.MaxBy(features => UtteranceScorer.Probability(features, weights))!;

    private static double[] Crossed(UtterancePair[] pairs, (double[][] Instances, bool IsTrue)[] examples)
    {
        // Speakers in the order of the file; of the newswire, where all are "same", each pair for itself.
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] folds = [.. pairs.Select((pair, i) => pair.Source + (pair.Source == "written" ? pair.Left.Speakers[0] : i.ToString(CultureInfo.InvariantCulture)))
            .Select(key => (groups.TryGetValue(key, out int group) ? group : groups[key] = groups.Count) % Folds)];
        var crossed = new double[pairs.Length];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            double[] weights = Weights([.. examples.Where((_, i) => folds[i] != fold)]);
            for (int i = 0; i < pairs.Length; i++)
            {
                if (folds[i] == fold)
                {
                    crossed[i] = examples[i].Instances.Select(features => UtteranceScorer.Probability(features, weights)).DefaultIfEmpty(0).Max();
                }
            }
        });
        return crossed;
    }

    private static (double Threshold, Score Score) Threshold(UtterancePair[] pairs, double[] crossed)
    {
        (double, Score) best = (1, default);
        var score = new Score(0, pairs.Count(pair => pair.IsOne), 0);
        foreach (int i in Enumerable.Range(0, crossed.Length).OrderByDescending(i => crossed[i]))
        {
            score += new Score(pairs[i].IsOne ? 1 : 0, 0, 1);
            best = score.Precision >= LeastPrecision ? (Math.Round(crossed[i] - 0.00005, 4), score) : best;
        }

        return best;
    }

    private static (double Threshold, Score Score) Linkage((UtterancePair[] Pairs, double[] Scores) crossed, double alone, Func<Wording, PreparedWording> prepared)
    {
        UtterancePair[] pairs = crossed.Pairs;
        const int steps = 100;
        var scores = new Dictionary<(Wording, Wording), double>();
        for (int i = 0; i < pairs.Length; i++)
        {
            scores[(pairs[i].Left, pairs[i].Right)] = scores[(pairs[i].Right, pairs[i].Left)] = crossed.Scores[i];
        }

        (double, Score) best = (1, new Score(0, pairs.Length, 0));
        for (int step = steps - 1; step > 0; step--)
        {
            double threshold = (double)step / steps;
            Score score = UtteranceEvaluation.Clustered(pairs, prepared, (left, right) => scores.GetValueOrDefault((left, right)), others => others > 1 ? threshold : alone);
            best = score.Precision >= LeastPrecision && score.Recall > best.Item2.Recall ? (threshold, score) : best;
        }

        return best;
    }
}

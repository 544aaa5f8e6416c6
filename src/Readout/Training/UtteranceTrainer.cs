using System.Globalization;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Training;

/// <summary>Trains the scorer of same utterances on judged pairs and writes its weights.</summary>
public static class UtteranceTrainer
{
    private const double Decay = 0.001;
    private const double LeastPrecision = 0.99;

    /// <summary>Trains on the pairs that are not held out and sets the lowest threshold that keeps 99% of precision on them.</summary>
    /// <returns>The rows of data/merging/utterance-weights.tsv.</returns>
    public static IReadOnlyList<string> Train(IReadOnlyList<UtterancePair> pairs, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        TermLexicon lexicon = TermLexicon.Load(dataDirectory);
        (double[] Features, bool IsTrue)[] examples =
            [.. pairs.Where(pair => !pair.IsHeldOut).Select(pair => (UtteranceScorer.Features(pair.Left, pair.Right, lexicon), pair.IsOne))];
        double[] weights = LogisticTrainer.Train(examples, Decay);
        double threshold = Threshold([.. examples.Select(example => (UtteranceScorer.Probability(example.Features, weights), example.IsTrue))]);
        string Row(string name, double value) => name + "\t" + value.ToString("F4", CultureInfo.InvariantCulture);
        return
        [
            "# Weights of the scorer of same utterances, made by `readout train utterances`. Trained on eval/merging/utterances-*.tsv,",
            "# development half (docs/merging.md). Licence: Apache-2.0.",
            "# feature\tweight",
            .. UtteranceFeatures.Names.Zip(weights, Row),
            Row("threshold", threshold),
        ];
    }

    private static double Threshold((double Probability, bool IsTrue)[] scored)
    {
        double best = 1;
        int right = 0;
        int taken = 0;
        foreach ((double probability, bool isTrue) in scored.OrderByDescending(pair => pair.Probability))
        {
            taken++;
            right += isTrue ? 1 : 0;
            best = right >= LeastPrecision * taken ? probability : best;
        }

        return Math.Round(best - 0.00005, 4);
    }
}

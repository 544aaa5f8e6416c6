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

    /// <summary>
    /// Trains on all pairs that are not blind. The threshold is the lowest that keeps 97.5% of precision where each tenth of the speakers is
    /// scored by weights that were trained on the others.
    /// </summary>
    /// <returns>The rows of data/merging/utterance-weights.tsv; the comment says what the crossed scores were.</returns>
    public static IReadOnlyList<string> Train(IReadOnlyList<UtterancePair> pairs, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        TermLexicon lexicon = TermLexicon.Load(dataDirectory);
        UtterancePair[] known = [.. pairs.Where(pair => pair.Part != "blind")];
        (double[] Features, bool IsTrue)[] examples = [.. known.Select(pair => (UtteranceScorer.Features(pair.Left, pair.Right, lexicon), pair.IsOne))];
        double[] weights = LogisticTrainer.Train(examples, Decay);
        (double Probability, bool IsTrue)[] crossed = Crossed(known, examples);
        double threshold = Threshold(crossed);
        Score score = new(crossed.Count(pair => pair.IsTrue && pair.Probability >= threshold), crossed.Count(pair => pair.IsTrue), crossed.Count(pair => pair.Probability >= threshold));
        string Row(string name, double value) => name + "\t" + value.ToString("F4", CultureInfo.InvariantCulture);
        return
        [
            "# Weights of the scorer of same utterances, made by `readout train utterances`. Trained on eval/merging/utterances-*.tsv,",
            "# all but the blind part (docs/merging.md). Licence: Apache-2.0.",
            string.Create(CultureInfo.InvariantCulture, $"# Crossed over {Folds} groups of speakers: precision {100 * score.Precision:F2}, recall {100 * score.Recall:F2}, {crossed.Length} pairs."),
            "# feature\tweight",
            .. UtteranceFeatures.Names.Zip(weights, Row),
            Row("threshold", threshold),
        ];
    }

    private static (double Probability, bool IsTrue)[] Crossed(UtterancePair[] pairs, (double[] Features, bool IsTrue)[] examples)
    {
        // Speakers in the order of the file; of the newswire, where all are "same", each pair for itself.
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] folds = [.. pairs.Select((pair, i) => pair.Source + (pair.Source == "written" ? pair.Left.Speakers[0] : i.ToString(CultureInfo.InvariantCulture)))
            .Select(key => (groups.TryGetValue(key, out int group) ? group : groups[key] = groups.Count) % Folds)];
        var crossed = new (double, bool)[pairs.Length];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            double[] weights = LogisticTrainer.Train([.. examples.Where((_, i) => folds[i] != fold)], Decay);
            for (int i = 0; i < pairs.Length; i++)
            {
                if (folds[i] == fold)
                {
                    crossed[i] = (UtteranceScorer.Probability(examples[i].Features, weights), examples[i].IsTrue);
                }
            }
        });
        return crossed;
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

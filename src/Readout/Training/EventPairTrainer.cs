using System.Globalization;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Training;

/// <summary>Trains the scorer of same events on the training part of ECB+ and writes its weights.</summary>
public static class EventPairTrainer
{
    private const double Decay = 0.0001;

    // Most pairs of one word are of different events; a fifth of them, evenly taken, is enough to learn from.
    private const int KeptOfOthers = 5;

    /// <summary>Trains on half of the topics and sets the threshold for the best B-cubed F1 on the other half.</summary>
    /// <returns>The rows of data/merging/event-weights.tsv.</returns>
    public static IReadOnlyList<string> Train(string folder, string dataDirectory)
    {
        TermLexicon lexicon = TermLexicon.Load(dataDirectory);
        IReadOnlyList<EcbPlusMention> all = EcbPlusReader.Read(folder, "Train");
        EcbPlusMention[] learnt = [.. all.Where(mention => Topic(mention) % 2 == 0)];
        EcbPlusMention[] other = [.. all.Where(mention => Topic(mention) % 2 == 1)];
        double[] weights = LogisticTrainer.Train([.. EventCoreference.Pairs(learnt, lexicon).Where((pair, i) => pair.IsTrue || i % KeptOfOthers == 0).Select(pair => (pair.Features, pair.IsTrue))], Decay);
        (double threshold, double best) = (0.5, 0);
        for (double at = 0.1; at < 0.99; at += 0.02)
        {
            (double precision, double recall) = EventCoreference.BCubed(other, features => UtteranceScorer.Probability(features, weights) >= at, lexicon);
            double f1 = 2 * precision * recall / (precision + recall);
            (threshold, best) = f1 > best ? (at, f1) : (threshold, best);
        }

        string Row(string name, double value) => name + "\t" + value.ToString("F4", CultureInfo.InvariantCulture);
        return
        [
            "# Weights of the scorer of same events, made by `readout train event-pairs`. Trained on ECB+ (Cybulska and Vossen 2014, CC BY 3.0), training part,",
            "# even topics; threshold on its odd topics (docs/merging.md). Licence: Apache-2.0.",
            "# feature\tweight",
            .. SameEventScorer.Names.Zip(weights, Row),
            Row("threshold", threshold),
        ];
    }

    private static int Topic(EcbPlusMention mention) => int.Parse(mention.Document.AsSpan(0, mention.Document.IndexOf('_', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
}

using Readout.Learning;
using Readout.Models;

namespace Readout.Events;

/// <summary>
/// Linear classifier of event types over hashed features, trained on PLV by <c>readout train events</c>. Its classes are the types
/// of PLOVER with CONCEDE and RETREAT together as YIELD. Immutable, thread-safe; integer sums, the same on every machine.
/// </summary>
internal sealed class EventClassifier
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "events";

    /// <summary>Classes in the order of the scores.</summary>
    public static readonly string[] Classes =
    [
        "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
        "MOBILIZE", "COERCE", "ASSAULT",
    ];

    private readonly FeatureIndex _rows;
    private readonly sbyte[] _weights;

    private EventClassifier(ulong[] features, sbyte[] weights)
    {
        _rows = new FeatureIndex(features, Classes.Length);
        _weights = weights;
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no event model, or damaged.</exception>
    public static EventClassifier Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return new EventClassifier(file.UInt64s("features"), file.SBytes("weights"));
    }

    /// <summary>A classifier of given weights: [features][classes].</summary>
    public static EventClassifier FromWeights(ulong[] features, sbyte[] weights) => new(features, weights);

    /// <summary>Adds up the scores of each class over the given features; higher is likelier.</summary>
    /// <param name="features">Feature hashes; each counts as often as it occurs.</param>
    /// <param name="scores">[classes], overwritten.</param>
    public void Score(IReadOnlyList<ulong> features, Span<int> scores)
    {
        scores.Clear();
        for (int i = 0; i < features.Count; i++)
        {
            if (_rows.Find(features[i]) is >= 0 and var row)
            {
                for (int label = 0; label < scores.Length; label++)
                {
                    scores[label] += _weights[row + label];
                }
            }
        }
    }

    /// <summary>Index of the likeliest class.</summary>
    public int Classify(IReadOnlyList<ulong> features)
    {
        Span<int> scores = stackalloc int[Classes.Length];
        Score(features, scores);
        int best = 0;
        for (int label = 1; label < scores.Length; label++)
        {
            best = scores[label] > scores[best] ? label : best;
        }

        return best;
    }
}

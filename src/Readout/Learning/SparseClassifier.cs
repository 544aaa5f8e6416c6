using System.Collections.Frozen;

namespace Readout.Learning;

/// <summary>
/// Linear classifier over hashed features with weights in thousandths: integer sums, the same on every machine. Immutable, thread-safe.
/// </summary>
internal sealed class SparseClassifier
{
    /// <summary>What a weight of one natural logit is stored as.</summary>
    public const int Unit = 1000;

    private readonly FrozenDictionary<ulong, int> _rows;
    private readonly short[] _weights;

    /// <summary>A classifier of given weights.</summary>
    /// <param name="features">Hashes, each once.</param>
    /// <param name="weights">[features][classes].</param>
    /// <param name="classes">Number of classes; 1 where the sum is the logit of yes against no.</param>
    /// <exception cref="InvalidDataException">There are not as many weights as features and classes ask for.</exception>
    public SparseClassifier(ulong[] features, short[] weights, int classes)
    {
        if (weights.Length != features.Length * classes)
        {
            throw new InvalidDataException($"expected {features.Length * classes} weights, found {weights.Length}");
        }

        var rows = new Dictionary<ulong, int>(features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            rows[features[i]] = i * classes;
        }

        Features = features;
        Classes = classes;
        _rows = rows.ToFrozenDictionary();
        _weights = weights;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Hashes in the order of the weights.</summary>
    public ulong[] Features { get; }

    /// <summary>Weights in thousandths: [features][classes].</summary>
    public ReadOnlySpan<short> Weights => _weights;

    /// <summary>Sum over the features for a classifier of one class.</summary>
    public int Score(List<ulong> features)
    {
        int sum = 0;
        foreach (ulong feature in features)
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                sum += _weights[row];
            }
        }

        return sum;
    }

    /// <summary>Adds the sums of each class to <paramref name="sums"/>.</summary>
    public void Score(List<ulong> features, Span<int> sums)
    {
        foreach (ulong feature in features)
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += _weights[row + i];
                }
            }
        }
    }
}

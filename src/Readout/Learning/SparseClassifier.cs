using System.Numerics;

namespace Readout.Learning;

/// <summary>
/// Linear classifier over hashed features and, where it has weights for them, the parser's states of some words (<see cref="FeatureSet"/>), with
/// weights in thousandths: integer sums, the same on every machine. Immutable, thread-safe.
/// </summary>
internal sealed class SparseClassifier
{
    /// <summary>What a weight of one natural logit is stored as.</summary>
    public const int Unit = 1000;

    private const int Empty = -1;

    // Open addressing at half load, the hash itself saying where to look first.
    private readonly (ulong Feature, int Row)[] _slots;

    // A bit for each known feature, eight bits of room for one: most features of a text are unknown, and these bits stay in the processor's cache.
    private readonly ulong[] _known;
    private readonly short[] _weights;
    private readonly short[] _dense;

    /// <summary>A classifier of given weights.</summary>
    /// <param name="features">Hashes, each once.</param>
    /// <param name="weights">[features][classes].</param>
    /// <param name="classes">Number of classes; 1 where the sum is the logit of yes against no.</param>
    /// <param name="dense">[slots][classes][width of a state] for the states; empty where it reads none.</param>
    /// <exception cref="InvalidDataException">There are not as many weights as features and classes ask for.</exception>
    public SparseClassifier(ulong[] features, short[] weights, int classes, short[]? dense = null)
    {
        if (weights.Length != features.Length * classes)
        {
            throw new InvalidDataException($"expected {features.Length * classes} weights, found {weights.Length}");
        }

        _slots = new (ulong, int)[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * features.Length, 2))];
        Array.Fill(_slots, (0UL, Empty));
        _known = new ulong[Math.Max(1, _slots.Length / 16)];
        for (int i = 0; i < features.Length; i++)
        {
            _slots[SlotOf(features[i])] = (features[i], i * classes);
            _known[BitOf(features[i]) >> 6] |= 1UL << (BitOf(features[i]) & 63);
        }

        Features = features;
        Classes = classes;
        _weights = weights;
        _dense = dense ?? [];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Hashes in the order of the weights.</summary>
    public ulong[] Features { get; }

    /// <summary>Weights in thousandths: [features][classes].</summary>
    public ReadOnlySpan<short> Weights => _weights;

    /// <summary>Weights of the states in thousandths: [slots][classes][width].</summary>
    public ReadOnlySpan<short> Dense => _dense;

    /// <summary>Sum over the features for a classifier of one class.</summary>
    public int Score(FeatureSet features)
    {
        Span<int> sum = [0];
        Score(features, sum);
        return sum[0];
    }

    /// <summary>Sum over the features for a classifier of one class that reads no states.</summary>
    public int Score(List<ulong> features)
    {
        Span<int> sum = [0];
        Score(features, sum);
        return sum[0];
    }

    /// <summary>Adds the sums of each class that the features give to <paramref name="sums"/>.</summary>
    public void Score(List<ulong> features, Span<int> sums)
    {
        foreach (ulong feature in features)
        {
            int bit = BitOf(feature);
            int row = (_known[bit >> 6] & (1UL << (bit & 63))) == 0 ? Empty : _slots[SlotOf(feature)].Row;
            if (row >= 0)
            {
                ReadOnlySpan<short> weights = _weights.AsSpan(row, sums.Length);
                for (int i = 0; i < weights.Length; i++)
                {
                    sums[i] += weights[i];
                }
            }
        }
    }

    /// <summary>Adds the sums of each class to <paramref name="sums"/>.</summary>
    public void Score(FeatureSet features, Span<int> sums)
    {
        Score(features.Hashes, sums);
        int width = features.Width;
        for (int slot = 0; _dense.Length > 0 && slot < features.Rows.Count; slot++)
        {
            if (features.Rows[slot] >= 0)
            {
                ReadOnlySpan<byte> state = features.State(slot);
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += Product(_dense.AsSpan(((slot * sums.Length) + i) * width, width), state);
                }
            }
        }
    }

    private int BitOf(ulong feature) => (int)(feature >> 11) & ((_known.Length * 64) - 1);

    // Where a feature is, or the empty slot where it would be.
    private int SlotOf(ulong feature)
    {
        int mask = _slots.Length - 1;
        int at = (int)(feature ^ (feature >> 32)) & mask;
        while (_slots[at].Row != Empty && _slots[at].Feature != feature)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private static int Product(ReadOnlySpan<short> weights, ReadOnlySpan<byte> state)
    {
        int sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (state[i] - FeatureSet.Zero);
        }

        return sum / FeatureSet.One;
    }
}

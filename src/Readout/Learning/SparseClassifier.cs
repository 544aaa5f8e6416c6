using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Learning;

/// <summary>
/// Linear classifier over hashed features and, where it has weights for them, the parser's states of some words (<see cref="FeatureSet"/>), with
/// weights in thousandths: integer sums, the same on every machine. Immutable, thread-safe.
/// </summary>
internal sealed class SparseClassifier
{
    /// <summary>What a weight of one natural logit is stored as.</summary>
    public const int Unit = 1000;

    private readonly FeatureIndex _index;
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

        _index = new FeatureIndex(features, classes);
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
            int row = _index.Find(feature);
            if (row >= 0)
            {
                Add(_weights.AsSpan(row, sums.Length), sums);
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

    /// <summary>Adds weights to sums, eight at a time where the processor can.</summary>
    internal static void Add(ReadOnlySpan<short> weights, Span<int> sums)
    {
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref short weight = ref MemoryMarshal.GetReference(weights);
            ref int sum = ref MemoryMarshal.GetReference(sums);
            for (; i + Vector128<short>.Count <= weights.Length; i += Vector128<short>.Count)
            {
                (Vector128<int> low, Vector128<int> high) = Vector128.Widen(Vector128.LoadUnsafe(ref weight, (nuint)i));
                (Vector128.LoadUnsafe(ref sum, (nuint)i) + low).StoreUnsafe(ref sum, (nuint)i);
                (Vector128.LoadUnsafe(ref sum, (nuint)(i + Vector128<int>.Count)) + high).StoreUnsafe(ref sum, (nuint)(i + Vector128<int>.Count));
            }
        }

        for (; i < weights.Length; i++)
        {
            sums[i] += weights[i];
        }
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

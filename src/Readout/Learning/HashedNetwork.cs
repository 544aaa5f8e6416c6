namespace Readout.Learning;

/// <summary>
/// Log-odds from hashed features and the parser's states of some words: a linear sum, and a layer of rectified units (several networks of other seeds
/// lie side by side in it). Whole numbers throughout, so that the result is the same on every machine. Immutable, thread-safe.
/// </summary>
internal sealed class HashedNetwork
{
    /// <summary>One of a unit's input in the features' weights is 2 to the power of this.</summary>
    public const int InputBits = 10;

    /// <summary>Further bits of the states' weights, as a state has seven bits after the point.</summary>
    public const int StateBits = 10;

    /// <summary>One of a unit's weight in the output is 2 to the power of this.</summary>
    public const int OutputBits = 12;

    private const int MaximumUnits = 512;

    private readonly Dictionary<ulong, int> _rows;

    /// <summary>A network of given weights.</summary>
    /// <exception cref="InvalidDataException">The sizes do not fit one another.</exception>
    public HashedNetwork(HashedNetworkWeights weights)
    {
        Weights = weights;
        if (Units > MaximumUnits || weights.Linear.Length != weights.Features.Length || weights.Inputs.Length != weights.Linear.Length * Units || (Units > 0 && weights.States.Length % Units != 0) || weights.Biases.Length != Units)
        {
            throw new InvalidDataException($"expected {weights.Features.Length} rows of {Units} weights, at most {MaximumUnits} a row, found {weights.Inputs.Length}");
        }

        _rows = new Dictionary<ulong, int>(weights.Features.Length);
        for (int i = 0; i < weights.Features.Length; i++)
        {
            _rows[weights.Features[i]] = i;
        }
    }

    /// <summary>A network that knows nothing.</summary>
    public static HashedNetwork Empty { get; } = new(new HashedNetworkWeights { Features = [], Linear = [], Inputs = [], States = [], Biases = [], Outputs = [], Bias = 0 });

    /// <summary>The weights.</summary>
    public HashedNetworkWeights Weights { get; }

    /// <summary>Number of hidden units.</summary>
    public int Units => Weights.Outputs.Length;

    /// <summary>Log-odds in thousandths.</summary>
    /// <param name="features">Features, each once.</param>
    public int Score(FeatureSet features)
    {
        Span<int> sums = stackalloc int[Units];
        Weights.Biases.CopyTo(sums);
        int linear = Weights.Bias;
        foreach (ulong feature in features.Hashes)
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                linear += Weights.Linear[row];
                ReadOnlySpan<sbyte> weights = Weights.Inputs.AsSpan(row * sums.Length, sums.Length);
                for (int i = 0; i < weights.Length; i++)
                {
                    sums[i] += weights[i];
                }
            }
        }

        AddStates(features, sums);
        long output = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            output += (long)Math.Max(0, sums[i]) * Weights.Outputs[i];
        }

        return linear + (int)(output * SparseClassifier.Unit >> (InputBits + OutputBits));
    }

    private void AddStates(FeatureSet features, Span<int> sums)
    {
        Span<int> added = stackalloc int[sums.Length];
        added.Clear();
        for (int slot = 0; slot < features.Rows.Count && (slot + 1) * features.Width * sums.Length <= Weights.States.Length; slot++)
        {
            if (features.Rows[slot] < 0)
            {
                continue;
            }

            ReadOnlySpan<byte> state = features.State(slot);
            for (int at = 0; at < state.Length; at++)
            {
                int value = state[at] - FeatureSet.Zero;
                ReadOnlySpan<short> weights = Weights.States.AsSpan(((slot * state.Length) + at) * sums.Length, sums.Length);
                for (int i = 0; value != 0 && i < weights.Length; i++)
                {
                    added[i] += value * weights[i];
                }
            }
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += added[i] >> StateBits;
        }
    }
}

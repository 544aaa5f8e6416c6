namespace Readout.Learning;

/// <summary>Weights of a <see cref="HashedNetwork"/>, in whole numbers.</summary>
internal sealed record HashedNetworkWeights
{
    /// <summary>Hashes, each once.</summary>
    public required ulong[] Features { get; init; }

    /// <summary>[Features] log-odds in thousandths.</summary>
    public required short[] Linear { get; init; }

    /// <summary>[Features, units].</summary>
    public required sbyte[] Inputs { get; init; }

    /// <summary>[Slots, width of a state, units].</summary>
    public required short[] States { get; init; }

    /// <summary>[Units] in the scale of <see cref="Inputs"/>.</summary>
    public required int[] Biases { get; init; }

    /// <summary>[Units].</summary>
    public required short[] Outputs { get; init; }

    /// <summary>Log-odds of nothing, in thousandths.</summary>
    public required int Bias { get; init; }
}

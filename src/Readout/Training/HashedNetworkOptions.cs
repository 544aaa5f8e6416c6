namespace Readout.Training;

/// <summary>Settings of <see cref="HashedNetworkTrainer"/>; chosen by fifths of the commitments' development part (docs/commitments.md).</summary>
internal sealed record HashedNetworkOptions
{
    /// <summary>Hidden units of one network.</summary>
    public int Units { get; init; } = 16;

    /// <summary>Networks of other seeds, whose log-odds are averaged.</summary>
    public int Networks { get; init; } = 4;

    /// <summary>Passes over the examples.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>Rate of the first pass; it falls in a line to a tenth.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>L2 penalty of each step for the linear sum.</summary>
    public float LinearDecay { get; init; } = 3e-2f;

    /// <summary>L2 penalty of each step for the hidden layer.</summary>
    public float HiddenDecay { get; init; } = 1e-5f;

    /// <summary>Share of the features left out of a step.</summary>
    public float FeatureDropout { get; init; } = 0.3f;

    /// <summary>Share of the units left out of a step.</summary>
    public float UnitDropout { get; init; } = 0.3f;

    /// <summary>Features seen in fewer examples are left out.</summary>
    public int Minimum { get; init; } = 3;
}

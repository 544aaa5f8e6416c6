namespace Readout.Training;

/// <summary>Settings of <see cref="VectorTrainer"/>.</summary>
public sealed record VectorOptions
{
    /// <summary>Length of the vectors; a multiple of 16.</summary>
    public int Dimensions { get; init; } = 96;

    /// <summary>Words seen fewer times get no vector.</summary>
    public int MinimumCount { get; init; } = 4;

    /// <summary>Words to each side that a word predicts, each place with an output matrix of its own.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Random words per predicted one.</summary>
    public int Negatives { get; init; } = 5;

    /// <summary>Times the text is read.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Learning rate at the start; falls linearly to a hundredth.</summary>
    public float LearningRate { get; init; } = 0.04f;

    /// <summary>Words more frequent than this share of all are read less often.</summary>
    public double Subsampling { get; init; } = 1e-3;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}

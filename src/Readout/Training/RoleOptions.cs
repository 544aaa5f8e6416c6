using Readout.Learning;

namespace Readout.Training;

/// <summary>Settings of <see cref="RoleTrainer"/>. The rates were chosen on an eighth of PolNeAR train (docs/attribution.md).</summary>
public sealed record RoleOptions
{
    /// <summary>Width of the layers; a multiple of 32.</summary>
    public int Width { get; init; } = 96;

    /// <summary>Number of bidirectional recurrent layers.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Share of the first layer's input values dropped in training.</summary>
    public float InputDropout { get; init; } = 0.25f;

    /// <summary>Share of the parser's states dropped in training.</summary>
    public float ContextDropout { get; init; } = 0.25f;

    /// <summary>Share of each layer's values dropped in training.</summary>
    public float LayerDropout { get; init; } = 0.25f;

    /// <summary>A word seen n times in training is hidden with probability w / (w + n).</summary>
    public float WordDropout { get; init; } = 0.6f;

    /// <summary>Probability of hiding a word's pretrained vector.</summary>
    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>Words seen fewer times in training get no row of their own.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>Times the data is read.</summary>
    public int Epochs { get; init; } = 26;

    /// <summary>Articles of a step.</summary>
    public int Batch { get; init; } = 3;

    /// <summary>Threads; the model does not depend on them.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Highest learning rate.</summary>
    public float LearningRate { get; init; } = 3e-3f;

    /// <summary>The encoder whose states are read; see <see cref="Models.ModelFile.Fingerprint"/>.</summary>
    internal string Parser { get; init; } = "";

    internal AdamOptions Adam => new() { LearningRate = LearningRate };
}

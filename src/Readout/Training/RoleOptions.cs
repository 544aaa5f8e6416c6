using Readout.Learning;

namespace Readout.Training;

/// <summary>Settings of <see cref="RoleTrainer"/>. The dropout rates were chosen on PolNeAR dev (docs/attribution.md).</summary>
public sealed record RoleOptions
{
    /// <summary>Size and regularization of the encoder.</summary>
    public EncoderOptions Encoder { get; init; } = new()
    {
        Width = 128,
        Layers = 3,
        EmbeddingDropout = 0.3f,
        LayerDropout = 0.4f,
        WordDropout = 0.6f,
    };

    /// <summary>Whether the tagger reads tags and dependencies.</summary>
    public bool Syntax { get; init; }

    /// <summary>Times the data is read.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Articles of a step.</summary>
    public int Batch { get; init; } = 3;

    /// <summary>Threads; the model does not depend on them.</summary>
    public int Threads { get; init; } = 3;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Highest learning rate.</summary>
    public float LearningRate { get; init; } = 3e-3f;

    internal AdamOptions Adam => new() { LearningRate = LearningRate };
}

using Readout.Learning;

namespace Readout.Training;

/// <summary>Settings of <see cref="ParserTrainer"/>.</summary>
public sealed record ParserOptions
{
    /// <summary>Size of the shared encoder.</summary>
    public EncoderOptions Encoder { get; init; } = new() { Width = 128, Layers = 2, FirstIsRecurrent = true };

    /// <summary>Size of the vectors that arcs are scored with; a multiple of 16.</summary>
    public int ArcSize { get; init; } = 64;

    /// <summary>Size of the hidden layer that labels an arc; a multiple of 16.</summary>
    public int LabelSize { get; init; } = 64;

    /// <summary>Size of the hidden layer that tags a word; a multiple of 16.</summary>
    public int TagSize { get; init; } = 64;

    /// <summary>Share of values dropped in the heads' hidden layers in training.</summary>
    public float HeadDropout { get; init; } = 0.1f;

    /// <summary>Times the training data is read.</summary>
    public int Epochs { get; init; } = 26;

    /// <summary>Words of silver text per word of gold text in an epoch.</summary>
    public float SilverShare { get; init; } = 1f;

    /// <summary>Words of a training step.</summary>
    public int BatchWords { get; init; } = 500;

    /// <summary>Highest learning rate.</summary>
    public float LearningRate { get; init; } = 3e-3f;

    /// <summary>Threads to train with; the result does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    internal AdamOptions Adam => new() { LearningRate = LearningRate };
}

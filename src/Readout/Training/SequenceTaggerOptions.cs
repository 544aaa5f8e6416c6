using Readout.Learning;

namespace Readout.Training;

/// <summary>Settings of <see cref="SequenceTaggerTrainer"/>.</summary>
public sealed record SequenceTaggerOptions
{
    /// <summary>Size of the encoder and number of values of each extra input.</summary>
    public EncoderOptions Encoder { get; init; } = new();

    /// <summary>Whether the tagger reads whole documents; else sentence by sentence.</summary>
    public bool WholeDocuments { get; init; } = true;

    /// <summary>Size of the hidden layer that all tasks share; a multiple of 16.</summary>
    public int HiddenSize { get; init; } = 96;

    /// <summary>Share of the hidden layer's values dropped in training.</summary>
    public float HeadDropout { get; init; } = 0.2f;

    /// <summary>Times the training data is read.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Words of a training step.</summary>
    public int BatchWords { get; init; } = 2000;

    /// <summary>Highest learning rate.</summary>
    public float LearningRate { get; init; } = 3e-3f;

    /// <summary>Threads to train with; the result does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    internal AdamOptions Adam => new() { LearningRate = LearningRate };
}

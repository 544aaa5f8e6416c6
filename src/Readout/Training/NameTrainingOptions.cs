namespace Readout.Training;

/// <summary>Options of <see cref="NameTrainer"/>.</summary>
internal sealed record NameTrainingOptions
{
    /// <summary>Passes over the training data.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Size of the hashed feature space, a power of two. Twice as many gave 0.5 points on CrossNER dev and nothing on UNER and PolNeAR dev.</summary>
    public int Space { get; init; } = 1 << 17;

    /// <summary>Share of words whose own form is hidden in training.</summary>
    public float WordDropout { get; init; } = 0.15f;

    /// <summary>Longer sentences are passed over in training.</summary>
    public int LongestSentence { get; init; } = 200;

    /// <summary>Seed of the order of documents.</summary>
    public ulong Seed { get; init; } = 17;

    /// <summary>Steps are counted in this unit, so that their sums keep their precision in 32 bits.</summary>
    public float StepScale { get; init; } = 1000;
}

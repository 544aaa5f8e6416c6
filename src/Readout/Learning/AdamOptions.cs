namespace Readout.Learning;

/// <summary>Settings of <see cref="AdamOptimizer"/>.</summary>
internal sealed record AdamOptions
{
    /// <summary>Highest learning rate, reached after the warm-up.</summary>
    public float LearningRate { get; init; } = 3e-3f;

    public float FirstDecay { get; init; } = 0.9f;

    public float SecondDecay { get; init; } = 0.98f;

    public float Epsilon { get; init; } = 1e-8f;

    /// <summary>Decoupled decay of dense weights, times the learning rate (Loshchilov and Hutter 2019).</summary>
    public float WeightDecay { get; init; } = 0.01f;

    /// <summary>Largest Euclidean norm of the gradient of a whole step.</summary>
    public float ClipNorm { get; init; } = 5f;

    /// <summary>Share of all steps in which the rate rises from zero.</summary>
    public float WarmUp { get; init; } = 0.03f;
}

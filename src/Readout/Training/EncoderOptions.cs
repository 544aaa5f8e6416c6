namespace Readout.Training;

/// <summary>Size and regularization of a sentence or document encoder.</summary>
public sealed record EncoderOptions
{
    /// <summary>Width of every layer; a multiple of 32.</summary>
    public int Width { get; init; } = 96;

    /// <summary>Number of bidirectional recurrent layers on the first layer.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Whether the first layer, whose products are cached by word form, is a recurrent one over three neighbours; a gated convolution otherwise.</summary>
    public bool FirstIsRecurrent { get; init; }

    /// <summary>Number of values of each further discrete input per token (a flag has 2); empty for none.</summary>
    public IReadOnlyList<int> ExtraSizes { get; init; } = [];

    /// <summary>Share of embedding values dropped in training.</summary>
    public float EmbeddingDropout { get; init; } = 0.1f;

    /// <summary>Share of values dropped between layers in training.</summary>
    public float LayerDropout { get; init; } = 0.1f;

    /// <summary>A word seen n times in training is hidden with probability w / (w + n).</summary>
    public float WordDropout { get; init; } = 0.25f;

    /// <summary>Probability of hiding a word's pretrained vector.</summary>
    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>Words seen fewer times in training get no row of their own.</summary>
    public int MinimumCount { get; init; } = 2;
}

namespace Readout.Training;

/// <summary>The features of a batch of sequences, token after token. Not thread-safe; reused from batch to batch.</summary>
internal sealed class EncoderInput
{
    /// <summary>Number of tokens.</summary>
    public int Rows { get; set; }

    /// <summary>[Rows, 1 + lexical features + extra inputs]: the word's row, its hashed features, its extra inputs.</summary>
    public int[] Ids { get; set; } = [];

    /// <summary>[Rows] row of the word in the pretrained vectors, -1 for none.</summary>
    public int[] VectorRows { get; set; } = [];

    /// <summary>First row of each sequence, then <see cref="Rows"/>.</summary>
    public int[] Starts { get; set; } = [];
}

namespace Readout.Training;

/// <summary>Some sentences, one after the other, with their gold labels by row.</summary>
internal sealed class ParserBatch
{
    public required EncoderInput Input { get; init; }

    /// <summary>Per row the gold head within its sentence, counted from 1; 0 for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Per row the gold head's row in the batch, -1 for the root.</summary>
    public required int[] HeadRows { get; init; }

    public required int[] Relations { get; init; }

    public required int[] Upos { get; init; }

    public required int[] Xpos { get; init; }

    public required int[] Features { get; init; }
}

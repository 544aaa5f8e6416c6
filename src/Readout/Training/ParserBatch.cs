namespace Readout.Training;

/// <summary>Some sentences, one after the other, with what they should be labelled by row.</summary>
internal sealed class ParserBatch
{
    public required EncoderInput Input { get; init; }

    /// <summary>Per row the row in the batch of the head whose arc is labelled, -1 for the root.</summary>
    public required int[] HeadRows { get; init; }

    public required ParserTargets Targets { get; init; }
}

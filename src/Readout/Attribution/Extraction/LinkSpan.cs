namespace Readout.Attribution.Extraction;

/// <summary>A role span with what the linker asks of it, read once a text.</summary>
internal readonly record struct LinkSpan
{
    public required RoleSpan Span { get; init; }

    /// <summary>Sentence of its first row.</summary>
    public required int Sentence { get; init; }

    /// <summary>Paragraph of its first row.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Number of cues before it.</summary>
    public required int Rank { get; init; }

    /// <summary>Hash of its first word.</summary>
    public required ulong FirstForm { get; init; }

    /// <summary>Hash of its last word.</summary>
    public required ulong LastForm { get; init; }

    /// <summary>Outermost quotation of its first row, -1 outside.</summary>
    public required int FirstQuotation { get; init; }

    /// <summary>Outermost quotation of its last row, -1 outside.</summary>
    public required int LastQuotation { get; init; }

    /// <summary>Its role and whether a sentence or paragraph begins between the span before and it; 0 for the first span.</summary>
    public ulong Step { get; init; }

    /// <summary>The step from the span before with that one's role; <see cref="NoNeighbour"/> for the first.</summary>
    public ulong Before { get; init; }

    /// <summary>The step to the next span with that one's role; <see cref="NoNeighbour"/> for the last.</summary>
    public ulong After { get; init; }

    /// <summary>No neighbour on this side.</summary>
    public const ulong NoNeighbour = 99;
}

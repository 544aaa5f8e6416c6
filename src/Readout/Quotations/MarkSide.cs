namespace Readout.Quotations;

/// <summary>Which side of a quotation a mark's shape stands for.</summary>
internal enum MarkSide : byte
{
    /// <summary>Either.</summary>
    Both,

    /// <summary>The opening side.</summary>
    Open,

    /// <summary>The closing side.</summary>
    Close,
}

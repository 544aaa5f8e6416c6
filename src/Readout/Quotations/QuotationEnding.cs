namespace Readout.Quotations;

/// <summary>How a quotation ends.</summary>
internal enum QuotationEnding : byte
{
    /// <summary>By its closing mark.</summary>
    Closed,

    /// <summary>By the end of a paragraph, and the next paragraph goes on with it.</summary>
    Continued,

    /// <summary>By nothing: at the next opening mark or the end of the paragraph, whichever comes first.</summary>
    Unclosed,
}

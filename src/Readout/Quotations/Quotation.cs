using Readout.Text;

namespace Readout.Quotations;

/// <summary>A stretch of text that stands in quotation marks. Quotations nest and never cross.</summary>
/// <param name="Outer">With its marks; a mark that is missing is not covered.</param>
/// <param name="Inner">Between the marks, white space at both ends left out; never empty.</param>
/// <param name="Parent">Index of the quotation that holds this one; -1 at the top.</param>
/// <param name="Previous">Index of the quotation, ended by its paragraph, that this one goes on with; -1 where it opens anew.</param>
/// <param name="Ending">How it ends.</param>
internal readonly record struct Quotation(TextSpan Outer, TextSpan Inner, int Parent, int Previous, QuotationEnding Ending);

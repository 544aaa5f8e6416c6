namespace Readout.Quotations;

/// <summary>A mark of the inventory (data/quotations/marks.tsv).</summary>
/// <param name="Text">One or two characters.</param>
/// <param name="IsSingle">Single marks quote within double ones, and look like apostrophes.</param>
/// <param name="Side">Which side the shape tells.</param>
internal sealed record MarkShape(string Text, bool IsSingle, MarkSide Side);

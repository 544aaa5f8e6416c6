namespace Readout.Corpora;

/// <summary>A text with its annotated attributions.</summary>
/// <param name="Id">File name without extension.</param>
/// <param name="Text">The text file as it is.</param>
/// <param name="Attributions">In the order of the annotation file.</param>
public sealed record AttributionDocument(string Id, string Text, IReadOnlyList<AttributionRelation> Attributions);

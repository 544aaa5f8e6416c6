using Readout.Text;

namespace Readout.Corpora;

/// <summary>One annotated attribution relation. Spans are in UTF-16 code units, in text order; a role may have several pieces or none.</summary>
/// <param name="Source">Who says it.</param>
/// <param name="Cue">The reporting words.</param>
/// <param name="Content">What is said.</param>
public sealed record AttributionRelation(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

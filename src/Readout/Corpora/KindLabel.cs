using Readout.Attribution;
using Readout.Text;

namespace Readout.Corpora;

/// <summary>A statement annotated by kind (eval/kinds). Spans are in UTF-16 code units.</summary>
/// <param name="Content">Content pieces in text order.</param>
/// <param name="Cue">Cue pieces; empty where there is no cue.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Part">train, or a held-out part: test and blind (each drawn at random), balanced (drawn so that every kind is there).</param>
public sealed record KindLabel(IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, StatementKind Kind, string Part);

using Readout.Text;

namespace Readout.Evaluation;

/// <summary>A time expression that a person marked.</summary>
/// <param name="Span">Extent.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
public readonly record struct GoldTime(TextSpan Span, string Type, string Value);

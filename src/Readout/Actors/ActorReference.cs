using Readout.Text;

namespace Readout.Actors;

/// <summary>A phrase of the text and the actor that it stands for.</summary>
/// <param name="Span">The phrase as the report has it.</param>
/// <param name="Actor">Index in the report's actors; -1 where unresolved.</param>
public readonly record struct ActorReference(TextSpan Span, int Actor);

namespace Readout.Records;

/// <summary>A phrase and the actor it stands for.</summary>
/// <param name="Span">The phrase.</param>
/// <param name="Actor">Id of the actor; null where unresolved.</param>
public sealed record ActorSpanRecord(SpanRecord Span, string? Actor);

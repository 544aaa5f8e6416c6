namespace Readout.Records;

/// <summary>Half-open offsets into the report's text, in the record's unit, and the text they cover.</summary>
/// <param name="Start">First offset.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Text">The covered text, byte for byte.</param>
public sealed record SpanRecord(int Start, int End, string Text);

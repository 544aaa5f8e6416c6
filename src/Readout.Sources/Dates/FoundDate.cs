namespace Readout.Sources.Dates;

/// <summary>A date found in running text.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
public readonly record struct FoundDate(PublicationTime Value, int Start, int End);

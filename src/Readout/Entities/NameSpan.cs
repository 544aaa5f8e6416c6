namespace Readout.Entities;

/// <summary>A recognised name: rows [First, End) of the token table without titles and articles. Names never overlap.</summary>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last.</param>
/// <param name="Type">Entity type.</param>
public readonly record struct NameSpan(int First, int End, EntityType Type);

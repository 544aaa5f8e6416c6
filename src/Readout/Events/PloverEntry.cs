namespace Readout.Events;

/// <summary>One event type of PLOVER, with or without a mode.</summary>
/// <param name="Type">Type, such as <c>CONSULT</c>.</param>
/// <param name="Mode">Mode, such as <c>visit</c>; null for the type as such.</param>
/// <param name="Score">Conflict-cooperation score, -10 (most conflict) to 10.</param>
/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Cameo">CAMEO code for formats that know no PLOVER.</param>
public sealed record PloverEntry(string Type, string? Mode, double Score, int Quad, string Cameo);

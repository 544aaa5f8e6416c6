namespace Readout.Actors;

/// <summary>What words of an organisation's name tell of it.</summary>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="IsOrgan">Whether it is an organ of a state.</param>
internal sealed record NameHead(string Sector, bool IsOrgan);

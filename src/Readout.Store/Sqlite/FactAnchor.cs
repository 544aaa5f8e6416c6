namespace Readout.Store.Sqlite;

/// <summary>Where a fact stands, to find it in a newer reading of its report (<see cref="SqliteAnchors"/>).</summary>
/// <param name="Report"><c>sha256:</c> and the hash of the report.</param>
/// <param name="Type">Type of the fact.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Words">Words of the fact.</param>
internal sealed record FactAnchor(string Report, string Type, int Start, int End, string Words);

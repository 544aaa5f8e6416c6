namespace Readout.Store.Columns;

/// <summary>Where a meeting or event was: a name, a country, or both.</summary>
/// <param name="Name">Usual English name; null where only the country is known.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where unknown.</param>
internal readonly record struct PlaceName(string? Name, string? Country);

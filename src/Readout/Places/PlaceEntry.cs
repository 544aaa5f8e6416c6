namespace Readout.Places;

/// <summary>One place of the gazetteer.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3; empty where it belongs to no state.</param>
/// <param name="Kind">Kind of place.</param>
/// <param name="Province">Province of a city; null where unknown.</param>
/// <param name="Geonames">GeoNames id; null where the source has none.</param>
internal sealed record PlaceEntry(string Name, string Country, PlaceKind Kind, string? Province, int? Geonames)
{
    /// <summary>Degrees north; null where unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null where unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Wikidata item of a state; null where unknown.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Whether the city is its state's first in <c>prominent.tsv</c>: the capital.</summary>
    public bool IsCapital { get; init; }
}

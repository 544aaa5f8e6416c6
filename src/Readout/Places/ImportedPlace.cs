namespace Readout.Places;

/// <summary>A place of a public dump.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Kind">What it is.</param>
public sealed record ImportedPlace(string Country, string Name, double Latitude, double Longitude, ImportedPlaceKind Kind)
{
    /// <summary>GeoNames id; null where the dump has none.</summary>
    public int? Geonames { get; init; }

    /// <summary>Other names that a report may use.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}

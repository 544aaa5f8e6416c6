namespace Readout.Places;

/// <summary>A state or territory in the schemes that researchers join by.</summary>
/// <param name="Alpha3">ISO 3166-1 alpha-3, as the record has it.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2.</param>
/// <param name="Cow">Number in the Correlates of War list of state members (v2016); null where it is no member.</param>
/// <param name="Name">Usual English name.</param>
public sealed record StateCode(string Alpha3, string Alpha2, int? Cow, string Name)
{
    /// <summary>GeoNames id; null where the source has none.</summary>
    public int? Geonames { get; init; }

    /// <summary>Wikidata item; null where the source has none.</summary>
    public string? Wikidata { get; init; }
}

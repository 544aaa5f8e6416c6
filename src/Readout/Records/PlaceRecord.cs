namespace Readout.Records;

/// <summary>A place.</summary>
public sealed record PlaceRecord
{
    /// <summary>The phrase.</summary>
    public required SpanRecord Span { get; init; }

    /// <summary>Usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>GeoNames id; null where unknown.</summary>
    public int? Geonames { get; init; }

    /// <summary>Degrees north; null where unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null where unknown.</summary>
    public double? Longitude { get; init; }
}

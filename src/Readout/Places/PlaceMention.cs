using Readout.Text;

namespace Readout.Places;

/// <summary>A phrase that names a place, resolved as far as the gazetteer knows it.</summary>
/// <param name="Span">The phrase.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where unknown.</param>
/// <param name="Geonames">GeoNames id; null where unknown.</param>
/// <param name="Latitude">Degrees north; null where unknown.</param>
/// <param name="Longitude">Degrees east; null where unknown.</param>
public sealed record PlaceMention(TextSpan Span, string Name, string? Country, int? Geonames, double? Latitude, double? Longitude);

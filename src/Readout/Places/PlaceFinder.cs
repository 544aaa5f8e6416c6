using Readout.Entities;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Places;

/// <summary>
/// Resolves place names against the gazetteer of <c>data/places</c>: states with their short and former names, provinces, cities, regions, seas and
/// buildings. A name that the name recogniser holds for a place but the gazetteer does not know is kept with nothing but its name.
/// Immutable, thread-safe, linear in the text.
/// </summary>
public sealed class PlaceFinder
{
    private readonly PlaceGazetteer _gazetteer;
    private readonly PlaceCandidates _candidates;
    private readonly PlaceResolver _resolver;

    private PlaceFinder(string folder)
    {
        _gazetteer = PlaceGazetteer.Load(folder);
        _candidates = new PlaceCandidates(_gazetteer, PlaceWords.Load(folder));
        _resolver = new PlaceResolver(_gazetteer);
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static PlaceFinder Load(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return new PlaceFinder(Path.Combine(dataDirectory, "places"));
    }

    /// <summary>Places in text order.</summary>
    public IReadOnlyList<PlaceMention> Find(ParsedText parse, IReadOnlyList<NameSpan> names, Report report)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(report);
        List<PlaceCandidate> candidates = _candidates.Find(parse, names);
        PlaceEntry?[] places = _resolver.Resolve(parse, candidates, Dateline(report.Dateline));
        var found = new List<PlaceMention>(candidates.Count);
        for (int i = 0; i < places.Length; i++)
        {
            TextSpan span = parse.Tokens.Span(candidates[i].First, candidates[i].End);
            found.Add(places[i] is { } place
                ? new PlaceMention(span, place.Name, place.Country.Length == 0 ? null : place.Country, place.Geonames, place.Latitude, place.Longitude)
                : new PlaceMention(span, span.In(report.Text).ToString(), null, null, null, null));
        }

        return found;
    }

    // The place that a dateline from metadata opens with: "KUALA LUMPUR, April 1 (AFP)".
    private IReadOnlyList<PlaceEntry> Dateline(string? dateline)
    {
        int end = dateline?.IndexOfAny([',', '(']) ?? -1;
        return end <= 0 ? [] : _gazetteer.Find(dateline.AsSpan(0, end).Trim());
    }
}

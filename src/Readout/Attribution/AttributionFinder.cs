namespace Readout.Attribution;

/// <summary>Finds statements: who said what to whom. Immutable, thread-safe.</summary>
public sealed class AttributionFinder
{
    private AttributionFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static AttributionFinder Load(string dataDirectory) => new();

    /// <summary>Statements in the order of their first content.</summary>
    public IReadOnlyList<Statement> Find(Scene scene) => [];
}

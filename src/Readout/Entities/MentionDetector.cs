using Readout.Parsing;

namespace Readout.Entities;

/// <summary>Finds the phrases that refer to actors and places. Immutable, thread-safe.</summary>
public sealed class MentionDetector
{
    private MentionDetector()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static MentionDetector Load(string dataDirectory) => new();

    /// <summary>Mentions in text order.</summary>
    public IReadOnlyList<Mention> Detect(ParsedText parse, IReadOnlyList<NameSpan> names) => [];
}

namespace Readout.Sources.Evaluation;

/// <summary>A page with what must come of it.</summary>
public sealed record PageGold
{
    /// <summary>Name of the page's file or folder.</summary>
    public required string Name { get; init; }

    /// <summary>The page as it came.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Address; null where the set gives none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Segments that the text must hold; empty where the set gives whole texts.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Segments that the text must not hold.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>HTML of the whole wanted text; null where the set gives segments.</summary>
    public string? ExpectedMarkup { get; init; }

    /// <summary>Day of publication, ISO 8601; null where unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Headline; null where unknown.</summary>
    public string? Title { get; init; }

    /// <summary>Author names joined by semicolons; null where unknown.</summary>
    public string? Author { get; init; }

    /// <summary>Folded 32-bit FNV-1a hash of a name's characters.</summary>
    internal static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash ^ (hash >> 16);
    }
}

namespace Readout.Merging;

/// <summary>One report's wording of something said.</summary>
public sealed record Wording
{
    /// <summary>The content: its spans in text order, parted by one blank.</summary>
    public required string Content { get; init; }

    /// <summary>Identities of the speakers across reports; empty where unknown.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Day when it was said, else when it was reported; null where unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether all content stands in quotation marks.</summary>
    public bool IsDirect { get; init; }
}

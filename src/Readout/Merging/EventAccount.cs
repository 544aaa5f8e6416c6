namespace Readout.Merging;

/// <summary>One mention of an event.</summary>
public sealed record EventAccount
{
    /// <summary>The word or words that name it.</summary>
    public required string Trigger { get; init; }

    /// <summary>The sentence that it stands in.</summary>
    public required string Sentence { get; init; }

    /// <summary>How the report begins, some hundred words.</summary>
    public required string Opening { get; init; }

    /// <summary>Names or keys of those who do it and to whom it is done; empty where unknown.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>When, EDTF; null where unknown.</summary>
    public string? Time { get; init; }
}

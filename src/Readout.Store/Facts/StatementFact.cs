using Readout.Attribution;

namespace Readout.Store.Facts;

/// <summary>Who said what to whom.</summary>
public sealed record StatementFact : Fact
{
    /// <summary>Direct, indirect or mixed.</summary>
    public required StatementForm Form { get; init; }

    /// <summary>What it does.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Sources; empty where the report gives none.</summary>
    public required IReadOnlyList<ActorLink> Speakers { get; init; }

    /// <summary>Whom it was said to.</summary>
    public required IReadOnlyList<ActorLink> Addressees { get; init; }

    /// <summary>Actors named in the content.</summary>
    public required IReadOnlyList<ActorLink> About { get; init; }

    /// <summary>Reporting words; null where there are none.</summary>
    public string? Cue { get; init; }

    /// <summary>Record id of the statement whose content holds this one; null at the top.</summary>
    public string? Within { get; init; }

    /// <summary>Why the engine holds it.</summary>
    public required string Reason { get; init; }
}

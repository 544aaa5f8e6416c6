using Readout.Attribution;

namespace Readout.Records;

/// <summary>A statement with its evidence.</summary>
public sealed record StatementRecord
{
    /// <summary><c>s1</c>, <c>s2</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required StatementForm Form { get; init; }

    /// <summary>What it does.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Sources, resolved.</summary>
    public required IReadOnlyList<ActorSpanRecord> Speakers { get; init; }

    /// <summary>Reporting words; null where there are none.</summary>
    public SpanRecord? Cue { get; init; }

    /// <summary>Content spans in text order.</summary>
    public required IReadOnlyList<SpanRecord> Content { get; init; }

    /// <summary>Whom it was said to.</summary>
    public required IReadOnlyList<ActorSpanRecord> Addressees { get; init; }

    /// <summary>Ids of the actors named in the content.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>When it was said; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>Id of the statement whose content holds this one; null at the top.</summary>
    public string? Within { get; init; }

    /// <summary>Probability in [0, 1].</summary>
    public double Confidence { get; init; }

    /// <summary>Why the engine holds it.</summary>
    public string Reason { get; init; } = "";
}

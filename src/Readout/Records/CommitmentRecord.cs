using Readout.Commitments;

namespace Readout.Records;

/// <summary>A commitment with its evidence.</summary>
public sealed record CommitmentRecord
{
    /// <summary><c>c1</c>, <c>c2</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>Agreement, promise or announcement.</summary>
    public required CommitmentKind Kind { get; init; }

    /// <summary>Ids of the actors bound.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>What is to be done.</summary>
    public required SpanRecord Action { get; init; }

    /// <summary>Period covered; null where none.</summary>
    public Period? Period { get; init; }

    /// <summary>By when; null where none.</summary>
    public string? Due { get; init; }

    /// <summary>Sum or quantity; null where none.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>State.</summary>
    public required CommitmentStatus Status { get; init; }

    /// <summary>Id of the statement it stands in; null where the reporter tells it.</summary>
    public string? Statement { get; init; }

    /// <summary>The spans that tell of it.</summary>
    public required IReadOnlyList<SpanRecord> Evidence { get; init; }

    /// <summary>Probability in [0, 1].</summary>
    public double Confidence { get; init; }
}

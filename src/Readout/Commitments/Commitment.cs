using Readout.Text;

namespace Readout.Commitments;

/// <summary>What parties agreed, signed, promised or announced that they will do, concrete enough to be checked later.</summary>
public sealed record Commitment
{
    /// <summary>Agreement, promise or announcement.</summary>
    public required CommitmentKind Kind { get; init; }

    /// <summary>Actors bound by it.</summary>
    public required IReadOnlyList<int> Parties { get; init; }

    /// <summary>The words that say what is to be done.</summary>
    public required TextSpan Action { get; init; }

    /// <summary>First and last calendar time of the period it covers; null where none is given.</summary>
    public Period? Period { get; init; }

    /// <summary>TIMEX3 value of the day or month by which it is to be done; null where none is given.</summary>
    public string? Due { get; init; }

    /// <summary>Sum or quantity; null where none is given.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>State.</summary>
    public required CommitmentStatus Status { get; init; }

    /// <summary>Index of the statement it stands in; null where the reporter tells it.</summary>
    public int? Statement { get; init; }

    /// <summary>The spans that tell of it; never empty.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>Probability that it is right, in [0, 1].</summary>
    public double Confidence { get; init; }
}

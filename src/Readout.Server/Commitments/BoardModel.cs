using Readout.Store.Queries;

namespace Readout.Server.Commitments;

/// <summary>What the board of commitments shows.</summary>
public sealed record BoardModel
{
    /// <summary>What was asked for.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>The day by which things are due or past.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The columns that hold something, in the order of the board.</summary>
    public required IReadOnlyList<BoardColumn> Columns { get; init; }

    /// <summary>Where the list goes on; null at the end.</summary>
    public required string? Next { get; init; }
}

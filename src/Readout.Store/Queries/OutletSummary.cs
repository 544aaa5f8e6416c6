namespace Readout.Store.Queries;

/// <summary>What a store holds of an outlet.</summary>
public sealed record OutletSummary
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Reports.</summary>
    public required int Reports { get; init; }

    /// <summary>Statements in them.</summary>
    public required int Statements { get; init; }

    /// <summary>Reports that repeat an earlier one in the store: reprints, cuts, updates.</summary>
    public required int Copies { get; init; }

    /// <summary>Earliest publication; null where none is known.</summary>
    public string? First { get; init; }

    /// <summary>Latest publication; null where none is known.</summary>
    public string? Last { get; init; }
}

namespace Readout.Store;

/// <summary>What a store holds.</summary>
public sealed record StoreStatus
{
    /// <summary>Path or address.</summary>
    public required string Location { get; init; }

    /// <summary>Version of the schema.</summary>
    public required int Schema { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Reports.</summary>
    public required int Reports { get; init; }

    /// <summary>Actors across reports.</summary>
    public required int Actors { get; init; }

    /// <summary>Statements.</summary>
    public required int Statements { get; init; }

    /// <summary>Meetings.</summary>
    public required int Meetings { get; init; }

    /// <summary>Commitments.</summary>
    public required int Commitments { get; init; }

    /// <summary>Events.</summary>
    public required int Events { get; init; }

    /// <summary>Earliest publication; null where none is known.</summary>
    public string? First { get; init; }

    /// <summary>Latest publication; null where none is known.</summary>
    public string? Last { get; init; }

    /// <summary>Outlets, alphabetical.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }
}

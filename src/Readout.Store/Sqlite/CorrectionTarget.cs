namespace Readout.Store.Sqlite;

/// <summary>What a new correction belongs to, in terms that outlive readings, and its value as it is kept.</summary>
/// <param name="Hash"><c>sha256:</c> and the hash of the report; empty where an actor of all reports is corrected.</param>
/// <param name="Type">Type of the fact, or <c>actor</c>.</param>
/// <param name="Start">First code point of the fact's words.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Words">The words; of an actor its key.</param>
internal sealed record CorrectionTarget(string Hash, string Type, int Start, int End, string Words)
{
    /// <summary>The value as it is kept; null where the field takes none.</summary>
    public string? Value { get; init; }

    /// <summary>Row of the fact; null for an actor, and for a fact that is to be added.</summary>
    public long? Fact { get; init; }

    /// <summary>The correction that added the fact; null where the engine read it.</summary>
    public long? Added { get; init; }

    /// <summary>Of two that are the same, the row of the other.</summary>
    public long? Other { get; init; }

    /// <summary>The other's report.</summary>
    public string? OtherHash { get; init; }
}

using Readout.Actors;

namespace Readout.Store.Queries;

/// <summary>Which actors, those with most facts first. Actors of one report alone (unnamed sources, groups) are left out.</summary>
public sealed record ActorQuery
{
    /// <summary>Words of the name; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of actor; null for all.</summary>
    public ActorType? Type { get; init; }

    /// <summary><see cref="Page{T}.Next"/> of the part before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rows, in [1, <see cref="FactQuery.MaximumLimit"/>].</summary>
    public int Limit { get; init; } = FactQuery.DefaultLimit;
}

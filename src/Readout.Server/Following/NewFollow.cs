using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Following;

/// <summary>What somebody is about to follow.</summary>
public sealed record NewFollow
{
    /// <summary>Kind that is offered first.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Which facts.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>The meeting or commitment; null where the query says which.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Name that is offered.</summary>
    public required string Name { get; init; }

    /// <summary>How many facts of the store the query finds now; null where a fact is followed.</summary>
    public int? Found { get; init; }

    /// <summary>Whether the reader has a destination to be told at.</summary>
    public required bool HasDestinations { get; init; }
}

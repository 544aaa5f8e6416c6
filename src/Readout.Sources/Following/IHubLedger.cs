namespace Readout.Sources.Following;

/// <summary>Remembers what was asked of hubs. Each member is one transaction. Thread-safe.</summary>
public interface IHubLedger
{
    /// <summary>All that was asked, one a feed.</summary>
    IReadOnlyList<HubLease> Leases();

    /// <summary>What was asked under a callback's token; null where nothing was.</summary>
    HubLease? Lease(string token);

    /// <summary>Writes what was asked, in place of what was asked for the feed before; nothing where the feed is no longer followed.</summary>
    void Put(HubLease lease);

    /// <summary>Makes a feed due by a moment; nothing where it is due earlier or gone.</summary>
    void Hasten(Uri feed, DateTimeOffset moment);
}

using System.Security.Cryptography;
using Readout.Sources.Fetching;

namespace Readout.Sources.Following;

/// <summary>
/// Subscribes at the hubs that feeds name (W3C WebSub, 23 January 2018), so that news is told and need not be waited for. What a hub delivers is
/// not believed for its content: a signed delivery makes the feed due, and the feed is fetched from its own address. Feeds are polled all the same, as hubs forget.
/// Thread-safe.
/// </summary>
/// <param name="ledger">Remembers what was asked.</param>
/// <param name="post">Posts a form; it must refuse private addresses.</param>
/// <param name="callbacks">Address under which callbacks are reached, ending in a slash.</param>
/// <param name="time">The clock.</param>
public sealed class HubSubscriber(IHubLedger ledger, Func<Uri, IReadOnlyDictionary<string, string>, CancellationToken, Task<FetchResult>> post, Uri callbacks, TimeProvider time)
{
    private static readonly TimeSpan AskedLease = TimeSpan.FromDays(10);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RenewalBefore = TimeSpan.FromDays(1);
    private static readonly TimeSpan RestBetweenRequests = TimeSpan.FromHours(6);

    /// <summary>Asks the hubs of feeds that have no lease, or one that ends within a day; each at most once in six hours.</summary>
    /// <param name="feeds">The followed feeds.</param>
    /// <param name="cancellation">Ends the work between two hubs.</param>
    public async Task RenewAsync(IEnumerable<FeedState> feeds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var leases = ledger.Leases().ToDictionary(l => l.Feed);
        foreach (FeedState feed in feeds)
        {
            if (feed.Hub is not { } hub || feed.Next is null)
            {
                continue;
            }

            DateTimeOffset now = time.GetUtcNow();
            Uri topic = feed.Topic ?? feed.Current;
            HubLease? lease = leases.GetValueOrDefault(feed.Address);
            if (lease is null || lease.Hub != hub || lease.Topic != topic)
            {
                lease = new HubLease(feed.Address, hub, topic, NewSecret(), NewSecret()) { AskedAt = DateTimeOffset.MinValue };
            }

            bool isGranted = lease.Until - now > RenewalBefore;
            if (!isGranted && now - lease.AskedAt >= RestBetweenRequests)
            {
                // Written first: a hub may ask back before it answers.
                ledger.Put(lease with { AskedAt = now });
                await post(hub, Subscription(lease).Form(AskedLease), cancellation);
            }
        }
    }

    /// <summary>The text to answer a hub's question with; null to answer 404.</summary>
    /// <param name="token">Last part of the address asked.</param>
    /// <param name="query">The request's parameters.</param>
    public string? Confirm(string token, IReadOnlyDictionary<string, string> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ledger.Lease(token) is not { } lease || Subscription(lease).Answer(query) is not { } challenge)
        {
            return null;
        }

        TimeSpan granted = long.TryParse(query.GetValueOrDefault("hub.lease_seconds"), out long seconds) && seconds > 0 && seconds < LongestLease.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : AskedLease;
        ledger.Put(lease with { Until = time.GetUtcNow() + (granted < ShortestLease ? ShortestLease : granted) });
        return challenge;
    }

    /// <summary>Takes a delivery: the feed is due at once where the hub signed it. False where nothing is asked under the token, to be answered 410.</summary>
    /// <param name="token">Last part of the address posted to.</param>
    /// <param name="body">Body as delivered.</param>
    /// <param name="signature">The X-Hub-Signature header; null where it is missing.</param>
    public bool Take(string token, ReadOnlySpan<byte> body, string? signature)
    {
        if (ledger.Lease(token) is not { } lease)
        {
            return false;
        }

        if (Subscription(lease).IsAuthentic(body, signature))
        {
            ledger.Hasten(lease.Feed, time.GetUtcNow());
        }

        return true;
    }

    private WebSubSubscription Subscription(HubLease lease) => new(lease.Hub, lease.Topic, new Uri(callbacks, lease.Token), lease.Secret);

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}

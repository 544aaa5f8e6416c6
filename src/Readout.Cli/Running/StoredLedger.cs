using System.Text.Json;
using Readout.Sources.Evidence;
using Readout.Sources.Fetching;
using Readout.Sources.Following;
using Readout.Store.Following;
using Readout.Store.Sqlite;

namespace Readout.Cli.Running;

/// <summary>The ledger and archive of following, kept in the store. Thread-safe.</summary>
internal sealed class StoredLedger(SqliteFollowStore store) : IFeedLedger, ICaptureArchive, IHubLedger
{
    public IReadOnlyList<FeedState> Feeds() => [.. store.Feeds().Select(ToState)];

    public bool Follow(FeedState feed) => store.Follow(ToRow(feed));

    public bool Unfollow(Uri address) => store.Unfollow(address.AbsoluteUri);

    public int Record(FeedState feed, IReadOnlyList<PendingReport> named) => store.Record(ToRow(feed), [.. named.Select(ToRow)]);

    public IReadOnlyList<PendingReport> Pending(DateTimeOffset now, int limit) => [.. store.Pending(now, limit).Select(item => new PendingReport
    {
        Feed = new Uri(item.Feed),
        Key = item.Key,
        Address = new Uri(item.Address),
        Mark = item.Mark,
        Attempts = item.Attempts,
        Next = item.Next,
        Error = item.Error,
    })];

    public DateTimeOffset? NextDue() => store.NextDue();

    public void Postpone(PendingReport report) => store.Update(ToRow(report), isOpen: true);

    public void Close(PendingReport report) => store.Update(ToRow(report), isOpen: false);

    public void Save(Capture capture) => store.Save(new CaptureRow
    {
        Hash = capture.Hash,
        Address = capture.Address.AbsoluteUri,
        FinalAddress = capture.FinalAddress.AbsoluteUri,
        Captured = capture.Captured,
        Status = capture.Status,
        Headers = JsonSerializer.Serialize(capture.Headers.Select(h => new[] { h.Key, h.Value })),
        Redirects = JsonSerializer.Serialize(capture.Redirects.Select(r => new object[] { r.From.AbsoluteUri, r.To.AbsoluteUri, r.Status })),
        Body = capture.Body.ToArray(),
    });

    public IEnumerable<Capture> Captures(Uri? address = null, DateTimeOffset? since = null) => store.Captures(address?.AbsoluteUri, since).Select(row => new Capture
    {
        Hash = row.Hash,
        Address = new Uri(row.Address),
        FinalAddress = new Uri(row.FinalAddress),
        Captured = row.Captured,
        Status = row.Status,
        Headers = [.. JsonSerializer.Deserialize<string[][]>(row.Headers)!.Select(h => new KeyValuePair<string, string>(h[0], h[1]))],
        Redirects = [.. JsonSerializer.Deserialize<JsonElement[][]>(row.Redirects)!.Select(r => new Redirect(new Uri(r[0].GetString()!), new Uri(r[1].GetString()!), r[2].GetInt32()))],
        Body = row.Body,
    });

    public IReadOnlyList<HubLease> Leases() => [.. store.Hubs().Select(ToLease)];

    public HubLease? Lease(string token) => store.Hub(token) is { } row ? ToLease(row) : null;

    public void Put(HubLease lease) => store.Put(new HubRow
    {
        Feed = lease.Feed.AbsoluteUri,
        Hub = lease.Hub.AbsoluteUri,
        Topic = lease.Topic.AbsoluteUri,
        Token = lease.Token,
        Secret = lease.Secret,
        AskedAt = lease.AskedAt,
        Until = lease.Until,
    });

    public void Hasten(Uri feed, DateTimeOffset moment) => store.Hasten(feed.AbsoluteUri, moment);

    private static HubLease ToLease(HubRow row) =>
        new(new Uri(row.Feed), new Uri(row.Hub), new Uri(row.Topic), row.Token, row.Secret) { AskedAt = row.AskedAt, Until = row.Until };

    private static FeedItemRow ToRow(PendingReport report) => new()
    {
        Feed = report.Feed.AbsoluteUri,
        Key = report.Key,
        Address = report.Address.AbsoluteUri,
        Mark = report.Mark,
        Attempts = report.Attempts,
        Next = report.Next,
        Error = report.Error,
    };

    private static FeedRow ToRow(FeedState feed) => new()
    {
        Address = feed.Address.AbsoluteUri,
        Current = feed.Current.AbsoluteUri,
        Title = feed.Title,
        Selector = feed.Selector,
        EntityTag = feed.EntityTag,
        LastModified = feed.LastModified,
        Hub = feed.Hub?.AbsoluteUri,
        Topic = feed.Topic?.AbsoluteUri,
        Next = feed.Next,
        LastFetch = feed.LastFetch,
        LastSuccess = feed.LastSuccess,
        LastOutcome = feed.LastOutcome?.ToString(),
        LastError = feed.LastError,
        Failures = feed.Failures,
        Interval = feed.Interval,
    };

    private static FeedState ToState(FeedRow row) => new()
    {
        Address = new Uri(row.Address),
        Current = new Uri(row.Current),
        Title = row.Title,
        Selector = row.Selector,
        EntityTag = row.EntityTag,
        LastModified = row.LastModified,
        Hub = row.Hub is null ? null : new Uri(row.Hub),
        Topic = row.Topic is null ? null : new Uri(row.Topic),
        Next = row.Next,
        LastFetch = row.LastFetch,
        LastSuccess = row.LastSuccess,
        LastOutcome = Enum.TryParse(row.LastOutcome, out FetchOutcome outcome) ? outcome : null,
        LastError = row.LastError,
        Failures = row.Failures,
        Interval = row.Interval,
    };
}

using Readout.Sources.Evidence;
using Readout.Sources.Following;

namespace Readout.Sources.Tests.Following;

/// <summary>A ledger and archive without a disk, which can be made to fail at any call.</summary>
internal sealed class MemoryLedger : IFeedLedger, ICaptureArchive
{
    private readonly Dictionary<Uri, FeedState> _feeds = [];
    private readonly Dictionary<(Uri Feed, string Key), (PendingReport Report, bool IsOpen)> _reports = [];
    private readonly List<Capture> _captures = [];

    /// <summary>Calls until one throws; negative for never.</summary>
    public int FailAfter { get; set; } = -1;

    public IReadOnlyList<PendingReport> Given => [.. _reports.Values.Where(r => !r.IsOpen && r.Report.Error is not null).Select(r => r.Report)];

    public IReadOnlyList<FeedState> Feeds() => [.. _feeds.Values.OrderBy(f => f.Address.AbsoluteUri, StringComparer.Ordinal)];

    public bool Follow(FeedState feed) => _feeds.TryAdd(feed.Address, feed);

    public bool Unfollow(Uri address) => _feeds.Remove(address);

    public int Record(FeedState feed, IReadOnlyList<PendingReport> named)
    {
        Step();
        _feeds[feed.Address] = feed;
        int news = 0;
        foreach (PendingReport report in named)
        {
            bool isKnown = _reports.TryGetValue((report.Feed, report.Key), out var known);
            if (!isKnown || known.Report.Mark != report.Mark)
            {
                _reports[(report.Feed, report.Key)] = (report, true);
                news++;
            }
        }

        return news;
    }

    public IReadOnlyList<PendingReport> Pending(DateTimeOffset now, int limit) =>
        [.. _reports.Values.Where(r => r.IsOpen && r.Report.Next <= now).Select(r => r.Report).OrderBy(r => r.Next).Take(limit)];

    public DateTimeOffset? NextDue()
    {
        DateTimeOffset[] moments = [.. _feeds.Values.Select(f => f.Next).OfType<DateTimeOffset>(), .. _reports.Values.Where(r => r.IsOpen).Select(r => r.Report.Next)];
        return moments.Length == 0 ? null : moments.Min();
    }

    public void Postpone(PendingReport report)
    {
        Step();
        _reports[(report.Feed, report.Key)] = (report, true);
    }

    public void Close(PendingReport report)
    {
        Step();
        _reports[(report.Feed, report.Key)] = (report, false);
    }

    public void Save(Capture capture)
    {
        Step();
        _captures.Add(capture);
    }

    public IEnumerable<Capture> Captures(Uri? address = null, DateTimeOffset? since = null) =>
        _captures.Where(c => (address is null || c.Address == address || c.FinalAddress == address) && (since is null || c.Captured >= since));

    private void Step()
    {
        if (FailAfter >= 0 && FailAfter-- == 0)
        {
            throw new IOException("the power went out");
        }
    }
}

using Readout.Sources.Evidence;
using Readout.Sources.Feeds;
using Readout.Sources.Fetching;
using Readout.Sources.Pages;

namespace Readout.Sources.Following;

/// <summary>
/// One round over the followed feeds: those that are due are fetched and their new entries written down, then the reports that are due. A report
/// is kept before it is crossed off, so that a round ended at any point loses nothing and at worst fetches one report twice.
/// </summary>
public sealed class FollowRound(IFetcher fetcher, IFeedLedger ledger, ICaptureArchive archive, FeedReader reader, TimeProvider time)
{
    private const int ReportsAtOnce = 100;
    private const int MaxSitemaps = 20;

    /// <summary>When what is fetched next.</summary>
    public FetchSchedule Schedule { get; init; } = new();

    /// <summary>Hands a kept capture on to be read; called before the report is crossed off.</summary>
    public Action<Capture> Keep { get; init; } = _ => { };

    /// <summary>Told of every fetch.</summary>
    public Action<FollowEvent> Tell { get; init; } = _ => { };

    /// <summary>Runs the round.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was done stays done.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (FeedState feed in ledger.Feeds().Where(f => f.Next <= time.GetUtcNow()).OrderBy(f => f.Next))
        {
            await FetchFeedAsync(feed, cancellation);
        }

        var tried = new HashSet<(Uri, string)>();
        while (true)
        {
            PendingReport[] due = [.. ledger.Pending(time.GetUtcNow(), ReportsAtOnce).Where(r => !tried.Contains((r.Feed, r.Key)))];
            if (due.Length == 0)
            {
                return;
            }

            foreach (PendingReport report in due)
            {
                tried.Add((report.Feed, report.Key));
                await FetchReportAsync(report, cancellation);
            }
        }
    }

    private async Task FetchFeedAsync(FeedState feed, CancellationToken cancellation)
    {
        FetchResult result = await fetcher.FetchAsync(new FetchRequest(feed.Current, feed.EntityTag, feed.LastModified), cancellation);
        if (!result.IsSuccess)
        {
            ledger.Record(Schedule.AfterFailure(feed, result), []);
            Tell(new FollowEvent(feed.Current, true, result.Outcome, 0, result.Message));
            return;
        }

        if (result.Outcome == FetchOutcome.NotModified)
        {
            ledger.Record(Schedule.AfterSuccess(feed, result, 0, null), []);
            Tell(new FollowEvent(feed.Current, true, result.Outcome, 0, null));
            return;
        }

        Feed? read = await ReadAsync(feed, result, cancellation);
        if (read is null)
        {
            FetchResult broken = result with { Outcome = FetchOutcome.BadResponse, Message = feed.Selector is null ? "it is no feed; name a page's links with --selector, or its feed's own address" : $"the selector '{feed.Selector}' cannot be read" };
            ledger.Record(Schedule.AfterFailure(feed, broken), []);
            Tell(new FollowEvent(feed.Current, true, broken.Outcome, 0, broken.Message));
            return;
        }

        PendingReport[] named = [.. read.Items.Where(i => i.Address is not null).Select(i => Pending(feed, i))];

        // Whether entries are new is known only where they are written down; the interval follows from it in a second write.
        FeedState told = feed with { Title = feed.Title ?? read.Title, Hub = read.Hub ?? feed.Hub, Topic = read.Self ?? feed.Topic };
        int news = ledger.Record(told, named);
        ledger.Record(Schedule.AfterSuccess(told, result, news, read.TimeToLive), []);
        Tell(new FollowEvent(feed.Current, true, result.Outcome, news, read.Notes.Count == 0 ? null : string.Join("; ", read.Notes)));
    }

    private async Task<Feed?> ReadAsync(FeedState feed, FetchResult result, CancellationToken cancellation)
    {
        string? charset = Archives.HttpMessage.CharsetOf(result.Header("Content-Type"));
        if (feed.Selector is { } selector)
        {
            return MarkupDecoder.Decode(result.Body.Span, charset) is { } markup ? FeedDiscovery.Links(markup, result.FinalAddress, selector) : null;
        }

        Feed? read = reader.Read(result.Body.Span, result.FinalAddress, charset, time.GetUtcNow());
        return read is { Kind: FeedKind.SitemapIndex } index ? await SitemapsAsync(index, cancellation) : read;
    }

    // The latest sitemaps of an index, one level down: archives of past years are not news.
    private async Task<Feed> SitemapsAsync(Feed index, CancellationToken cancellation)
    {
        var items = new List<FeedItem>();
        foreach (FeedItem sitemap in index.Items.OrderByDescending(i => i.Updated?.Instant ?? DateTimeOffset.MinValue).Take(MaxSitemaps))
        {
            FetchResult result = await fetcher.FetchAsync(new FetchRequest(sitemap.Address!), cancellation);
            Feed? read = result.Outcome == FetchOutcome.Fetched ? reader.Read(result.Body.Span, result.FinalAddress, null, time.GetUtcNow()) : null;
            items.AddRange(read is { Kind: FeedKind.Sitemap } ? read.Items : []);
        }

        return index with { Kind = FeedKind.Sitemap, Items = [.. items.DistinctBy(i => i.Key).Take(FeedReader.MaxItems)] };
    }

    private PendingReport Pending(FeedState feed, FeedItem item) => new()
    {
        Feed = feed.Address,
        Key = item.Key,
        Address = item.Address!,
        Mark = $"{item.Updated ?? item.Published} {item.Title}",
        Next = time.GetUtcNow(),
    };

    private async Task FetchReportAsync(PendingReport report, CancellationToken cancellation)
    {
        FetchResult result = await fetcher.FetchAsync(new FetchRequest(report.Address), cancellation);
        Tell(new FollowEvent(report.Address, false, result.Outcome, 0, result.Message));
        if (result.Outcome == FetchOutcome.Fetched)
        {
            Capture capture = Capture.Of(result);
            archive.Save(capture);
            Keep(capture);
            ledger.Close(report with { Error = null });
        }
        else if (Schedule.AfterFailure(report, result) is { } later)
        {
            ledger.Postpone(later);
        }
        else
        {
            ledger.Close(report with { Attempts = report.Attempts + 1, Error = result.Message });
        }
    }
}

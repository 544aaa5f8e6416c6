using System.Security.Cryptography;
using System.Text;
using Readout.Sources.Fetching;

namespace Readout.Sources.Following;

/// <summary>
/// Decides when a feed or report is fetched next: as often as it brings news, never before the server's own Cache-Control, Retry-After or time to
/// live, ever more seldom while it fails, with jitter drawn from the address so that the same history gives the same times. Immutable, thread-safe.
/// </summary>
public sealed record FetchSchedule
{
    /// <summary>Shortest time between two fetches of a feed.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time between two fetches of a feed.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Wait after a first failure; doubled after each further one.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Longest wait after failures.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Fetches of one report before it is given up.</summary>
    public int ReportAttempts { get; init; } = 6;

    /// <summary>The feed's state after a fetch that succeeded.</summary>
    /// <param name="feed">State before.</param>
    /// <param name="result">The fetch.</param>
    /// <param name="news">Entries new or changed.</param>
    /// <param name="timeToLive">What the feed itself asks for; null where it does not.</param>
    public FeedState AfterSuccess(FeedState feed, FetchResult result, int news, TimeSpan? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(result);
        TimeSpan interval = Clamp(news > 0 ? feed.Interval / 2 : feed.Interval * 1.5, Shortest, Longest);
        TimeSpan wait = Max(Max(interval, result.Freshness ?? TimeSpan.Zero), timeToLive is { } life && life < Longest ? life : TimeSpan.Zero);
        return feed with
        {
            Current = result.MovedTo ?? feed.Current,
            EntityTag = result.EntityTag ?? (result.Outcome == FetchOutcome.NotModified ? feed.EntityTag : null),
            LastModified = result.LastModified ?? (result.Outcome == FetchOutcome.NotModified ? feed.LastModified : null),
            Interval = interval,
            Failures = 0,
            LastError = null,
            LastOutcome = result.Outcome,
            LastFetch = result.Captured,
            LastSuccess = result.Captured,
            Next = result.Captured + Jittered(wait, feed.Address, result.Captured.UtcTicks),
        };
    }

    /// <summary>The feed's state after a fetch that failed; a feed that is gone (410) is not fetched again.</summary>
    public FeedState AfterFailure(FeedState feed, FetchResult result)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(result);
        int failures = feed.Failures + 1;
        return feed with
        {
            Failures = failures,
            LastError = result.Message,
            LastOutcome = result.Outcome,
            LastFetch = result.Captured,
            Next = result.Outcome == FetchOutcome.Gone ? null : result.Captured + Wait(failures, result, feed.Address),
        };
    }

    /// <summary>A report after a fetch that failed, with its next attempt; null where it is given up.</summary>
    public PendingReport? AfterFailure(PendingReport report, FetchResult result)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(result);
        int attempts = report.Attempts + 1;
        return result.IsPassing && attempts < ReportAttempts
            ? report with { Attempts = attempts, Error = result.Message, Next = result.Captured + Wait(attempts, result, report.Address) }
            : null;
    }

    private TimeSpan Wait(int failures, FetchResult result, Uri address)
    {
        TimeSpan wait = Clamp(FirstBackOff * Math.Pow(2, Math.Min(failures - 1, 20)), FirstBackOff, LongestBackOff);
        return Jittered(Max(wait, result.RetryAfter ?? TimeSpan.Zero), address, failures);
    }

    // Up to a tenth longer, never shorter: what the server asked for is kept.
    private static TimeSpan Jittered(TimeSpan wait, Uri address, long salt)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{address.AbsoluteUri} {salt}"));
        return TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds * (1 + (BitConverter.ToUInt16(hash, 0) / 655350.0))));
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

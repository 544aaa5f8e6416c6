using System.Collections.Concurrent;

namespace Readout.Sources.Fetching;

/// <summary>
/// Fetches as a guest: asks robots.txt first (RFC 9309, kept for a day), keeps the time between requests to one host, one at a time, and leaves a
/// host alone that answered 429, or 5xx with Retry-After. Thread-safe.
/// </summary>
public sealed class PoliteFetcher(IFetcher inner, FetchOptions options, TimeProvider time) : IFetcher
{
    private static readonly TimeSpan RobotsLife = TimeSpan.FromHours(24);

    // A robots.txt that cannot be reached forbids everything, but is asked for again sooner.
    private static readonly TimeSpan RobotsFailureLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Address.Scheme is not ("http" or "https"))
        {
            return new Trip(request, time.GetUtcNow()).Failed(FetchOutcome.SchemeRefused, $"'{request.Address.Scheme}' addresses are not fetched");
        }

        Host host = _hosts.GetOrAdd(request.Address.Authority, _ => new Host());
        await host.Turn.WaitAsync(cancellation);
        try
        {
            if (host.HeldUntil is { } held && held > time.GetUtcNow())
            {
                return new Trip(request, time.GetUtcNow()).Failed(FetchOutcome.TooManyRequests, $"{request.Address.Authority} asked to be left alone until {held:u}");
            }

            RobotsFile robots = await RobotsAsync(host, request.Address, cancellation);
            if (!robots.Allows(request.Address))
            {
                return new Trip(request, time.GetUtcNow()).Failed(host.RobotsFailure ?? FetchOutcome.RobotsForbidden, host.RobotsProblem ?? "its robots.txt forbids it");
            }

            await WaitAsync(host, robots, cancellation);
            FetchResult result = await inner.FetchAsync(request, cancellation);
            host.LastRequest = time.GetUtcNow();
            Note(host, result);
            return result.Redirects.Count == 0 ? result : Judge(result, robots);
        }
        finally
        {
            host.Turn.Release();
        }
    }

    // A redirect within the host is judged by its rules; one to another host was made by the server itself.
    private static FetchResult Judge(FetchResult result, RobotsFile robots)
    {
        Redirect? forbidden = result.Redirects.FirstOrDefault(r => r.To.Authority == result.Address.Authority && !robots.Allows(r.To));
        return forbidden is null
            ? result
            : result with { Outcome = FetchOutcome.RobotsForbidden, Body = default, Message = $"it redirects to {forbidden.To}, which its robots.txt forbids" };
    }

    private void Note(Host host, FetchResult result)
    {
        if (result.Outcome == FetchOutcome.TooManyRequests || (result.Outcome == FetchOutcome.ServerError && result.RetryAfter is not null))
        {
            TimeSpan wait = result.RetryAfter ?? TimeSpan.FromMinutes(10);
            host.HeldUntil = time.GetUtcNow() + (wait < LongestHold ? wait : LongestHold);
        }
    }

    private async Task<RobotsFile> RobotsAsync(Host host, Uri address, CancellationToken cancellation)
    {
        if (host.Robots is { } known && host.RobotsUntil > time.GetUtcNow())
        {
            return known;
        }

        await WaitAsync(host, RobotsFile.AllowAll, cancellation);
        FetchResult result = await inner.FetchAsync(new FetchRequest(new Uri(address, "/robots.txt")), cancellation);
        host.LastRequest = time.GetUtcNow();

        // RFC 9309, section 2.3.1: a file that is not there allows all, one that cannot be reached nothing.
        bool isMissing = result.Outcome is FetchOutcome.NotFound or FetchOutcome.Gone or FetchOutcome.Forbidden or FetchOutcome.TooManyRedirects or FetchOutcome.RedirectLoop;
        host.Robots = result.Outcome == FetchOutcome.Fetched
            ? RobotsFile.Parse(result.Body.Span, NameOf(options.UserAgent))
            : isMissing ? RobotsFile.AllowAll : RobotsFile.DisallowAll;
        bool isUnreachable = result.Outcome != FetchOutcome.Fetched && !isMissing;
        host.RobotsFailure = isUnreachable ? result.Outcome : null;
        host.RobotsProblem = isUnreachable ? $"its robots.txt cannot be had, which forbids everything until it can: {result.Message}" : null;
        host.RobotsUntil = time.GetUtcNow() + (isUnreachable ? RobotsFailureLife : RobotsLife);
        return host.Robots;
    }

    private async Task WaitAsync(Host host, RobotsFile robots, CancellationToken cancellation)
    {
        TimeSpan delay = robots.CrawlDelay is { } asked && asked > options.HostInterval ? asked : options.HostInterval;
        delay = delay < options.MaxCrawlDelay ? delay : options.MaxCrawlDelay;
        TimeSpan wait = host.LastRequest is { } last ? last + delay - time.GetUtcNow() : TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    private static string NameOf(string agent)
    {
        int end = agent.AsSpan().IndexOfAny('/', ' ');
        return end < 0 ? agent : agent[..end];
    }

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public DateTimeOffset? LastRequest { get; set; }

        public DateTimeOffset? HeldUntil { get; set; }

        public RobotsFile? Robots { get; set; }

        public DateTimeOffset RobotsUntil { get; set; }

        public FetchOutcome? RobotsFailure { get; set; }

        public string? RobotsProblem { get; set; }
    }
}

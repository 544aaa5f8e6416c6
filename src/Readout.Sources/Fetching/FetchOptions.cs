namespace Readout.Sources.Fetching;

/// <summary>Identity and bounds of fetching.</summary>
public sealed record FetchOptions
{
    /// <summary>The User-Agent header; its first word up to a slash is the name that robots.txt rules are matched with.</summary>
    public string UserAgent { get; init; } = "Readout/0.1";

    /// <summary>Largest body in bytes, as sent and as unpacked.</summary>
    public int MaxBytes { get; init; } = 8 << 20;

    /// <summary>Unpacked bytes for each packed one, beyond the first 256 KiB.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Redirects followed.</summary>
    public int MaxRedirects { get; init; } = 8;

    /// <summary>Time for one request, from its name's resolution to its last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two requests to one host; a longer Crawl-delay of its robots.txt goes before.</summary>
    public TimeSpan HostInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest Crawl-delay that is kept to; a longer one is cut.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Hosts, as <c>name</c> or <c>name:port</c>, that may lie in private networks or on this machine.</summary>
    public IReadOnlySet<string> AllowedHosts { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}

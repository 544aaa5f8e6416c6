using System.Globalization;

namespace Readout.Sources.Fetching;

/// <summary>How a fetch ended and what it brought.</summary>
public sealed record FetchResult
{
    /// <summary>Class of the end.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>Address asked for.</summary>
    public required Uri Address { get; init; }

    /// <summary>Address that answered last.</summary>
    public required Uri FinalAddress { get; init; }

    /// <summary>When the fetch began, in UTC.</summary>
    public required DateTimeOffset Captured { get; init; }

    /// <summary>One sentence for a person; null for a success.</summary>
    public string? Message { get; init; }

    /// <summary>Redirects followed, in order.</summary>
    public IReadOnlyList<Redirect> Redirects { get; init; } = [];

    /// <summary>Status of the last response; 0 where none came.</summary>
    public int Status { get; init; }

    /// <summary>Headers of the last response in its order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body without its content coding; empty unless fetched.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the fetch brought a body or the word that nothing changed.</summary>
    public bool IsSuccess => Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;

    /// <summary>Whether asking again later may end otherwise.</summary>
    public bool IsPassing => Outcome is FetchOutcome.TooManyRequests or FetchOutcome.ServerError or FetchOutcome.TimedOut or FetchOutcome.NameNotResolved
        or FetchOutcome.ConnectionFailed or FetchOutcome.TlsFailed or FetchOutcome.BadResponse;

    /// <summary>Where the address has moved for good: the last of the permanent redirects that no passing one precedes; null where it has not.</summary>
    public Uri? MovedTo
    {
        get
        {
            Uri? moved = null;
            foreach (Redirect redirect in Redirects)
            {
                if (!redirect.IsPermanent)
                {
                    break;
                }

                moved = redirect.To;
            }

            return IsSuccess ? moved : null;
        }
    }

    /// <summary>ETag; null where there is none.</summary>
    public string? EntityTag => Header("ETag");

    /// <summary>Last-Modified as sent; null where there is none.</summary>
    public string? LastModified => Header("Last-Modified");

    /// <summary>How long the server asks to wait, from Retry-After in seconds or as a date; null where it does not, at most a week.</summary>
    public TimeSpan? RetryAfter
    {
        get
        {
            string? value = Header("Retry-After");
            TimeSpan? wait = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
                ? TimeSpan.FromSeconds(seconds)
                : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment - Captured : null;
            return wait is { } span && span > TimeSpan.Zero ? Min(span, TimeSpan.FromDays(7)) : null;
        }
    }

    /// <summary>How long the response stays fresh by Cache-Control (max-age less Age), else by Expires; null where it does not say, at most a day.</summary>
    public TimeSpan? Freshness
    {
        get
        {
            foreach (string directive in (Header("Cache-Control") ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
                    && int.TryParse(directive.AsSpan(8).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
                {
                    int age = int.TryParse(Header("Age"), NumberStyles.None, CultureInfo.InvariantCulture, out int spent) ? spent : 0;
                    return seconds > age ? Min(TimeSpan.FromSeconds(seconds - age), TimeSpan.FromDays(1)) : null;
                }
            }

            bool expires = DateTimeOffset.TryParse(Header("Expires"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment);
            return expires && moment > Captured ? Min(moment - Captured, TimeSpan.FromDays(1)) : null;
        }
    }

    /// <summary>The first header of a name; null where there is none.</summary>
    public string? Header(string name)
    {
        foreach ((string key, string value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}

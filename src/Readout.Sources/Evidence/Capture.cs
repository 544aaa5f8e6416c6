using Readout.Sources.Fetching;

namespace Readout.Sources.Evidence;

/// <summary>What a server answered at one moment: the evidence that a report was published in these words.</summary>
public sealed record Capture
{
    /// <summary><c>sha256:</c> and 64 hex digits of <see cref="Body"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Address asked for.</summary>
    public required Uri Address { get; init; }

    /// <summary>Address that answered.</summary>
    public required Uri FinalAddress { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Captured { get; init; }

    /// <summary>Status.</summary>
    public required int Status { get; init; }

    /// <summary>Headers in the server's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Redirects that led there.</summary>
    public IReadOnlyList<Redirect> Redirects { get; init; } = [];

    /// <summary>The body without its content coding, exactly as the report was read from it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The capture of a fetch that brought a body.</summary>
    /// <exception cref="ArgumentException">The fetch brought none.</exception>
    public static Capture Of(FetchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Outcome != FetchOutcome.Fetched)
        {
            throw new ArgumentException($"expected a fetch that brought a body, found one that ended with {result.Outcome}", nameof(result));
        }

        return new Capture
        {
            Hash = Files.PlainTextFormat.IdOf(result.Body.Span),
            Address = result.Address,
            FinalAddress = result.FinalAddress,
            Captured = result.Captured,
            Status = result.Status,
            Headers = result.Headers,
            Redirects = result.Redirects,
            Body = result.Body,
        };
    }
}

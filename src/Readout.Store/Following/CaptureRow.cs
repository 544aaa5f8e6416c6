namespace Readout.Store.Following;

/// <summary>What a server answered at one moment, as stored.</summary>
public sealed record CaptureRow
{
    /// <summary><c>sha256:</c> and 64 hex digits of the body.</summary>
    public required string Hash { get; init; }

    /// <summary>Address asked for.</summary>
    public required string Address { get; init; }

    /// <summary>Address that answered.</summary>
    public required string FinalAddress { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Captured { get; init; }

    /// <summary>Status.</summary>
    public required int Status { get; init; }

    /// <summary>JSON array of [name, value], in the server's order.</summary>
    public required string Headers { get; init; }

    /// <summary>JSON array of [from, to, status].</summary>
    public required string Redirects { get; init; }

    /// <summary>The body without content coding.</summary>
    public required byte[] Body { get; init; }
}

namespace Readout.Sources.Fetching;

/// <summary>How a fetch ended. No outcome means that a report was deleted: what was kept stays.</summary>
public enum FetchOutcome
{
    /// <summary>A response of status 200 with its body.</summary>
    Fetched,

    /// <summary>304: what was fetched before is still current.</summary>
    NotModified,

    /// <summary>404, or another 4xx status that says the address leads nowhere.</summary>
    NotFound,

    /// <summary>410: gone for good, as the server says.</summary>
    Gone,

    /// <summary>401, 402, 403, 407 or 451.</summary>
    Forbidden,

    /// <summary>429: asked too often.</summary>
    TooManyRequests,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>robots.txt forbids it, or cannot be had for a reason that forbids it.</summary>
    RobotsForbidden,

    /// <summary>The address, or one it redirects to, lies in a network that is refused.</summary>
    AddressRefused,

    /// <summary>The address, or one it redirects to, is no web address.</summary>
    SchemeRefused,

    /// <summary>More redirects than followed.</summary>
    TooManyRedirects,

    /// <summary>Redirects in a circle.</summary>
    RedirectLoop,

    /// <summary>More bytes than accepted.</summary>
    TooLarge,

    /// <summary>Packed tighter than accepted, or more than accepted once unpacked.</summary>
    DecompressionRefused,

    /// <summary>Not done in time.</summary>
    TimedOut,

    /// <summary>The name has no address.</summary>
    NameNotResolved,

    /// <summary>No connection, or one that broke.</summary>
    ConnectionFailed,

    /// <summary>The certificate or the handshake failed.</summary>
    TlsFailed,

    /// <summary>A response that is no HTTP, or whose coding is broken.</summary>
    BadResponse,
}

namespace Readout.Server.Delivering;

/// <summary>The server that takes outgoing e-mail.</summary>
public sealed record MailSettings
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Address that messages come from.</summary>
    public required string From { get; init; }

    /// <summary>User name; null where none is asked for.</summary>
    public string? User { get; init; }

    /// <summary>Password; null where none is asked for.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Whether the connection must turn to TLS (STARTTLS) with a certificate that this machine trusts; false sends in the clear, which only a relay
    /// on this machine deserves.
    /// </summary>
    public bool UsesTls { get; init; } = true;
}

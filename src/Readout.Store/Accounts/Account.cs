namespace Readout.Store.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed record Account
{
    /// <summary>Name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What the account may do.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>Hash of the password.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Changes with password and role; a session that carries another is over.</summary>
    public required string Stamp { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when no password is looked at; null where one is.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it signed in last; null where it never did.</summary>
    public DateTimeOffset? SignedInAt { get; init; }
}

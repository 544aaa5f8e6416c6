using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Readout.Store.Accounts;

namespace Readout.Server.Accounts;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's hasher (PBKDF2 with HMAC-SHA512, a salt for each).</summary>
public static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Fewest = 12;

    /// <summary>Most characters: hashing more is work for nothing.</summary>
    public const int Most = 200;

    // OWASP Password Storage Cheat Sheet (2023): 210,000 for PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Looked at where there is no account, so that a wrong name takes as long as a wrong password.
    private static readonly Lazy<string> Nobodys = new(() => Hasher.HashPassword("", "nobody has this password"));

    /// <summary>The hash of a password for an account.</summary>
    /// <exception cref="AccountException">It is too short, too long, or the account's name.</exception>
    public static string Hash(string name, string password)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is < Fewest or > Most || password.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? throw new AccountException($"a password has {Fewest} to {Most} characters and does not hold the account's name; four words that have nothing to do with each other are good")
            : Hasher.HashPassword(name, password);
    }

    /// <summary>Whether a password is that of an account; false, after as long a time, where there is none.</summary>
    public static bool Check(Account? account, string password)
    {
        string given = password.Length <= Most ? password : "";
        PasswordVerificationResult result = Hasher.VerifyHashedPassword(account?.Name ?? "", account?.PasswordHash ?? Nobodys.Value, given);
        return account is not null && result != PasswordVerificationResult.Failed;
    }
}

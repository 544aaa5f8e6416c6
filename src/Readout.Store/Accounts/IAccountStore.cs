namespace Readout.Store.Accounts;

/// <summary>
/// Accounts, their tokens, the audit trail, and the keys that protect sessions. Members may be called from any thread, and throw
/// <see cref="StoreException"/> where the store cannot be reached. Names are compared without regard to case.
/// </summary>
public interface IAccountStore
{
    /// <summary>All accounts by name.</summary>
    IReadOnlyList<Account> List();

    /// <summary>The account of a name; null where there is none.</summary>
    Account? Find(string name);

    /// <summary>Makes an account. The first administrator takes over what the only user of the store followed before there were accounts.</summary>
    /// <exception cref="AccountException">The name is taken or none: 1 to 64 letters, digits, dots, hyphens or underscores.</exception>
    void Add(string name, AccountRole role, string passwordHash);

    /// <summary>Sets a password, ends the account's sessions and opens it again where it was locked; false where there is no such account.</summary>
    bool SetPassword(string name, string passwordHash);

    /// <summary>Sets a role and ends the account's sessions; false where there is no such account.</summary>
    /// <exception cref="AccountException">No administrator would be left.</exception>
    bool SetRole(string name, AccountRole role);

    /// <summary>Removes an account with its tokens and all that it follows; what it corrected and its trail stay. False where there is no such account.</summary>
    /// <exception cref="AccountException">No administrator would be left.</exception>
    bool Remove(string name);

    /// <summary>A wrong password was given: from the fifth on, the account is locked for half a minute, twice as long each time, up to a quarter of an hour.</summary>
    void SignInFailed(string name);

    /// <summary>The right password was given.</summary>
    void SignedIn(string name);

    /// <summary>The tokens of an account.</summary>
    IReadOnlyList<ApiToken> Tokens(string owner);

    /// <summary>Keeps a token by its hash.</summary>
    /// <exception cref="AccountException">The name is blank or too long, or the account has twenty tokens.</exception>
    void AddToken(string owner, string name, string hash);

    /// <summary>Takes a token back; false where the owner has no such.</summary>
    bool RemoveToken(string owner, long token);

    /// <summary>The account that a token acts for, whose day of use is noted; null where there is none.</summary>
    Account? FindByToken(string hash);

    /// <summary>Adds to the audit trail.</summary>
    /// <param name="actor">Name of the account; empty for the machine's own user.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="address">Network address; null for the command line.</param>
    void Note(string actor, string action, string subject, string? address);

    /// <summary>The audit trail, latest first.</summary>
    /// <param name="before">Only entries with smaller numbers; null from the latest.</param>
    /// <param name="limit">Most rows, in [1, 200].</param>
    IReadOnlyList<AuditEntry> Audit(long? before = null, int limit = 100);

    /// <summary>The keys, as XML.</summary>
    IReadOnlyList<string> Keys();

    /// <summary>Keeps a key.</summary>
    void AddKey(string name, string xml);
}

using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Accounts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Accounts in the file of a record store. Thread-safe.</summary>
internal sealed class SqliteAccountStore(SqliteDatabase database, TimeProvider clock) : IAccountStore
{
    private const int MostName = 64;
    private const int MostTokens = 20;
    private const int MostTokenName = 100;

    // Five tries are a person's; the wait doubles from half a minute to a quarter of an hour, so that nobody is kept out for long by a stranger.
    private const int FreeFailures = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private const string Columns =
        "name as Name, role as Role, password as Password, stamp as Stamp, failures as Failures, locked_until as LockedUntil, made_at as MadeAt, signed_in_at as SignedInAt";

    private string Now => Moments.Text(clock.GetUtcNow());

    public IReadOnlyList<Account> List() => database.Read(connection => connection.Query<Row>($"select {Columns} from account order by name").Select(row => row.ToAccount()).ToArray());

    public Account? Find(string name) => database.Read(connection => Find(connection, name));

    public void Add(string name, AccountRole role, string passwordHash) => database.Write((connection, _) =>
    {
        string key = Key(name);
        if (key.Length is 0 or > MostName || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new AccountException($"'{name}' is no name for an account; use 1 to {MostName} letters, digits, dots, hyphens or underscores");
        }

        if (Find(connection, key) is not null)
        {
            throw new AccountException($"there is an account {key} already; choose another name, or set its password");
        }

        bool isFirst = role == AccountRole.Admin && Admins(connection) == 0;
        connection.Execute(
            "insert into account (name, role, password, stamp, made_at) values (@key, @role, @passwordHash, @stamp, @Now)", new { key, role = RecordNames.Of(role), passwordHash, stamp = Stamp(), Now });
        if (isFirst)
        {
            TakeOver(connection, key);
        }

        return true;
    });

    public bool SetPassword(string name, string passwordHash) => database.Write((connection, _) => connection.Execute(
        "update account set password = @passwordHash, stamp = @stamp, failures = 0, locked_until = null where name = @key", new { key = Key(name), passwordHash, stamp = Stamp() }) > 0);

    public bool SetRole(string name, AccountRole role) => database.Write((connection, _) =>
    {
        KeepAnAdmin(connection, name, role == AccountRole.Admin);
        return connection.Execute("update account set role = @role, stamp = @stamp where name = @key", new { key = Key(name), role = RecordNames.Of(role), stamp = Stamp() }) > 0;
    });

    public bool Remove(string name) => database.Write((connection, _) =>
    {
        KeepAnAdmin(connection, name, false);
        string key = Key(name);
        bool removed = connection.Execute("delete from account where name = @key", new { key }) > 0;
        if (removed)
        {
            connection.Execute("delete from subscription where owner = @key; delete from destination where owner = @key; delete from notice_feed where owner = @key", new { key });
            SqliteNoticeWriter.Touch(connection);
        }

        return removed;
    });

    public void SignInFailed(string name) => database.Write((connection, _) =>
    {
        int failures = connection.QueryFirstOrDefault<int>("update account set failures = failures + 1 where name = @key returning failures", new { key = Key(name) });
        if (failures > FreeFailures)
        {
            TimeSpan wait = FirstWait * Math.Pow(2, Math.Min(failures - FreeFailures - 1, 10));
            connection.Execute(
                "update account set locked_until = @until where name = @key", new { key = Key(name), until = Moments.Text(clock.GetUtcNow() + (wait < LongestWait ? wait : LongestWait)) });
        }

        return true;
    });

    public void SignedIn(string name) => database.Write((connection, _) =>
        connection.Execute("update account set failures = 0, locked_until = null, signed_in_at = @Now where name = @key", new { key = Key(name), Now }));

    public IReadOnlyList<ApiToken> Tokens(string owner) => database.Read(connection => connection.Query<(long Id, string Name, string MadeAt, string? UsedOn)>(
        "select id, name, made_at, used_on from token where owner = @key order by id", new { key = Key(owner) })
        .Select(row => new ApiToken(row.Id, row.Name, Moments.Parse(row.MadeAt), row.UsedOn)).ToArray());

    public void AddToken(string owner, string name, string hash) => database.Write((connection, _) =>
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MostTokenName)
        {
            throw new AccountException($"a token needs a name of 1 to {MostTokenName} characters, by which you know it again");
        }

        if (connection.ExecuteScalar<int>("select count(*) from token where owner = @key", new { key = Key(owner) }) >= MostTokens)
        {
            throw new AccountException($"there are {MostTokens} tokens already; take one back first");
        }

        return connection.Execute("insert into token (owner, name, hash, made_at) values (@key, @name, @hash, @Now)", new { key = Key(owner), name = name.Trim(), hash, Now });
    });

    public bool RemoveToken(string owner, long token) =>
        database.Write((connection, _) => connection.Execute("delete from token where id = @token and owner = @key", new { token, key = Key(owner) }) > 0);

    // The day is written once a day: a program that asks a thousand times an hour does not write a thousand times.
    public Account? FindByToken(string hash)
    {
        var found = database.Read(connection => connection.QueryFirstOrDefault<(string? Owner, string? UsedOn)>("select owner, used_on from token where hash = @hash", new { hash }));
        string today = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (found.Owner is null)
        {
            return null;
        }

        if (found.UsedOn != today)
        {
            database.Write((connection, _) => connection.Execute("update token set used_on = @today where hash = @hash", new { today, hash }));
        }

        return Find(found.Owner);
    }

    public void Note(string actor, string action, string subject, string? address) => database.Write((connection, _) =>
        connection.Execute("insert into audit (at, actor, action, subject, address) values (@Now, @actor, @action, @subject, @address)", new { Now, actor, action, subject, address }));

    public IReadOnlyList<AuditEntry> Audit(long? before = null, int limit = 100) => database.Read(connection => connection.Query<(long Id, string At, string Actor, string Action, string Subject, string? Address)>(
        "select id, at, actor, action, subject, address from audit where @before is null or id < @before order by id desc limit @limit", new { before, limit = Math.Clamp(limit, 1, FactQuery.MaximumLimit) })
        .Select(row => new AuditEntry(row.Id, Moments.Parse(row.At), row.Actor, row.Action, row.Subject, row.Address)).ToArray());

    public IReadOnlyList<string> Keys() => database.Read(connection => connection.Query<string>("select xml from key_ring order by name").ToArray());

    public void AddKey(string name, string xml) =>
        database.Write((connection, _) => connection.Execute("insert into key_ring (name, xml) values (@name, @xml) on conflict (name) do update set xml = excluded.xml", new { name, xml }));

    private static Account? Find(SqliteConnection connection, string name) =>
        connection.QuerySingleOrDefault<Row>($"select {Columns} from account where name = @key", new { key = Key(name) })?.ToAccount();

    private static int Admins(SqliteConnection connection) => connection.ExecuteScalar<int>("select count(*) from account where role = 'admin'");

    private static void KeepAnAdmin(SqliteConnection connection, string name, bool staysAdmin)
    {
        if (!staysAdmin && Find(connection, name) is { Role: AccountRole.Admin } && Admins(connection) == 1)
        {
            throw new AccountException($"{Key(name)} is the only administrator; make another one first");
        }
    }

    private static void TakeOver(SqliteConnection connection, string key)
    {
        connection.Execute("update subscription set owner = @key where owner = ''; update destination set owner = @key where owner = ''; update notice_feed set owner = @key where owner = ''", new { key });
        SqliteNoticeWriter.Touch(connection);
    }

    private static string Key(string name) => (name ?? "").Trim().ToLowerInvariant();

    private static string Stamp() => Guid.NewGuid().ToString("N");

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public string Password { get; init; } = "";

        public string Stamp { get; init; } = "";

        public long Failures { get; init; }

        public string? LockedUntil { get; init; }

        public string MadeAt { get; init; } = "";

        public string? SignedInAt { get; init; }

        public Account ToAccount() => new()
        {
            Name = Name,
            Role = RecordNames.Find<AccountRole>(Role) ?? default,
            PasswordHash = Password,
            Stamp = Stamp,
            Failures = (int)Failures,
            LockedUntil = Moments.ParseOrNull(LockedUntil),
            MadeAt = Moments.Parse(MadeAt),
            SignedInAt = Moments.ParseOrNull(SignedInAt),
        };
    }
}

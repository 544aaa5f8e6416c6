using Readout.Store.Accounts;
using Readout.Store.Sqlite;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Accounts;

/// <summary>What every store does with accounts.</summary>
public abstract class AccountStoreContract
{
    private readonly SetClock _clock = new("2024-03-12T10:00:00Z");

    internal abstract IRecordStore Open(TimeProvider clock);

    [Fact]
    public void The_first_administrator_takes_over_what_the_only_user_followed()
    {
        using IRecordStore store = Open(_clock);
        store.Notices.Subscribe("", new SubscriptionDraft { Name = "All", Kind = SubscriptionKind.Search });
        store.Notices.AddDestination(new Destination { Owner = "", Kind = DestinationKind.Email, Address = "eva@example.org" });
        store.Accounts.Add("bert", AccountRole.Reader, "h");
        Assert.Empty(store.Notices.Subscriptions("bert"));
        store.Accounts.Add("Eva", AccountRole.Admin, "h");
        store.Accounts.Add("carl", AccountRole.Admin, "h");
        Assert.Single(store.Notices.Subscriptions("eva"));
        Assert.Single(store.Notices.Destinations("eva"));
        Assert.Empty(store.Notices.Subscriptions(""));
        Assert.Equal(["bert", "carl", "eva"], store.Accounts.List().Select(account => account.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("eva braun")]
    [InlineData("eva/../x")]
    [InlineData("EVA")]
    public void A_name_that_is_none_or_taken_is_refused(string name)
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        Assert.Throws<AccountException>(() => store.Accounts.Add(name, AccountRole.Reader, "h"));
        Assert.Single(store.Accounts.List());
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        Assert.Throws<AccountException>(() => store.Accounts.Remove("Eva"));
        Assert.Throws<AccountException>(() => store.Accounts.SetRole("eva", AccountRole.Editor));
        store.Accounts.Add("bert", AccountRole.Admin, "h");
        Assert.True(store.Accounts.SetRole("eva", AccountRole.Editor));
        Assert.True(store.Accounts.Remove("eva"));
        Assert.False(store.Accounts.Remove("eva"));
    }

    [Fact]
    public void A_removed_account_leaves_nothing_that_would_be_sent()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        store.Accounts.Add("bert", AccountRole.Reader, "h");
        store.Notices.Subscribe("bert", new SubscriptionDraft { Name = "All", Kind = SubscriptionKind.Search });
        store.Notices.AddDestination(new Destination { Owner = "bert", Kind = DestinationKind.Email, Address = "bert@example.org" });
        store.Notices.SetFeed("bert", "feed");
        store.Accounts.AddToken("bert", "script", "token");
        store.Add(Readings.Invented(1));
        store.Accounts.Remove("bert");
        _clock.Move(TimeSpan.FromHours(1));
        Assert.Empty(store.Notices.Claim(10));
        Assert.Null(store.Notices.FeedOwner("feed"));
        Assert.Null(store.Accounts.FindByToken("token"));
    }

    [Fact]
    public void Wrong_passwords_lock_for_longer_each_time_and_a_right_one_opens()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        for (int i = 0; i < 4; i++)
        {
            store.Accounts.SignInFailed("eva");
        }

        Assert.Null(store.Accounts.Find("eva")!.LockedUntil);
        double[] minutes = [.. Enumerable.Range(0, 8).Select(_ =>
        {
            store.Accounts.SignInFailed("eva");
            return (store.Accounts.Find("eva")!.LockedUntil!.Value - _clock.GetUtcNow()).TotalMinutes;
        })];
        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15, 15], minutes);
        store.Accounts.SignedIn("eva");
        Assert.Null(store.Accounts.Find("eva")!.LockedUntil);
        Assert.Equal(_clock.GetUtcNow(), store.Accounts.Find("eva")!.SignedInAt);
        store.Accounts.SignInFailed("nobody");
    }

    [Fact]
    public void Password_and_role_end_sessions()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        store.Accounts.Add("bert", AccountRole.Reader, "h");
        string before = store.Accounts.Find("bert")!.Stamp;
        Assert.True(store.Accounts.SetPassword("bert", "other"));
        string between = store.Accounts.Find("bert")!.Stamp;
        Assert.True(store.Accounts.SetRole("bert", AccountRole.Editor));
        Assert.Equal(3, new HashSet<string> { before, between, store.Accounts.Find("bert")!.Stamp }.Count);
        Assert.False(store.Accounts.SetPassword("nobody", "x"));
    }

    [Fact]
    public void A_token_acts_for_its_owner_until_it_is_taken_back()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.Add("eva", AccountRole.Admin, "h");
        store.Accounts.AddToken("eva", "script", "hash");
        Assert.Equal("eva", store.Accounts.FindByToken("hash")!.Name);
        ApiToken token = Assert.Single(store.Accounts.Tokens("eva"));
        Assert.Equal("2024-03-12", token.UsedOn);
        Assert.False(store.Accounts.RemoveToken("bert", token.Id));
        Assert.True(store.Accounts.RemoveToken("eva", token.Id));
        Assert.Null(store.Accounts.FindByToken("hash"));
        Assert.Throws<AccountException>(() => store.Accounts.AddToken("eva", " ", "hash2"));
    }

    [Fact]
    public void The_trail_goes_on_and_is_read_in_parts()
    {
        using IRecordStore store = Open(_clock);
        for (int i = 0; i < 5; i++)
        {
            store.Accounts.Note("eva", "POST", "/corrections/" + i, "192.0.2.7");
        }

        IReadOnlyList<AuditEntry> latest = store.Accounts.Audit(limit: 2);
        Assert.Equal(["/corrections/4", "/corrections/3"], latest.Select(entry => entry.Subject));
        Assert.Equal(["/corrections/2", "/corrections/1", "/corrections/0"], store.Accounts.Audit(latest[^1].Id).Select(entry => entry.Subject));
    }

    [Fact]
    public void Keys_come_back()
    {
        using IRecordStore store = Open(_clock);
        store.Accounts.AddKey("one", "<key/>");
        Assert.Equal(["<key/>"], store.Accounts.Keys());
    }
}

public sealed class SqliteAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("update audit set actor = 'nobody'")]
    [InlineData("delete from audit")]
    public void The_file_itself_refuses_to_change_the_trail(string sql)
    {
        using (IRecordStore store = Open(TimeProvider.System))
        {
            store.Accounts.Note("eva", "sign in", "eva", null);
        }

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("store.db")};Pooling=false");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    internal override IRecordStore Open(TimeProvider clock) => SqliteRecordStore.Open(_folder.File("store.db"), clock);
}

using System.Security.Cryptography;
using Readout.Store.Following;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests;

public sealed class SqliteFollowStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2031, 3, 11, 18, 20, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("readout-follow-").FullName;
    private readonly SqliteRecordStore _records;
    private readonly SqliteFollowStore _store;

    public SqliteFollowStoreTests()
    {
        _records = SqliteRecordStore.Open(Path.Combine(_folder, "store.db"));
        _store = new SqliteFollowStore(_records);
    }

    public void Dispose()
    {
        _records.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static FeedRow Feed(string address) => new() { Address = address, Current = address, Next = Now, Interval = TimeSpan.FromMinutes(30) };

    private static FeedItemRow Item(string key, string mark = "m") => new() { Feed = "https://a.example/feed", Key = key, Address = "https://a.example/" + key, Mark = mark, Next = Now };

    private static CaptureRow Capture(string body, DateTimeOffset moment) => new()
    {
        Hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body))),
        Address = "https://a.example/1",
        FinalAddress = "https://a.example/one",
        Captured = moment,
        Status = 200,
        Headers = "[]",
        Redirects = "[]",
        Body = System.Text.Encoding.UTF8.GetBytes(body),
    };

    [Fact]
    public void A_feed_is_followed_once_and_comes_back_as_written()
    {
        FeedRow feed = Feed("https://a.example/feed") with { Title = "A", LastFetch = Now.AddTicks(7), LastOutcome = "Fetched", Failures = 2, LastError = "x" };
        Assert.True(_store.Follow(feed));
        Assert.False(_store.Follow(feed with { Title = "B" }));
        Assert.Equal(feed, Assert.Single(_store.Feeds()));
        Assert.True(_store.Unfollow(feed.Address));
        Assert.False(_store.Unfollow(feed.Address));
    }

    [Fact]
    public void Items_are_new_once_and_again_when_their_mark_changes()
    {
        FeedRow feed = Feed("https://a.example/feed");
        _store.Follow(feed);
        Assert.Equal(2, _store.Record(feed, [Item("1"), Item("2")]));
        Assert.Equal(1, _store.Record(feed, [Item("2"), Item("3")]));
        _store.Update(Item("1"), isOpen: false);
        _store.Update(Item("2") with { Attempts = 1, Next = Now.AddHours(1), Error = "later" }, isOpen: true);

        Assert.Equal(["3"], _store.Pending(Now, 10).Select(i => i.Key));
        Assert.Equal(["3", "2"], _store.Pending(Now.AddHours(1), 10).Select(i => i.Key));
        Assert.Equal(0, _store.Record(feed, [Item("1")]));
        Assert.Equal(1, _store.Record(feed, [Item("1", "changed")]));
        Assert.Equal(3, _store.Feeds()[0].Waiting);
    }

    [Fact]
    public void A_feed_no_longer_followed_is_not_brought_back_by_a_round_under_way()
    {
        Assert.Equal(0, _store.Record(Feed("https://a.example/feed"), [Item("1")]));
        Assert.Empty(_store.Feeds());
    }

    [Fact]
    public void A_body_is_kept_once_and_captures_come_in_order()
    {
        _store.Save(Capture("two", Now.AddMinutes(1)));
        _store.Save(Capture("one", Now));
        _store.Save(Capture("one", Now.AddMinutes(2)));
        _store.Save(Capture("one", Now.AddMinutes(2)));

        string[] all = [.. _store.Captures(null, null).Select(c => System.Text.Encoding.UTF8.GetString(c.Body))];
        Assert.Equal(["one", "two", "one"], all);
        Assert.Equal(2, _store.Captures("https://a.example/one", Now.AddMinutes(1)).Count());
        Assert.Empty(_store.Captures("https://b.example/", null));
    }

    [Fact]
    public void The_next_moment_is_the_earliest_of_feeds_and_items()
    {
        Assert.Null(_store.NextDue());
        FeedRow feed = Feed("https://a.example/feed") with { Next = Now.AddHours(2) };
        _store.Follow(feed);
        Assert.Equal(Now.AddHours(2), _store.NextDue());
        _store.Record(feed, [Item("1")]);
        Assert.Equal(Now, _store.NextDue());
    }

    [Fact]
    public void What_was_asked_of_a_hub_lasts_as_long_as_its_feed()
    {
        FeedRow feed = Feed("https://a.example/feed") with { Hub = "https://hub.example/", Topic = "https://a.example/all" };
        var hub = new HubRow { Feed = feed.Address, Hub = "https://hub.example/", Topic = "https://a.example/all", Token = "t", Secret = "s", AskedAt = Now };
        _store.Put(hub);
        Assert.Empty(_store.Hubs());

        _store.Follow(feed);
        Assert.Equal("https://a.example/all", Assert.Single(_store.Feeds()).Topic);
        _store.Put(hub);
        _store.Put(hub with { Until = Now.AddDays(5) });
        Assert.Equal(Now.AddDays(5), _store.Hub("t")?.Until);
        Assert.Null(_store.Hub("u"));
        _store.Unfollow(feed.Address);
        Assert.Empty(_store.Hubs());
    }

    [Fact]
    public void A_feed_is_hastened_never_delayed_nor_brought_back()
    {
        _store.Follow(Feed("https://a.example/feed") with { Next = Now.AddHours(2) });
        _store.Follow(Feed("https://b.example/feed") with { Next = null });
        _store.Hasten("https://a.example/feed", Now.AddHours(1));
        _store.Hasten("https://a.example/feed", Now.AddHours(3));
        _store.Hasten("https://b.example/feed", Now);
        Assert.Equal([Now.AddHours(1), null], _store.Feeds().Select(f => f.Next));
    }
}

using System.Net;
using Readout.Server.Fetching;
using Readout.Server.Tests.Delivering;
using Readout.Server.Tests.Following;
using Readout.Store.Following;
using Readout.Store.Sqlite;

namespace Readout.Server.Tests.Fetching;

public sealed class FeedPageTests
{
    [Fact]
    public async Task A_feed_is_followed_fetched_at_once_and_ended()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        var feeds = new SqliteFollowStore(server.Store);
        using var reader = new FormClient(server.Url);
        Assert.Contains("No feed is followed yet", await reader.PageAsync("/sources"), StringComparison.Ordinal);

        using HttpResponseMessage made = await reader.SendAsync("/sources", "/sources", ("address", "https://courier.example/feed.xml"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        FeedRow feed = Assert.Single(feeds.Feeds());
        Assert.Equal(server.Clock.GetUtcNow(), feed.Next);
        using HttpResponseMessage twice = await reader.SendAsync("/sources", "/sources", ("address", "https://courier.example/feed.xml"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);

        feeds.Record(feed with { Next = server.Clock.GetUtcNow().AddHours(3), LastFetch = server.Clock.GetUtcNow(), Failures = 2, LastError = "the server answered 503" }, []);
        string page = await reader.PageAsync("/sources");
        Assert.Contains("failing, 2 times in a row", page, StringComparison.Ordinal);
        Assert.Contains("the server answered 503", page, StringComparison.Ordinal);
        using HttpResponseMessage hastened = await reader.SendAsync("/sources", "/sources/fetch", ("address", feed.Address));
        Assert.Equal(server.Clock.GetUtcNow(), Assert.Single(feeds.Feeds()).Next);
        using HttpResponseMessage ended = await reader.SendAsync("/sources", "/sources/end", ("address", feed.Address));
        Assert.Empty(feeds.Feeds());
    }

    [Theory]
    [InlineData("")]
    [InlineData("courier.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@courier.example/feed")]
    public async Task What_is_no_address_of_a_feed_is_refused_by_name(string typed)
    {
        await using DeskServer server = await DeskServer.StartAsync();
        using var reader = new FormClient(server.Url);
        using HttpResponseMessage refused = await reader.SendAsync("/sources", "/sources", ("address", typed));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("is no address of a feed", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(new SqliteFollowStore(server.Store).Feeds());
    }

    [Fact]
    public async Task A_hub_is_answered_under_the_token_that_it_was_given()
    {
        var hubs = new ScriptedHubs();
        await using DeskServer server = await DeskServer.StartAsync(change: options => options with { Hubs = hubs });

        Assert.Equal("abc", await server.Client.GetStringAsync(new Uri("/websub/known?hub.mode=subscribe&hub.challenge=abc", UriKind.Relative)));
        using HttpResponseMessage unknown = await server.Client.GetAsync(new Uri("/websub/other?hub.challenge=abc", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        using var body = new ByteArrayContent(new byte[200_000]);
        body.Headers.Add("X-Hub-Signature", "sha256=00");
        using HttpResponseMessage taken = await server.Client.PostAsync(new Uri("/websub/known", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal((200_000, "sha256=00"), hubs.Last);
        using var more = new ByteArrayContent([1]);
        using HttpResponseMessage gone = await server.Client.PostAsync(new Uri("/websub/other", UriKind.Relative), more);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    private sealed class ScriptedHubs : IHubCallbacks
    {
        public (int Length, string? Signature) Last { get; private set; }

        public string? Confirm(string token, IReadOnlyDictionary<string, string> query) => token == "known" ? query["hub.challenge"] : null;

        public bool Take(string token, ReadOnlySpan<byte> body, string? signature)
        {
            Last = (body.Length, signature);
            return token == "known";
        }
    }
}

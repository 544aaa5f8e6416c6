using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Readout.Server.Tests.Delivering;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Tests.Following;

public sealed class FollowPageTests
{
    [Fact]
    public async Task A_search_is_followed_found_read_and_ended()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        using var reader = new FormClient(server.Url);
        const string asked = "/follow/new?speaker=Drost&type=statement&follow=search";
        Assert.Contains("Statements by Drost", await reader.PageAsync(asked), StringComparison.Ordinal);
        using HttpResponseMessage made = await reader.SendAsync(asked, "/follow?speaker=Drost&type=statement", ("name", "Drost speaks"), ("follow", "search"), ("told", "yes"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal("Drost", Assert.Single(server.Store.Notices.Subscriptions("")).Query.Speaker);
        Assert.Contains("Nothing new yet", await reader.PageAsync(made.Headers.Location!.ToString()), StringComparison.Ordinal);

        server.AddSamples();
        int unread = server.Store.Notices.Unread("");
        string page = await reader.PageAsync("/follow");
        Assert.True(unread > 3);
        Assert.Contains($"{unread} unread", page, StringComparison.Ordinal);
        Assert.Contains($">{unread}<span", await reader.PageAsync("/"), StringComparison.Ordinal);

        using HttpResponseMessage read = await reader.SendAsync("/follow", "/follow/read", ("upto", server.Store.Notices.Notices("")[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        Assert.Equal(0, server.Store.Notices.Unread(""));

        long id = server.Store.Notices.Subscriptions("")[0].Id;
        using HttpResponseMessage quiet = await reader.SendAsync("/follow", $"/follow/{id}/told", ("told", "no"));
        Assert.False(server.Store.Notices.Subscriptions("")[0].IsTold);
        using HttpResponseMessage ended = await reader.SendAsync("/follow", $"/follow/{id}/end");
        Assert.Empty(server.Store.Notices.Subscriptions(""));
        using HttpResponseMessage again = await reader.SendAsync("/follow", $"/follow/{id}/end");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory]
    [InlineData("/follow?speaker=Drost")]
    [InlineData("/follow/read")]
    [InlineData("/follow/destinations")]
    [InlineData("/follow/feed")]
    [InlineData("/follow/1/end")]
    public async Task A_form_without_the_token_of_a_page_changes_nothing(string action)
    {
        await using DeskServer server = await DeskServer.StartAsync();
        using var stranger = new FormClient(server.Url);
        await stranger.PageAsync("/follow/new");
        using HttpResponseMessage refused = await stranger.PostAsync(action, ("name", "x"), ("follow", "search"), ("kind", "email"), ("address", "thief@example.org"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(server.Store.Notices.Subscriptions(""));
        Assert.Empty(server.Store.Notices.Destinations(""));
        Assert.False(server.Store.Notices.HasFeed(""));
    }

    [Theory]
    [InlineData("kind", "email", "address", "nobody", "no e-mail address")]
    [InlineData("kind", "pigeon", "address", "eva@example.org", "choose e-mail or webhook")]
    [InlineData("kind", "email", "zone", "Mars/North", "time zone")]
    [InlineData("kind", "email", "quietfrom", "22:00", "quiet hours")]
    [InlineData("kind", "email", "quietfrom", "late", "07:30")]
    public async Task A_destination_that_is_wrong_is_refused_with_the_way_out(string first, string value, string second, string other, string expected)
    {
        await using DeskServer server = await DeskServer.StartAsync(new Server.Delivering.MailSettings { Host = "127.0.0.1", From = "readout@example.org" });
        using var reader = new FormClient(server.Url);
        (string, string)[] fields = second == "address" ? [(first, value), (second, other)] : [(first, value), ("address", "eva@example.org"), (second, other)];
        using HttpResponseMessage refused = await reader.SendAsync("/follow", "/follow/destinations", fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(expected, await refused.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Store.Notices.Destinations(""));
    }

    [Fact]
    public async Task A_private_feed_has_an_address_that_nobody_guesses()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        server.Store.Notices.Subscribe("", new SubscriptionDraft { Name = "Annex", Kind = SubscriptionKind.Search, Query = new FactQuery { Words = "annex" } });
        server.AddSamples();
        using var reader = new FormClient(server.Url);
        string first = await MakeFeed(reader, server.Url);
        XDocument atom = XDocument.Parse(await reader.PageAsync(first));
        XNamespace ns = "http://www.w3.org/2005/Atom";
        int entries = atom.Root!.Elements(ns + "entry").Count();
        Assert.Equal(Math.Min(50, server.Store.Notices.Unread("")), entries);
        JsonNode json = JsonNode.Parse(await reader.PageAsync(first.Replace(".atom", ".json", StringComparison.Ordinal)))!;
        Assert.Equal(entries, json["items"]!.AsArray().Count);

        string second = await MakeFeed(reader, server.Url);
        Assert.NotEqual(first, second);
        foreach (string dead in (string[])[first, "/feeds/AAAA/notices.atom"])
        {
            using HttpResponseMessage gone = await reader.GetAsync(dead);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Fact]
    public async Task The_log_shows_what_failed_and_tries_it_again()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        server.Store.Notices.Subscribe("", new SubscriptionDraft { Name = "All", Kind = SubscriptionKind.Search });
        server.Store.Notices.AddDestination(new Destination { Owner = "", Kind = DestinationKind.Email, Address = "eva@example.org" });
        server.AddSamples();
        await server.RoundAsync();
        long id = server.Store.Notices.Deliveries("")[0].Id;
        server.Store.Notices.NotSent(id, "no such mailbox", null);
        using var reader = new FormClient(server.Url);
        string log = await reader.PageAsync("/follow/deliveries");
        Assert.Contains("given up", log, StringComparison.Ordinal);
        Assert.Contains("no such mailbox", log, StringComparison.Ordinal);
        using HttpResponseMessage again = await reader.SendAsync("/follow/deliveries", $"/follow/deliveries/{id}/again");
        Assert.Equal(DeliveryState.Open, server.Store.Notices.Deliveries("")[0].State);
    }

    [Fact]
    public async Task Open_pages_hear_of_what_is_new()
    {
        await using DeskServer server = await DeskServer.StartAsync(change: options => options with { Clock = TimeProvider.System });
        server.Store.Notices.Subscribe("", new SubscriptionDraft { Name = "Meetings", Kind = SubscriptionKind.Search, Query = new FactQuery { Types = [FactType.Meeting] } });
        using HttpResponseMessage stream = await server.Client.GetAsync(new Uri("/follow/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal("0", await Unread(lines));
        server.AddSamples();
        string told;
        do
        {
            told = await Unread(lines);
        }
        while (told != server.Store.Notices.Unread("").ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual("0", told);
    }

    private static async Task<string> Unread(StreamReader lines)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            string line = await lines.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException();
            if (line == "event: unread")
            {
                return (await lines.ReadLineAsync(limit.Token))!["data: ".Length..];
            }
        }
    }

    private static async Task<string> MakeFeed(FormClient reader, string url)
    {
        using HttpResponseMessage made = await reader.SendAsync("/follow", "/follow/feed");
        string html = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync());
        int start = html.IndexOf(url + "/feeds/", StringComparison.Ordinal);
        return html[(start + url.Length)..(html.IndexOf(".atom", start, StringComparison.Ordinal) + ".atom".Length)];
    }
}

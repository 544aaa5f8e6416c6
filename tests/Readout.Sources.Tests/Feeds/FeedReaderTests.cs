using System.Diagnostics;
using System.Globalization;
using System.Text;
using Readout.Sources.Feeds;

namespace Readout.Sources.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly FeedReader Reader = FeedReader.Load(TestData.Directory);
    private static readonly Uri Address = new("https://veldana-post.example/news/feed");
    private static readonly DateTimeOffset Now = new(2031, 3, 12, 0, 0, 0, TimeSpan.Zero);

    private static Feed Read(string text) => Reader.Read(Encoding.UTF8.GetBytes(text), Address, null, Now)!;

    public static TheoryData<string, FeedKind, string> Kinds() => new()
    {
        { "rss2", FeedKind.Rss, "<?xml version='1.0'?><rss version='2.0' xmlns:dc='x'><channel><title>Veldana</title><item><title>Talks &amp;amp; fish</title><link>/talks</link><guid isPermaLink='false'>g1</guid><dc:creator>Tove Arnesen</dc:creator><pubDate>Tue, 11 Mar 2031 18:20:00 +0200</pubDate></item></channel></rss>" },
        { "rss0.91", FeedKind.Rss, "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://x/rss.dtd' [<!ENTITY a 'boom'>]><rss version='0.91'><channel><title>Veldana</title><item><title>Talks &amp; fish</title><link>https://veldana-post.example/talks</link><dc:date>2031-03-11T18:20:00+02:00</dc:date><author>Tove Arnesen</author></item></channel></rss>" },
        { "rss1", FeedKind.Rdf, "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>Veldana</title></channel><item rdf:about='https://veldana-post.example/talks'><title>Talks &amp; fish</title><link>https://veldana-post.example/talks</link><dc:creator>Tove Arnesen</dc:creator><dc:date>2031-03-11T18:20+02:00</dc:date></item></rdf:RDF>" },
        { "atom1", FeedKind.Atom, "<feed xmlns='http://www.w3.org/2005/Atom'><title>Veldana</title><entry><id>tag:1</id><title type='html'>Talks &amp;amp; fish</title><link rel='self' href='x'/><link href='../talks'/><author><name>Tove Arnesen</name></author><published>2031-03-11T18:20:00+02:00</published><updated>2031-03-11T19:00:00Z</updated></entry></feed>" },
        { "atom0.3", FeedKind.Atom, "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Veldana</title><entry><id>tag:1</id><title>Talks &amp; fish</title><link rel='alternate' href='/talks'/><author><name>Tove Arnesen</name></author><issued>2031-03-11T18:20:00+02:00</issued></entry></feed>" },
        { "json", FeedKind.Json, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Veldana\",\"items\":[{\"id\":1,\"url\":\"/talks\",\"title\":\"Talks & fish\",\"authors\":[{\"name\":\"Tove Arnesen\"}],\"date_published\":\"2031-03-11T18:20:00+02:00\"}]}" },
        { "broken", FeedKind.Rss, "\n<rss><channel><title>Veldana</title><item><title>Talks & fish&nbsp;</title><link>https://veldana-post.example/talks</link><author>Tove Arnesen</author><pubDate>11 March 2031 18:20 +0200<description><p>unclosed <b>words</description></item></channel>" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_gives_the_same_entry(string name, FeedKind kind, string text)
    {
        Feed feed = Read(text);
        FeedItem item = Assert.Single(feed.Items);

        Assert.Equal(kind, feed.Kind);
        Assert.Equal("Veldana", feed.Title);
        Assert.Equal("https://veldana-post.example/talks", item.Address?.AbsoluteUri);
        Assert.Equal("Talks & fish", item.Title);
        Assert.Equal("Tove Arnesen", item.Author);
        Assert.Equal("2031-03-11T18:20+02:00", item.Published?.ToString());
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_news_sitemap_gives_titles_and_dates()
    {
        FeedItem item = Assert.Single(Read("<urlset xmlns:news='n'><url><loc>https://veldana-post.example/talks</loc><news:news><news:publication_date>2031-03-11</news:publication_date><news:title>Talks</news:title></news:news></url></urlset>").Items);
        Assert.Equal("Talks", item.Title);
        Assert.Equal("2031-03-11", item.Published?.ToString());
    }

    [Fact]
    public void Hub_self_and_time_to_live_are_read()
    {
        Feed feed = Read("<rss><channel><title>V</title><ttl>60</ttl><atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='https://veldana-post.example/feed'/></channel></rss>");
        Assert.Equal("https://hub.example/", feed.Hub?.AbsoluteUri);
        Assert.Equal("https://veldana-post.example/feed", feed.Self?.AbsoluteUri);
        Assert.Equal(TimeSpan.FromHours(1), feed.TimeToLive);
    }

    [Fact]
    public void What_is_amiss_is_noted_and_the_rest_goes_on()
    {
        Feed feed = Read("<rss><channel><item><link>/a</link><pubDate>sometime</pubDate></item><item><link>/b</link><pubDate>Tue, 11 Mar 2036 18:20:00 GMT</pubDate></item><item><title>no address</title></item><item><link>javascript:alert(1)</link><guid isPermaLink='false'>g</guid><pubDate>2031-03-11</pubDate></item></channel></rss>");

        Assert.Equal(3, feed.Items.Count);
        Assert.All(feed.Items.Take(2), i => Assert.Null(i.Published));
        Assert.Null(feed.Items[2].Address);
        Assert.Equal(["1 item without a date that can be read", "1 item dated in the future, taken as undated", "1 item without an address or id, left out"], feed.Notes);
    }

    [Fact]
    public void A_feed_of_twelve_thousand_items_is_cut_with_a_note()
    {
        string items = string.Concat(Enumerable.Range(0, 12_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<item><link>/{i}</link><pubDate>2031-03-11</pubDate></item>")));
        Feed feed = Read($"<rss><channel>{items}</channel></rss>");

        Assert.Equal(FeedReader.MaxItems, feed.Items.Count);
        Assert.Equal("2000 items beyond the first 10000, left out", Assert.Single(feed.Notes));
    }

    [Fact]
    public void A_declared_charset_is_kept_to()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>Café</title></channel></rss>");
        Assert.Equal("Café", Reader.Read(bytes, Address, null, Now)!.Title);
        Assert.Equal("Café", Reader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<rss><channel><title>Café</title></channel></rss>")).ToArray(), Address, "utf-8", Now)!.Title);
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        string bomb = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>" + string.Concat(Enumerable.Range(0, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"<!ENTITY b{i} '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"))) + "<!ENTITY file SYSTEM 'file:///etc/passwd'>]>";
        Assert.Equal("&b8; &file;", Read(bomb + "<rss><channel><title>&b8; &file;</title></channel></rss>").Title);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<!")]
    [InlineData("<a b='")]
    [InlineData("&&amp;<")]
    public void Hostile_text_is_read_in_time(string part)
    {
        var time = Stopwatch.StartNew();
        Reader.Read(Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat(part, 200_000))), Address, null, Now);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"took {time.Elapsed}");
    }

    [Fact]
    public void What_is_no_feed_is_null()
    {
        Assert.Null(Reader.Read("<html><body>Hello</body></html>"u8, Address, null, Now));
        Assert.Null(Reader.Read("{\"a\":1}"u8, Address, null, Now));
        Assert.Null(Reader.Read(new byte[] { 0, 1, 2, 0, 0 }, Address, null, Now));
    }

    [Fact]
    public void Opml_goes_out_and_comes_back()
    {
        OpmlFeed[] feeds = [new(new Uri("https://a.example/f?x=1&y=2"), "A & B <c>", "News/World"), new(new Uri("https://b.example/"), "B", null)];
        Assert.Equal(feeds, Opml.Read(Opml.Write(feeds)));
    }

    [Fact]
    public void Broken_opml_is_read_all_the_same() =>
        Assert.Equal("https://a.example/f", Assert.Single(Opml.Read("<opml><body><outline text='R&D'><outline type='rss' xmlUrl='https://a.example/f'>")!).Address.AbsoluteUri);

    [Fact]
    public void Feeds_of_a_page_are_found()
    {
        const string Page = "<html><head><base href='https://veldana-post.example/'><link rel='alternate' type='application/rss+xml' href='feed.xml'><link rel='alternate' hreflang='de' href='/de'></head><body><a href='/world/rss'>RSS</a><a href='/x'>x</a></body></html>";
        Assert.Equal(["https://veldana-post.example/feed.xml", "https://veldana-post.example/world/rss"], FeedDiscovery.Feeds(Page, Address).Select(f => f.AbsoluteUri));
    }

    [Fact]
    public void Links_are_chosen_by_selector()
    {
        const string Page = "<main><h2><a href='/a#x'>The  first</a></h2><h2><a href='/b'>Second</a></h2><h2><a href='/a'>Again</a></h2></main><footer><a href='/c'>No</a></footer>";
        Feed feed = FeedDiscovery.Links(Page, Address, "main h2 a")!;
        Assert.Equal([("https://veldana-post.example/a", "The first"), ("https://veldana-post.example/b", "Second")], feed.Items.Select(i => (i.Key, i.Title!)));
        Assert.Null(FeedDiscovery.Links(Page, Address, "main >> ["));
    }
}

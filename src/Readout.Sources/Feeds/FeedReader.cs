using System.Globalization;
using Readout.Sources.Dates;
using Readout.Sources.Pages;
using Readout.Sources.Xml;

namespace Readout.Sources.Feeds;

/// <summary>Reads feeds and sitemaps of every kind, broken ones included. Never throws on any bytes. Immutable, thread-safe.</summary>
public sealed class FeedReader(DateScanner dates)
{
    /// <summary>Entries read of one feed; the rest is left out with a note.</summary>
    public const int MaxItems = 10_000;

    /// <summary>Loads the date tables from the data folder.</summary>
    public static FeedReader Load(string dataDirectory) => new(new DateScanner(DateLexicon.Load(dataDirectory)));

    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">As fetched, decoded from its content coding.</param>
    /// <param name="address">Where it was fetched from; relative addresses lean on it.</param>
    /// <param name="charset">Charset that the server named; null where it named none.</param>
    /// <param name="now">The moment of the fetch; a later date counts as none.</param>
    /// <returns>The feed; null where the bytes are none.</returns>
    public Feed? Read(ReadOnlySpan<byte> bytes, Uri address, string? charset, DateTimeOffset now)
    {
        if (MarkupDecoder.Decode(bytes, charset) is not { } text)
        {
            return null;
        }

        text = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        var items = new FeedItems(address, now);
        if (text.StartsWith('{'))
        {
            return new JsonFeedReader(dates).Read(text, items);
        }

        return LenientXml.Parse(text) is { } root ? ReadXml(root, items) : null;
    }

    private Feed? ReadXml(XmlNode root, FeedItems items)
    {
        switch (root.LocalName.ToLowerInvariant())
        {
            case "rss" when root.Child("channel") is { } channel:
                items.AddAll(channel.Elements.Concat(root.Elements).Where(e => Is(e, "item")).Select(RssItem));
                return Complete(items, FeedKind.Rss, channel);
            case "rdf":
                items.AddAll(root.FindAll("item").Select(RssItem));
                return Complete(items, FeedKind.Rdf, root.Child("channel") ?? root);
            case "feed":
                items.AddAll(root.Elements.Where(e => Is(e, "entry")).Select(AtomEntry));
                return Complete(items, FeedKind.Atom, root);
            case "urlset":
                items.AddAll(root.Elements.Where(e => Is(e, "url")).Select(SitemapEntry));
                return Complete(items, FeedKind.Sitemap, root);
            case "sitemapindex":
                items.AddAll(root.Elements.Where(e => Is(e, "sitemap")).Select(SitemapEntry));
                return Complete(items, FeedKind.SitemapIndex, root);
            default:
                return null;
        }
    }

    private static bool Is(XmlNode element, string name) => element.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Feed Complete(FeedItems items, FeedKind kind, XmlNode channel)
    {
        XmlNode[] links = [.. channel.Elements.Where(e => Is(e, "link"))];
        return items.ToFeed(kind) with
        {
            Title = Plain(channel.ChildText("title")),
            Language = channel.ChildText("language") ?? channel.Attribute("xml:lang"),
            Hub = items.Absolute(Link(links, "hub")),
            Self = items.Absolute(Link(links, "self")),
            TimeToLive = TimeToLiveOf(channel),
        };
    }

    private static string? Link(XmlNode[] links, string relation) =>
        links.FirstOrDefault(l => string.Equals(l.Attribute("rel"), relation, StringComparison.OrdinalIgnoreCase))?.Attribute("href");

    // RSS 2.0 ttl counts minutes; the syndication module of RSS 1.0 counts updates in a period.
    private static TimeSpan? TimeToLiveOf(XmlNode channel)
    {
        if (int.TryParse(channel.ChildText("ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes is > 0 and <= 10_080)
        {
            return TimeSpan.FromMinutes(minutes);
        }

        double? hours = channel.ChildText("updatePeriod")?.ToLowerInvariant() switch
        {
            "hourly" => 1,
            "daily" => 24,
            "weekly" => 168,
            _ => null,
        };
        int times = int.TryParse(channel.ChildText("updateFrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out int frequency) && frequency > 0 ? frequency : 1;
        return hours is { } period ? TimeSpan.FromHours(period / times) : null;
    }

    private FeedItemDraft RssItem(XmlNode item)
    {
        XmlNode? guid = item.Child("guid");
        string? id = guid?.Text.Trim();
        bool guidIsLink = id is not null && !string.Equals(guid!.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase) && id.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        XmlNode? atomLink = item.Elements.FirstOrDefault(e => Is(e, "link") && e.Attribute("href") is not null);
        return new FeedItemDraft
        {
            Id = id ?? item.Attribute("rdf:about"),
            Link = item.Elements.FirstOrDefault(e => Is(e, "link") && e.Text.Trim().Length > 0)?.Text.Trim() ?? atomLink?.Attribute("href") ?? (guidIsLink ? id : null) ?? item.Attribute("rdf:about"),
            Title = Plain(item.ChildText("title")),
            Author = Plain(item.ChildText("creator", "author")),
            Published = Date(item.ChildText("pubDate", "date", "published", "issued", "updated")),
            Content = item.ChildText("encoded", "description", "summary", "content"),
        };
    }

    private FeedItemDraft AtomEntry(XmlNode entry)
    {
        XmlNode[] links = [.. entry.Elements.Where(e => Is(e, "link") && e.Attribute("href") is not null)];
        XmlNode? link = links.FirstOrDefault(l => l.Attribute("rel") is null or "alternate") ?? links.FirstOrDefault();
        return new FeedItemDraft
        {
            Id = entry.ChildText("id"),
            Link = link?.Attribute("href"),
            Title = Plain(entry.ChildText("title")),
            Author = Plain(entry.Child("author")?.ChildText("name")),
            Published = Date(entry.ChildText("published", "issued", "created") ?? entry.ChildText("updated", "modified")),
            Updated = Date(entry.ChildText("updated", "modified")),
            Content = entry.ChildText("content", "summary"),
        };
    }

    private FeedItemDraft SitemapEntry(XmlNode entry)
    {
        XmlNode? news = entry.Elements.FirstOrDefault(e => Is(e, "news"));
        return new FeedItemDraft
        {
            Link = entry.Elements.FirstOrDefault(e => e.Name.Equals("loc", StringComparison.OrdinalIgnoreCase))?.Text.Trim() ?? entry.ChildText("loc"),
            Title = Plain(news?.ChildText("title")),
            Published = Date(news?.ChildText("publication_date") ?? entry.ChildText("lastmod")),
            Updated = Date(entry.ChildText("lastmod")),
            MayLackDate = news is null,
        };
    }

    private PublicationTime? Date(string? text) => text is null ? null : dates.First(text)?.Value;

    private static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string decoded = text.Contains('<', StringComparison.Ordinal) || text.Contains('&', StringComparison.Ordinal)
            ? LenientXml.Parse($"<t>{text}</t>")?.Text ?? text
            : text;
        string collapsed = string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return collapsed.Length == 0 ? null : collapsed;
    }
}

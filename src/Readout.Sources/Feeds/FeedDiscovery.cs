using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Readout.Sources.Pages;

namespace Readout.Sources.Feeds;

/// <summary>Finds the feeds that a page names, and the links of a page without one.</summary>
public static class FeedDiscovery
{
    private const int MaxLinks = 2_000;
    private const int MaxSelector = 500;

    private static readonly string[] FeedTypes = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json"];

    /// <summary>Feeds named by link elements, in page order, then those that links on the page seem to lead to.</summary>
    /// <param name="markup">HTML.</param>
    /// <param name="address">Where the page was fetched from.</param>
    public static IReadOnlyList<Uri> Feeds(string markup, Uri address)
    {
        using IHtmlDocument document = ArticleExtractor.Parse(markup);
        Uri origin = BaseOf(document, address);
        IEnumerable<string?> named = document.All.Where(e => e.LocalName == "link" && IsAlternate(e)).Select(e => e.GetAttribute("href"));
        IEnumerable<string?> guessed = document.All.Where(e => e.LocalName == "a" && LooksLikeFeed(e.GetAttribute("href"))).Select(e => e.GetAttribute("href"));
        return [.. named.Concat(guessed).Select(link => Absolute(origin, link)).OfType<Uri>().Distinct().Take(50)];
    }

    /// <summary>The links that a CSS selector chooses, as the entries of a feed; the words of the link are the title.</summary>
    /// <param name="markup">HTML.</param>
    /// <param name="address">Where the page was fetched from.</param>
    /// <param name="selector">CSS selector (Selectors Level 4 as AngleSharp reads it) of links, or of elements with a link inside.</param>
    /// <returns>The feed; null where the selector cannot be read.</returns>
    public static Feed? Links(string markup, Uri address, string selector)
    {
        using IHtmlDocument document = ArticleExtractor.Parse(markup);
        Uri origin = BaseOf(document, address);
        IEnumerable<IElement> chosen;
        try
        {
            chosen = selector.Length > MaxSelector ? [] : document.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            return null;
        }

        var items = new List<FeedItem>();
        var seen = new HashSet<Uri>();
        foreach (IElement element in chosen)
        {
            IElement? link = element.LocalName == "a" ? element : element.QuerySelector("a[href]");
            if (items.Count < MaxLinks && Absolute(origin, link?.GetAttribute("href")) is { } target && seen.Add(target))
            {
                string title = string.Join(' ', link!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                items.Add(new FeedItem { Key = target.AbsoluteUri, Address = target, Title = title.Length == 0 ? null : title });
            }
        }

        return new Feed { Kind = FeedKind.Page, Title = document.Title is { Length: > 0 } title2 ? title2 : null, Items = items };
    }

    private static bool IsAlternate(IElement link) =>
        (link.GetAttribute("rel") ?? "").Contains("alternate", StringComparison.OrdinalIgnoreCase)
        && FeedTypes.Contains((link.GetAttribute("type") ?? "").Trim(), StringComparer.OrdinalIgnoreCase);

    private static bool LooksLikeFeed(string? link)
    {
        string path = (link ?? "").Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        return path.EndsWith("/feed", StringComparison.Ordinal) || path.EndsWith("/rss", StringComparison.Ordinal) || path.EndsWith(".rss", StringComparison.Ordinal)
            || path.EndsWith("/rss.xml", StringComparison.Ordinal) || path.EndsWith("/atom.xml", StringComparison.Ordinal) || path.EndsWith("/feed.xml", StringComparison.Ordinal)
            || path.EndsWith("/feed.json", StringComparison.Ordinal);
    }

    private static Uri BaseOf(IHtmlDocument document, Uri address) =>
        Absolute(address, document.All.FirstOrDefault(e => e.LocalName == "base")?.GetAttribute("href")) ?? address;

    private static Uri? Absolute(Uri origin, string? link) =>
        !string.IsNullOrWhiteSpace(link) && Uri.TryCreate(origin, link.Trim(), out Uri? uri) && uri.Scheme is ("http" or "https") ? new UriBuilder(uri) { Fragment = "" }.Uri : null;
}

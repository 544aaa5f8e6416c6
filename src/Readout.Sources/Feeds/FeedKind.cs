namespace Readout.Sources.Feeds;

/// <summary>Forms in which outlets list their reports.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.9x or 2.0.</summary>
    Rss,

    /// <summary>RSS 1.0 or 0.90, which are RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 or 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1.0 or 1.1.</summary>
    Json,

    /// <summary>XML sitemap, with or without the news extension.</summary>
    Sitemap,

    /// <summary>Index of sitemaps; its items are sitemaps.</summary>
    SitemapIndex,

    /// <summary>Links of a web page, chosen by a CSS selector.</summary>
    Page,
}

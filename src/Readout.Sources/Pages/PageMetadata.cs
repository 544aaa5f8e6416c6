using Readout.Sources.Dates;

namespace Readout.Sources.Pages;

/// <summary>What a page says of itself, from JSON-LD, Open Graph, microdata, meta elements and its visible parts, in this order of trust.</summary>
public sealed record PageMetadata
{
    /// <summary>Headline of the piece, without the outlet's name; null where the page has none.</summary>
    public string? Headline { get; init; }

    /// <summary>Every form of the title that the page gives, the headline first.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Names of the authors in page order, without "By".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Name of the outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>When the piece was first published; null where the page does not say.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>When the piece was last changed; null where the page does not say.</summary>
    public PublicationTime? Updated { get; init; }

    /// <summary>Section or desk; null where unknown.</summary>
    public string? Section { get; init; }

    /// <summary>BCP 47 tag as the page gives it; null where it gives none.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute canonical address; null where unknown.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Description or standfirst of the metadata; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The body as JSON-LD gives it, which many outlets cut short; null where it gives none.</summary>
    public string? ArticleBody { get; init; }
}

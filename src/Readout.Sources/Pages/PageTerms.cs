namespace Readout.Sources.Pages;

/// <summary>What the class, id, role and item property of an element say of its content; names as in <c>data/sources/page-terms.tsv</c>.</summary>
[Flags]
internal enum PageTerms
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>Main content.</summary>
    Content = 1,

    /// <summary>The article or post.</summary>
    Article = 1 << 1,

    /// <summary>Reader comments.</summary>
    Comment = 1 << 2,

    /// <summary>Related or recommended pieces.</summary>
    Related = 1 << 3,

    /// <summary>Share and follow links.</summary>
    Share = 1 << 4,

    /// <summary>Menus, breadcrumbs, pagination.</summary>
    Navigation = 1 << 5,

    /// <summary>Page foot.</summary>
    Footer = 1 << 6,

    /// <summary>Page head.</summary>
    Header = 1 << 7,

    /// <summary>Side column and widgets.</summary>
    Sidebar = 1 << 8,

    /// <summary>Teasers of other pieces.</summary>
    Teaser = 1 << 9,

    /// <summary>Newsletter and subscription offers.</summary>
    Newsletter = 1 << 10,

    /// <summary>Cookie and consent text.</summary>
    Consent = 1 << 11,

    /// <summary>Captions and picture credits.</summary>
    Caption = 1 << 12,

    /// <summary>Byline, date, reading time.</summary>
    Meta = 1 << 13,

    /// <summary>Who the author is.</summary>
    Author = 1 << 14,

    /// <summary>Keywords and categories.</summary>
    Tags = 1 << 15,

    /// <summary>Advertising.</summary>
    Advert = 1 << 16,

    /// <summary>Standfirst, lead, summary.</summary>
    Lead = 1 << 17,

    /// <summary>Headlines.</summary>
    Title = 1 << 18,

    /// <summary>Log-in, search and other forms.</summary>
    Form = 1 << 19,

    /// <summary>Information boxes, tables of contents, galleries.</summary>
    Box = 1 << 20,

    /// <summary>Made invisible by attribute or style.</summary>
    Hidden = 1 << 21,
}

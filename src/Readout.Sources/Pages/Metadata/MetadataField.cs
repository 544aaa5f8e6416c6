namespace Readout.Sources.Pages.Metadata;

/// <summary>Fields that <c>data/sources/page-metadata.tsv</c> names keys for.</summary>
internal enum MetadataField
{
    Headline,
    Author,
    Outlet,
    Published,
    Updated,
    Section,
    Language,
    CanonicalUrl,
    Description,
    Body,
}

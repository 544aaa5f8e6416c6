using System.Net;
using AngleSharp.Dom;
using Readout.Sources.Dates;

namespace Readout.Sources.Pages.Metadata;

/// <summary>Reads the metadata of a parsed page. Immutable, thread-safe.</summary>
internal sealed class MetadataReader(MetadataKeys keys, PublicationDateFinder dates, AuthorNames authorNames)
{
    private const int HeadingRank = 22;
    private const int MostCharacters = 1_000;

    /// <summary>Metadata of a page.</summary>
    /// <param name="document">Parsed page.</param>
    /// <param name="page">Its outline.</param>
    /// <param name="address">Where it was fetched from; null where unknown.</param>
    public PageMetadata Read(IDocument document, PageOutline page, Uri? address)
    {
        var values = new MetadataValues();
        var jsonLd = new JsonLdReader(keys, values);
        string? titleElement = null;
        foreach (IElement element in document.All)
        {
            switch (element.LocalName)
            {
                case "meta":
                    ReadMeta(element, values);
                    break;
                case "script" when element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                    jsonLd.Read(element.TextContent);
                    break;
                case "link" when element.GetAttribute("rel") is { } rel:
                    Note(values, keys.Find("rel", rel), element.GetAttribute("href"));
                    break;
                case "title":
                    titleElement ??= element.ParentElement?.LocalName == "svg" ? null : element.TextContent;
                    break;
                default:
                    ReadVisible(element, values);
                    break;
            }
        }

        string? outlet = values.FirstOf(MetadataField.Outlet);
        var titles = Titles(page, values, titleElement, outlet);
        Uri? canonical = Absolute(values.Of(MetadataField.CanonicalUrl), address);
        string? language = document.DocumentElement?.GetAttribute("lang") ?? values.FirstOf(MetadataField.Language);
        (PublicationTime? published, PublicationTime? updated) = dates.Find(page, values, titles, (address ?? canonical, language));
        return new PageMetadata
        {
            Headline = titles.FirstOrDefault(),
            Titles = titles,
            Authors = authorNames.Clean(values.BestOf(MetadataField.Author), outlet),
            Outlet = outlet ?? OutletOfTitle(titleElement, titles),
            Published = published,
            Updated = updated,
            Section = values.FirstOf(MetadataField.Section),
            Language = string.IsNullOrWhiteSpace(language) ? null : language.Trim().Replace('_', '-'),
            CanonicalUrl = (canonical ?? address)?.AbsoluteUri,
            Description = values.FirstOf(MetadataField.Description),
            ArticleBody = values.FirstOf(MetadataField.Body) is { } body ? WebUtility.HtmlDecode(body) : null,
        };
    }

    private static void Note(MetadataValues values, (MetadataField Field, int Rank)? key, string? value)
    {
        if (key is { } found)
        {
            values.Add(found.Field, found.Rank, value);
        }
    }

    private void ReadMeta(IElement element, MetadataValues values)
    {
        string? content = element.GetAttribute("content");
        if (content is null)
        {
            return;
        }

        foreach (string attribute in (string[])["property", "name", "http-equiv", "itemprop"])
        {
            foreach (string name in (element.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Note(values, keys.Find(attribute == "itemprop" ? "itemprop" : "meta", name), content);
            }
        }
    }

    private void ReadVisible(IElement element, MetadataValues values)
    {
        if (element.GetAttribute("itemprop") is { Length: > 0 } property && keys.Find("itemprop", property) is { } key)
        {
            values.Add(key.Field, key.Rank, element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Short(element));
        }

        if (element.LocalName == "a" && element.GetAttribute("rel") is { } rel)
        {
            Note(values, keys.Find("rel", rel) is { Field: MetadataField.Author } author ? author : null, Short(element));
        }

        foreach (string name in (element.ClassName ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (keys.Find("class", name) is { } found)
            {
                Note(values, found, Short(element));
            }
        }
    }

    private static string Short(IElement element)
    {
        string text = element.TextContent;
        return text.Length > MostCharacters ? "" : text;
    }

    private static List<string> Titles(PageOutline page, MetadataValues values, string? titleElement, string? outlet)
    {
        string[] headings = [.. page.Blocks.Where(b => IsHeading(page, b.Element)).Take(5).Select(b => b.Text)];
        string element = MetadataValues.Collapse(titleElement);
        foreach (string heading in headings)
        {
            // A heading that the title element repeats is the headline as readers see it; any other may be the outlet's name.
            bool isRepeated = heading.Length > 8 && element.Length > heading.Length / 2 && element.Contains(heading, StringComparison.OrdinalIgnoreCase);
            values.Add(MetadataField.Headline, isRepeated ? 5 : HeadingRank + 20, heading);
        }

        values.Add(MetadataField.Headline, 60, WithoutOutlet(element, outlet));
        return [.. values.Of(MetadataField.Headline).Select(t => WithoutOutlet(WebUtility.HtmlDecode(t), outlet)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsHeading(PageOutline page, int row) => page.Elements[row].LocalName == "h1" && (page.Terms[row] & PageTerms.Hidden) == 0;

    private static string WithoutOutlet(string title, string? outlet)
    {
        int cut = title.LastIndexOfAny(['|', '–', '—', '-', '»', '•', '·']);
        if (cut <= 0 || cut + 1 >= title.Length || !char.IsWhiteSpace(title[cut - 1]))
        {
            return title;
        }

        string tail = title[(cut + 1)..].Trim();
        bool isOutlet = outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase));
        return isOutlet || title[cut] == '|' ? title[..cut].Trim() : title;
    }

    private static string? OutletOfTitle(string? titleElement, List<string> titles)
    {
        string title = MetadataValues.Collapse(titleElement);
        foreach (string headline in titles.Where(t => t.Length < title.Length && title.StartsWith(t, StringComparison.Ordinal)))
        {
            string rest = title[headline.Length..].Trim(' ', '|', '–', '—', '-', '»', '•', '·');
            if (rest.Length is > 1 and < 60)
            {
                return rest;
            }
        }

        return null;
    }

    private static Uri? Absolute(IEnumerable<string> candidates, Uri? address)
    {
        foreach (string candidate in candidates)
        {
            bool isUri = address is null ? Uri.TryCreate(candidate, UriKind.Absolute, out Uri? uri) : Uri.TryCreate(address, candidate, out uri);
            if (isUri && uri!.Scheme is "http" or "https")
            {
                return uri;
            }
        }

        return null;
    }
}

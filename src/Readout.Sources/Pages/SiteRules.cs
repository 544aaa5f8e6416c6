using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using Readout.Sources.Dates;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Rules for single sites (<c>data/sources/site-rules.tsv</c>): where the report and its metadata stand in their pages. Immutable, thread-safe.</summary>
internal sealed class SiteRules
{
    private static readonly string[] Fields = ["body", "leave", "headline", "published", "author"];

    private readonly ILookup<string, (string Field, string Selector)> _byHost;
    private readonly DateScanner _dates;

    private SiteRules(ILookup<string, (string Field, string Selector)> byHost, DateScanner dates)
    {
        _byHost = byHost;
        _dates = dates;
    }

    /// <summary>Loads the rules from the data folder.</summary>
    /// <exception cref="InvalidDataException">A row names an unknown field or a selector that cannot be read; the message names the row.</exception>
    public static SiteRules Load(string dataDirectory) =>
        Of(TsvFile.Rows(Path.Combine(dataDirectory, "sources", "site-rules.tsv"), 3), new DateScanner(DateLexicon.Load(dataDirectory)));

    /// <summary>Rules of rows of host, field and selector.</summary>
    /// <exception cref="InvalidDataException">As <see cref="Load"/>.</exception>
    /// <param name="rows">Host, field, selector.</param>
    /// <param name="dates">Reads dates.</param>
    internal static SiteRules Of(IEnumerable<string[]> rows, DateScanner dates)
    {
        var parser = new CssSelectorParser();
        var read = new List<(string Host, (string, string) Rule)>();
        foreach (string[] row in rows)
        {
            if (!Fields.Contains(row[1], StringComparer.Ordinal))
            {
                throw new InvalidDataException($"site-rules.tsv: {row[0]}: '{row[1]}' is no field; write one of {string.Join(", ", Fields)}");
            }

            if (parser.ParseSelector(row[2]) is null)
            {
                throw new InvalidDataException($"site-rules.tsv: {row[0]}: the selector '{row[2]}' cannot be read");
            }

            read.Add((row[0].ToLowerInvariant(), (row[1], row[2])));
        }

        return new SiteRules(read.ToLookup(r => r.Host, r => r.Rule, StringComparer.Ordinal), dates);
    }

    /// <summary>The metadata with what the site's rules find in place of what was found.</summary>
    /// <param name="metadata">What was found.</param>
    /// <param name="document">Page.</param>
    /// <param name="host">Its host; null where unknown.</param>
    public PageMetadata Apply(PageMetadata metadata, IDocument document, string? host)
    {
        string? headline = ValueOf(document, host, "headline");
        string? author = ValueOf(document, host, "author");
        FoundDate? published = ValueOf(document, host, "published") is { } date ? _dates.First(date) : null;
        return metadata with
        {
            Headline = headline ?? metadata.Headline,
            Titles = headline is null ? metadata.Titles : [headline, .. metadata.Titles],
            Authors = author is null ? metadata.Authors : [author],
            Published = published is { } found ? found.Value : metadata.Published,
        };
    }

    private string? ValueOf(IDocument document, string? host, string field)
    {
        foreach (string selector in Selectors(host, field))
        {
            if (document.QuerySelector(selector) is { } element)
            {
                string value = field == "published" && element.GetAttribute("datetime") is { Length: > 0 } stamp ? stamp : element.TextContent;
                return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return null;
    }

    /// <summary>The blocks of the report by the site's rules; null where there are none, or where they select nothing.</summary>
    /// <param name="page">Page.</param>
    /// <param name="document">The same page.</param>
    /// <param name="host">Its host; null where unknown.</param>
    public List<int>? BodyOf(PageOutline page, IDocument document, string? host)
    {
        HashSet<IElement> body = Selected(document, host, "body");
        if (body.Count == 0)
        {
            return null;
        }

        HashSet<IElement> leave = Selected(document, host, "leave");
        var within = new bool[page.Elements.Count];
        var left = new bool[page.Elements.Count];
        for (int row = 0; row < within.Length; row++)
        {
            int parent = page.Parent[row];
            within[row] = body.Contains(page.Elements[row]) || (parent >= 0 && within[parent]);
            left[row] = leave.Contains(page.Elements[row]) || (parent >= 0 && left[parent]);
        }

        List<int> chosen = [.. Enumerable.Range(0, page.Blocks.Count).Where(i => within[page.Blocks[i].Element] && !left[page.Blocks[i].Element])];
        return chosen.Count == 0 ? null : chosen;
    }

    private HashSet<IElement> Selected(IDocument document, string? host, string field) =>
        [.. Selectors(host, field).SelectMany(selector => document.QuerySelectorAll(selector))];

    private IEnumerable<string> Selectors(string? host, string field)
    {
        for (string? at = _byHost.Count == 0 ? null : host?.ToLowerInvariant(); at is { Length: > 0 }; at = at.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? at[(dot + 1)..] : null)
        {
            foreach ((string name, string selector) in _byHost[at])
            {
                if (name == field)
                {
                    yield return selector;
                }
            }
        }
    }
}

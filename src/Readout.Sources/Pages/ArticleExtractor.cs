using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Readout.Sources.Pages.Metadata;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Reads a report out of a web page. Immutable, thread-safe; linear in the length of the page.</summary>
public sealed class ArticleExtractor
{
    /// <summary>A body of fewer characters makes the extractor look for the report elsewhere in the page.</summary>
    private const int PoorBody = 400;

    private readonly PageLexicon _lexicon;
    private readonly PhraseTable _phrases;
    private readonly MetadataReader _metadata;
    private readonly BlockClassifier _classifier;
    private readonly SiteRules _sites;

    internal ArticleExtractor(PageLexicon lexicon, PhraseTable phrases, MetadataReader metadata, BlockClassifier classifier, SiteRules sites)
    {
        _lexicon = lexicon;
        _phrases = phrases;
        _metadata = metadata;
        _classifier = classifier;
        _sites = sites;
    }

    /// <summary>Loads its tables and model from the data folder.</summary>
    /// <exception cref="InvalidDataException">A table or the model is broken.</exception>
    public static ArticleExtractor Load(string dataDirectory)
    {
        var metadata = new MetadataReader(MetadataKeys.Load(dataDirectory), PublicationDateFinder.Load(dataDirectory), AuthorNames.Load(dataDirectory));
        return new ArticleExtractor(PageLexicon.Load(dataDirectory), PhraseTable.Load(dataDirectory), metadata, BlockClassifier.Load(dataDirectory), SiteRules.Load(dataDirectory));
    }

    /// <summary>Reads a page.</summary>
    /// <param name="markup">HTML of any length and form.</param>
    /// <param name="address">Where it was fetched from, which dates and relative links lean on; null where unknown.</param>
    public ExtractedPage Extract(string markup, Uri? address = null)
    {
        ExtractedPage page = Extract(markup, address, isScripting: true);
        if (page.BodySpan.Length < PoorBody && markup.Contains("<noscript", StringComparison.OrdinalIgnoreCase))
        {
            // Some sites write the report by a script and keep a plain copy for readers without scripts.
            ExtractedPage plain = Extract(markup, address, isScripting: false);
            page = plain.BodySpan.Length > 2 * page.BodySpan.Length ? plain : page;
        }

        // Others show the opening and give the whole text in their metadata.
        return page.Metadata.ArticleBody is { } body && body.Length > Math.Max(PoorBody, 2 * page.BodySpan.Length) ? WithBody(page, body) : page;
    }

    private ExtractedPage Extract(string markup, Uri? address, bool isScripting)
    {
        using IHtmlDocument document = Parse(markup, isScripting);
        PageOutline page = new PageOutlineBuilder(_lexicon, readsNoscript: !isScripting).Build(document);
        PageMetadata metadata = _sites.Apply(_metadata.Read(document, page, address), document, address?.Host);
        var context = new PageContext(metadata, page, _phrases);
        List<int> chosen = _sites.BodyOf(page, document, address?.Host) ?? Chosen(page, context);
        chosen.Remove(context.TitleBlock);
        return Compose(page, metadata, context, chosen);
    }

    // As a browser with scripts on: what stands in noscript is text to the parser, so that what is left open there cannot swallow the page.
    internal static IHtmlDocument Parse(string markup, bool isScripting = true) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument(MarkupGuard.Bound(markup));

    private ExtractedPage WithBody(ExtractedPage page, string body)
    {
        IEnumerable<string> paragraphs = body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (body.Contains("</", StringComparison.Ordinal))
        {
            using IHtmlDocument markup = Parse(body);
            paragraphs = [.. new PageOutlineBuilder(_lexicon).Build(markup).Blocks.Select(b => b.Text)];
        }

        string text = page.Text[..page.BodySpan.Start] + string.Join("\n\n", paragraphs);
        return page with
        {
            Text = text,
            BodySpan = new TextSpan(page.BodySpan.Start, text.Length),
            Anchors = [.. page.Anchors.Where(a => a.Start < page.BodySpan.Start)],
        };
    }

    private List<int> Chosen(PageOutline page, PageContext context)
    {
        int[] scores = _classifier.Judge(page, context);
        var chosen = new List<int>();
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0 && i != context.TitleBlock && !context.IsNeverBody(page, i))
            {
                chosen.Add(i);
            }
        }

        if (chosen.Count == 0)
        {
            var shape = new PageShape(page);
            chosen.AddRange(Enumerable.Range(0, page.Blocks.Count).Where(i => shape.BlockRunning[i] > 0));
        }

        if (chosen.Count == 0)
        {
            // A page of a few words: all of it that is no link, no heading and not hidden.
            chosen.AddRange(Enumerable.Range(0, page.Blocks.Count).Where(i => i != context.TitleBlock && page.Blocks[i].LinkShare < 0.5));
        }

        return chosen;
    }

    private static ExtractedPage Compose(PageOutline page, PageMetadata metadata, PageContext context, List<int> chosen)
    {
        var text = new StringBuilder();
        var anchors = new List<TextAnchor>();
        TextSpan? headline = null;
        if (metadata.Headline is { } title)
        {
            if (context.TitleBlock >= 0)
            {
                PageBlock heading = page.Blocks[context.TitleBlock];
                AddAnchors(page, heading, 0, anchors);
                title = heading.Text;
            }

            text.Append(title);
            headline = new TextSpan(0, text.Length);
            text.Append("\n\n");
        }

        int bodyStart = text.Length;
        for (int i = 0; i < chosen.Count; i++)
        {
            PageBlock block = page.Blocks[chosen[i]];
            text.Append(i == 0 ? "" : "\n\n");
            AddAnchors(page, block, text.Length, anchors);
            text.Append(block.Text);
        }

        return new ExtractedPage
        {
            Text = text.ToString(),
            HeadlineSpan = headline,
            BodySpan = new TextSpan(bodyStart, text.Length),
            Metadata = metadata,
            Anchors = anchors,
        };
    }

    private static void AddAnchors(PageOutline page, PageBlock block, int start, List<TextAnchor> anchors)
    {
        foreach (NodeAnchor anchor in block.Anchors)
        {
            anchors.Add(new TextAnchor(start + anchor.Start, page.NodePath(anchor.Parent, anchor.Child), anchor.Offset));
        }
    }
}

using AngleSharp.Dom;
using Readout.Sources.Pages;

namespace Readout.Sources.Evaluation;

/// <summary>Scores an extraction page by page.</summary>
public static class ExtractionScorer
{
    /// <summary>The score of one page.</summary>
    /// <param name="set">Name of its set.</param>
    /// <param name="gold">What must come of it.</param>
    /// <param name="page">What came of it.</param>
    public static ExtractionScore Score(string set, PageGold gold, ExtractedPage page)
    {
        string body = PageText.Collapse(page.Body);
        int hits = gold.With.Count(s => body.Contains(PageText.Collapse(s), StringComparison.Ordinal));
        bool hasText = gold.ExpectedMarkup is not null;
        List<string> tokens = hasText ? PageText.Tokens(body) : [];
        string? day = IsDay(gold.Published) ? gold.Published : null;
        string? found = page.Metadata.Published?.ToString();
        bool isRight = day is not null && found is not null && found.StartsWith(day, StringComparison.Ordinal);
        return new ExtractionScore
        {
            Set = set,
            Model = "shipped",
            Pages = 1,
            Hits = hits,
            Misses = gold.With.Count - hits,
            Intrusions = gold.Without.Count(s => body.Contains(PageText.Collapse(s), StringComparison.Ordinal)),
            Texts = hasText ? 1 : 0,
            TokenF1Sum = hasText ? PageText.TokenF1(PageText.Tokens(ExpectedText(gold.ExpectedMarkup!, true)), tokens) : 0,
            TokenF1SumWithoutFigures = hasText ? PageText.TokenF1(PageText.Tokens(ExpectedText(gold.ExpectedMarkup!, false)), tokens) : 0,
            Dates = day is null ? 0 : 1,
            DatesRight = isRight ? 1 : 0,
            DatesWrong = day is not null && found is not null && !isRight ? 1 : 0,
            Titles = gold.Title is null ? 0 : 1,
            TitlesRight = gold.Title is { } title && SameLetters(title, page.Metadata.Headline ?? "") ? 1 : 0,
            Authors = gold.Author is null ? 0 : 1,
            AuthorsRight = gold.Author is { } author && HoldsAll(author, page.Metadata.Authors) ? 1 : 0,
        };
    }

    /// <summary>Text of a wanted page, blocks apart.</summary>
    /// <param name="markup">HTML.</param>
    /// <param name="withFigures">Whether figures and captions count.</param>
    internal static string ExpectedText(string markup, bool withFigures)
    {
        using var document = ArticleExtractor.Parse(markup);
        var text = new System.Text.StringBuilder();
        foreach (IText node in document.Body!.GetDescendants().OfType<IText>())
        {
            bool isRead = true;
            for (IElement? e = node.ParentElement; e is not null; e = e.ParentElement)
            {
                isRead &= e.LocalName is not ("script" or "style") && (withFigures || e.LocalName is not ("figure" or "figcaption"));
            }

            if (isRead)
            {
                text.Append(node.Data).Append(IsInline(node) ? "" : " ");
            }
        }

        return text.ToString();
    }

    private static bool IsInline(IText node) => node.NextSibling is IElement next && !HtmlElements.IsBlock(next.LocalName) && next.LocalName != "br"
        || (node.NextSibling is null && node.ParentElement is { } parent && !HtmlElements.IsBlock(parent.LocalName));

    private static bool IsDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);

    private static bool SameLetters(string expected, string found) => Letters(expected).Equals(Letters(found), StringComparison.OrdinalIgnoreCase);

    private static bool HoldsAll(string authors, IReadOnlyList<string> found)
    {
        string all = Letters(string.Join(' ', found));
        return authors.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).All(a => all.Contains(Letters(a), StringComparison.OrdinalIgnoreCase));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

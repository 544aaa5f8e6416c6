namespace Readout.Sources.Pages;

/// <summary>What is known of a page beside its tree when blocks are judged: title, description, the article body of its metadata, known phrases.</summary>
internal sealed class PageContext
{
    private const int Window = 16;

    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly string _description;
    private readonly HashSet<int> _articleBody = [];
    private readonly PhraseTable _phrases;
    private readonly bool[] _hidden;
    private readonly bool _isDisplayed;

    public PageContext(PageMetadata metadata, PageOutline page, PhraseTable phrases)
    {
        _phrases = phrases;
        _description = Fold(metadata.Description ?? "");
        AddWindows(Fold(metadata.ArticleBody ?? ""));
        foreach (string title in metadata.Titles)
        {
            _titles.Add(Fold(title));
        }

        _hidden = page.HiddenRows();
        int shown = RunningWords(page, isHidden: false);
        _isDisplayed = shown >= 50 && 4 * shown >= RunningWords(page, isHidden: true);
        TitleBlock = -1;
        for (int i = 0; i < page.Blocks.Count && TitleBlock < 0; i++)
        {
            TitleBlock = IsTitle(page.Blocks[i].Text) && page.Elements[page.Blocks[i].Element].LocalName is "h1" or "h2" ? i : -1;
        }
    }

    /// <summary>Number of the block that repeats the title as a heading; -1 where there is none.</summary>
    public int TitleBlock { get; }

    /// <summary>Whether the text is the page's title.</summary>
    public bool IsTitle(string text) => text.Length < 400 && _titles.Contains(Fold(text));

    /// <summary>Whether the page's description holds the text, or the text the description.</summary>
    public bool IsInDescription(string text)
    {
        if (_description.Length < 30 || text.Length < 30)
        {
            return false;
        }

        string folded = Fold(text);
        return _description.StartsWith(folded.AsSpan(0, Math.Min(60, folded.Length)), StringComparison.Ordinal)
            || folded.StartsWith(_description.AsSpan(0, Math.Min(60, _description.Length)), StringComparison.Ordinal);
    }

    /// <summary>0 where the metadata gives no article body, 1 where it lacks the text, 2 where it holds it, 3 where the text is too short to tell.</summary>
    public int ArticleBodyHolds(string text)
    {
        if (_articleBody.Count < 200)
        {
            return 0;
        }

        string folded = Fold(text.Length > 80 ? text[..80] : text);
        return folded.Length < Window ? 3 : _articleBody.Contains(HashOf(folded.AsSpan(0, Window))) ? 2 : 1;
    }

    /// <summary>Class of the stock phrase that the text is or opens with; 0 for none.</summary>
    public int PhraseOf(string text) => _phrases.ClassOf(text);

    /// <summary>Class of the first stock phrase of those that count anywhere that the text holds; 0 for none.</summary>
    public int PhraseWithin(string text) => _phrases.ClassWithin(text);

    /// <summary>Whether a block is a caption by its element, not displayed in a page that displays running text, or an offer or consent text by its words and its box alike, whatever the classifier thinks.</summary>
    public bool IsNeverBody(PageOutline page, int block)
    {
        if (_isDisplayed && _hidden[page.Blocks[block].Element])
        {
            return true;
        }

        const PageTerms Boxes = PageTerms.Newsletter | PageTerms.Consent;
        int element = page.Blocks[block].Element;
        if (page.Elements[element].LocalName == "figcaption" || page.Elements[Math.Max(0, page.Parent[element])].LocalName == "figcaption")
        {
            return true;
        }

        string phrase = _phrases.NameOf(PhraseOf(page.Blocks[block].Text));
        bool isBoxed = ((page.Terms[element] | page.Terms[Math.Max(0, page.Parent[element])]) & Boxes) != 0;
        return isBoxed && phrase is ("newsletter" or "consent");
    }

    private int RunningWords(PageOutline page, bool isHidden) =>
        page.Blocks.Sum(b => _hidden[b.Element] == isHidden && b.Words >= 10 && b.LinkShare < 0.4 ? b.Words : 0);

    private void AddWindows(string folded)
    {
        for (int i = 0; i + Window <= folded.Length; i++)
        {
            _articleBody.Add(HashOf(folded.AsSpan(i, Window)));
        }
    }

    private static int HashOf(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)hash;
    }

    private static string Fold(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, static (span, source) =>
    {
        int next = 0;
        foreach (char c in source)
        {
            if (char.IsLetterOrDigit(c))
            {
                span[next++] = char.ToLowerInvariant(c);
            }
        }
    });
}

namespace Readout.Sources.Pages;

/// <summary>Sums over the subtrees of a page's elements, by row of <see cref="PageOutline"/>, and where its running text stands.</summary>
internal sealed class PageShape
{
    // A paragraph counts as running text from this many words on; found on half of the page sets, where 8 to 12 score alike.
    private const int RunningWords = 10;
    private const double RunningLinkShare = 0.4;
    private const PageTerms NeverRunning = PageTerms.Comment | PageTerms.Consent | PageTerms.Hidden | PageTerms.Footer;

    private readonly PageOutline _page;

    public PageShape(PageOutline page)
    {
        _page = page;
        int rows = page.Elements.Count;
        Characters = new int[rows];
        LinkCharacters = new int[rows];
        Running = new int[rows];
        BlockCount = new int[rows];
        BlockRunning = new int[page.Blocks.Count];
        var excluded = Excluded();
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            Characters[block.Element] += block.Text.Length;
            LinkCharacters[block.Element] += block.LinkCharacters;
            BlockCount[block.Element]++;
            BlockRunning[i] = block.Words >= RunningWords && block.LinkShare < RunningLinkShare && !excluded[block.Element] ? block.Words : 0;
            Running[block.Element] += BlockRunning[i];
        }

        for (int row = rows - 1; row > 0; row--)
        {
            int parent = page.Parent[row];
            Characters[parent] += Characters[row];
            LinkCharacters[parent] += LinkCharacters[row];
            Running[parent] += Running[row];
            BlockCount[parent] += BlockCount[row];
        }

        Main = Descend();
    }

    /// <summary>Characters of text.</summary>
    public int[] Characters { get; }

    /// <summary>Characters inside links.</summary>
    public int[] LinkCharacters { get; }

    /// <summary>Words of running text.</summary>
    public int[] Running { get; }

    /// <summary>Blocks.</summary>
    public int[] BlockCount { get; }

    /// <summary>Words of running text of each block; 0 for a block that is none.</summary>
    public int[] BlockRunning { get; }

    /// <summary>Row of the deepest element that holds at least 60 in 100 of the page's running text.</summary>
    public int Main { get; }

    private bool[] Excluded()
    {
        var excluded = new bool[_page.Elements.Count];
        for (int row = 0; row < excluded.Length; row++)
        {
            int parent = _page.Parent[row];
            // The first rows are html and body, whose class names speak of the whole page.
            excluded[row] = parent >= 0 && (excluded[parent] || (parent > 0 && IsExcluded(row)));
        }

        return excluded;
    }

    private bool IsExcluded(int row) =>
        (_page.Terms[row] & NeverRunning) != 0 && (_page.Terms[row] & (PageTerms.Content | PageTerms.Article)) == 0
        || _page.Elements[row].LocalName is "footer" or "nav" or "aside" or "figcaption" or "form";

    private int Descend()
    {
        if (Running.Length == 0 || Running[0] == 0)
        {
            return 0;
        }

        int main = 0;
        for (int row = 1; row < Running.Length; row++)
        {
            if (Running[row] >= 0.6 * Running[0])
            {
                main = row;
            }
        }

        return main;
    }
}

using AngleSharp.Dom;

namespace Readout.Sources.Pages;

/// <summary>
/// What is measured of each block of a page before it is judged. Columns: 22 page terms of the block's own element, 22 of its ancestors beside the
/// main text, 22 of its near ancestors around the main text, then the numbers that <see cref="Fill"/> writes, in its order.
/// </summary>
internal sealed class BlockFeatures
{
    /// <summary>Number of <see cref="PageTerms"/>.</summary>
    private const int TermCount = 22;
    private const int Neighbours = 3;

    /// <summary>Columns of a row.</summary>
    public const int Count = (3 * TermCount) + 86;

    private readonly PageOutline _page;
    private readonly PageShape _shape;
    private readonly PageContext _context;
    private readonly Dictionary<int, int> _runningByPath = [];
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly int[] _runningBefore;
    private readonly int[] _phrase;
    private readonly int[] _heading;
    private readonly bool[] _hidden;
    private readonly double _running;
    private readonly int _firstRunning;
    private readonly int _lastRunning;

    public BlockFeatures(PageOutline page, PageContext context)
    {
        _page = page;
        _context = context;
        _shape = new PageShape(page);
        _running = Math.Max(1, _shape.Running.Length > 0 ? _shape.Running[0] : 0);
        _runningBefore = new int[page.Blocks.Count];
        _phrase = [.. page.Blocks.Select(b => context.PhraseOf(b.Text))];
        _heading = Headings(page);
        _hidden = page.HiddenRows();
        int before = 0;
        _firstRunning = -1;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            _runningBefore[i] = before;
            before += _shape.BlockRunning[i];
            int path = PathKey(block.Element);
            _runningByPath[path] = _runningByPath.GetValueOrDefault(path) + _shape.BlockRunning[i];
            _copies[block.Text] = _copies.GetValueOrDefault(block.Text) + 1;
            if (_shape.BlockRunning[i] > 0 && IsInside(block.Element, _shape.Main))
            {
                _firstRunning = _firstRunning < 0 ? i : _firstRunning;
                _lastRunning = i;
            }
        }
    }

    /// <summary>Subtree sums of the page.</summary>
    public PageShape Shape => _shape;

    /// <summary>The rows of all blocks, [blocks][<see cref="Count"/>].</summary>
    public float[][] Rows()
    {
        var rows = new float[_page.Blocks.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[Count];
            Fill(i, rows[i]);
        }

        return rows;
    }

    /// <summary>Writes the row of one block. Linear in the depth of the page.</summary>
    /// <param name="index">Number of the block.</param>
    /// <param name="row">[<see cref="Count"/>], cleared by this method.</param>
    public void Fill(int index, Span<float> row)
    {
        row.Clear();
        PageBlock block = _page.Blocks[index];
        var at = new Cursor(row[(3 * TermCount)..]);
        FillTerms(block, row, ref at);
        FillText(index, block, ref at);
        FillPlace(index, block, ref at);
        for (int step = 1; step <= Neighbours; step++)
        {
            FillNeighbour(index - step, block, ref at);
            FillNeighbour(index + step, block, ref at);
        }
    }

    private void FillTerms(PageBlock block, Span<float> row, ref Cursor at)
    {
        PageTerms own = _page.Terms[block.Element];
        PageTerms beside = PageTerms.None;
        PageTerms around = PageTerms.None;
        var tags = default(AncestorTags);
        int steps = 0;
        for (int e = block.Element; e > 1; e = _page.Parent[e], steps++)
        {
            bool isAround = _shape.Running[e] >= 0.6 * _running;
            beside |= isAround || steps == 0 ? PageTerms.None : _page.Terms[e];
            around |= isAround ? _page.Terms[e] : PageTerms.None;
            tags.Add(_page.Elements[e].LocalName, isAround);
        }

        for (int i = 0; i < TermCount; i++)
        {
            var term = (PageTerms)(1 << i);
            row[i] = (own & term) != 0 ? 1 : 0;
            row[TermCount + i] = (beside & term) != 0 ? 1 : 0;
            row[(2 * TermCount) + i] = (around & term) != 0 ? 1 : 0;
        }

        at.Add(tags.Header);
        at.Add(tags.Footer);
        at.Add(tags.Navigation);
        at.Add(tags.Aside);
        at.Add(tags.Figure);
        at.Add(tags.Form);
        at.Add(tags.Table);
        at.Add(tags.List);
        at.Add(tags.Article);
        at.Add(tags.ArticleAround);
        at.Add(tags.Main);
        at.Add(steps);
    }

    private void FillText(int index, PageBlock block, ref Cursor at)
    {
        var text = TextMeasures.Of(block.Text);
        string name = _page.Elements[block.Element].LocalName;
        at.Add(HtmlTagOrdinal(name));
        at.Add(block.Words);
        at.Add(block.Text.Length);
        at.Add(block.LinkShare);
        at.Add((double)block.BoldCharacters / block.Text.Length);
        at.Add(text.EndsSentence);
        at.Add(text.EndsWithColon);
        at.Add(text.Commas);
        at.Add(text.Sentences);
        at.Add(text.DigitShare);
        at.Add(text.CapitalWordShare);
        at.Add(text.UpperShare);
        at.Add(text.HasCopyright);
        at.Add(text.OtherShare);
        at.Add(text.Lines);
        at.Add(_copies[block.Text]);
        at.Add((double)_phrase[index]);
        at.Add((double)_context.PhraseWithin(block.Text));
        at.Add(index > 0 ? (double)_phrase[index - 1] : 0);
        at.Add(index + 1 < _phrase.Length ? (double)_phrase[index + 1] : 0);
        at.Add(_heading[index] < 0 ? 0 : (double)_phrase[_heading[index]]);
        at.Add(_heading[index] < 0 ? -1 : Math.Min(index - _heading[index], 50));
        at.Add(_hidden[block.Element]);
        at.Add(_context.IsTitle(block.Text));
        at.Add(_context.IsInDescription(block.Text));
        at.Add(_context.ArticleBodyHolds(block.Text));
    }

    private void FillPlace(int index, PageBlock block, ref Cursor at)
    {
        int e = block.Element;
        int outside = 0;
        int common = e;
        while (common > 0 && !IsInside(_shape.Main, common))
        {
            common = _page.Parent[common];
            outside++;
        }

        bool isInside = IsInside(e, _shape.Main);
        at.Add(isInside);
        at.Add(isInside ? 0 : Depth(_shape.Main) - Depth(common));
        at.Add(outside);
        at.Add((double)_runningBefore[index] / _running);
        at.Add(_firstRunning < 0 ? 0 : Math.Clamp(index - _firstRunning, -50, 50));
        at.Add(_firstRunning < 0 ? 0 : Math.Clamp(_lastRunning - index, -50, 50));
        at.Add((double)index / _page.Blocks.Count);
        at.Add((double)_shape.BlockRunning[index] / _running);
        at.Add(_runningByPath[PathKey(e)] / _running);
        at.Add(_running);
        at.Add(_context.TitleBlock < 0 ? -999 : Math.Clamp(index - _context.TitleBlock, -50, 50));
        for (int step = 0; step < 4; step++)
        {
            int chars = Math.Max(1, _shape.Characters[e]);
            at.Add(_shape.Running[e] / _running);
            at.Add((double)_shape.LinkCharacters[e] / chars);
            at.Add(step is 1 or 2 ? (double)_shape.Running[e] * 6 / chars : _shape.BlockCount[e]);
            e = Math.Max(0, _page.Parent[e]);
        }

        at.Add(_page.Images[block.Element] + (_page.Parent[block.Element] >= 0 ? _page.Images[_page.Parent[block.Element]] : 0));
    }

    private void FillNeighbour(int index, PageBlock block, ref Cursor at)
    {
        if (index < 0 || index >= _page.Blocks.Count)
        {
            at.Add(-1);
            at.Add(-1);
            at.Add(-1);
            return;
        }

        PageBlock other = _page.Blocks[index];
        at.Add(other.Words);
        at.Add(other.LinkShare);
        at.Add((_page.Elements[other.Element].LocalName == _page.Elements[block.Element].LocalName ? 1 : 0) + (_page.Parent[other.Element] == _page.Parent[block.Element] ? 2 : 0));
    }

    // The last heading before each block; -1 for none.
    private static int[] Headings(PageOutline page)
    {
        var headings = new int[page.Blocks.Count];
        int last = -1;
        for (int i = 0; i < headings.Length; i++)
        {
            headings[i] = last;
            last = page.Elements[page.Blocks[i].Element].LocalName is ['h', >= '1' and <= '6'] ? i : last;
        }

        return headings;
    }

    private bool IsInside(int row, int ancestor) => row >= ancestor && row < _page.End[ancestor];

    private int Depth(int row)
    {
        int depth = 0;
        for (; row > 0; row = _page.Parent[row])
        {
            depth++;
        }

        return depth;
    }

    private int PathKey(int row)
    {
        uint key = 2166136261;
        for (int step = 0; step < 3 && row >= 0; step++, row = _page.Parent[row])
        {
            IElement element = _page.Elements[row];
            key = Hash(key, element.LocalName);
            key = Hash(key, element.ClassName ?? "");
        }

        return (int)key;
    }

    private static uint Hash(uint key, string text)
    {
        foreach (char c in text)
        {
            key = (key ^ c) * 16777619;
        }

        return (key ^ '/') * 16777619;
    }

    private static int HtmlTagOrdinal(string name) => name switch
    {
        "p" => 0,
        "blockquote" => 1,
        "pre" => 2,
        "div" => 3,
        "section" or "article" or "main" or "center" => 4,
        "li" => 5,
        "dd" or "dt" => 6,
        "h2" or "h3" => 7,
        "h4" or "h5" or "h6" => 8,
        "h1" => 9,
        "td" or "th" => 10,
        "figcaption" or "caption" or "figure" => 11,
        _ => 12,
    };

    private ref struct Cursor(Span<float> row)
    {
        private readonly Span<float> _row = row;
        private int _next;

        public void Add(double value) => _row[_next++] = (float)value;

        public void Add(bool value) => _row[_next++] = value ? 1 : 0;
    }
}

using Readout.Text;

namespace Readout.Quotations;

/// <summary>Pairs the marks of one text, a paragraph at a time. Each mark is pushed and popped at most once, and the stack is short: linear.</summary>
internal sealed class MarkPairing(string text)
{
    // Deeper nesting than this is no quotation but noise; further opening marks end what is open.
    private const int DeepestNesting = 6;

    private readonly List<Quotation> _found = [];
    private readonly List<Open> _open = [];
    private readonly MarkLookAhead _ahead = new();
    private int _carried = -1;

    private readonly record struct Open(QuotationMark Mark, int Previous);

    /// <summary>Pairs the marks of the next paragraph.</summary>
    public void Pair(TextSpan paragraph, List<QuotationMark> marks)
    {
        int carried = _carried;
        _ahead.Read(marks);
        bool isFirst = true;
        for (int i = 0; i < marks.Count; i++)
        {
            QuotationMark mark = marks[i];
            if (mark.Shape.IsSingle)
            {
                PairSingle(mark, i);
                continue;
            }

            if (IsOpening(mark))
            {
                OpenDouble(mark, i, isFirst && IsParagraphStart(paragraph, mark) ? carried : -1);
            }
            else if (!CloseDouble(mark) && isFirst && carried >= 0)
            {
                // The paragraph closes what the one before left open: it was quoted from its start.
                _open.Clear();
                Add(new TextSpan(paragraph.Start, mark.End), new TextSpan(paragraph.Start, mark.Start), carried, QuotationEnding.Closed);
            }

            isFirst = false;
        }

        _carried = EndUnclosed(paragraph.End);
    }

    /// <summary>All quotations, sorted, with their parents.</summary>
    public Quotation[] Finish()
    {
        int[] order = [.. Enumerable.Range(0, _found.Count)];
        Array.Sort(order, (a, b) => _found[a].Outer.CompareTo(_found[b].Outer));
        var rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        var sorted = new Quotation[order.Length];
        int parent = -1;
        for (int i = 0; i < sorted.Length; i++)
        {
            Quotation quotation = _found[order[i]];
            while (parent >= 0 && !sorted[parent].Outer.Contains(quotation.Outer))
            {
                parent = sorted[parent].Parent;
            }

            int previous = quotation.Previous < 0 ? -1 : rank[quotation.Previous];
            sorted[i] = quotation with { Parent = parent, Previous = previous };
            if (previous >= 0)
            {
                sorted[previous] = sorted[previous] with { Ending = QuotationEnding.Continued };
            }

            parent = i;
        }

        return sorted;
    }

    private bool IsOpening(QuotationMark mark)
    {
        if (mark.ClosesHere)
        {
            return false;
        }

        // Where the neighbours say nothing, or a closing shape has a blank before it ("the plan ”"), what is open decides.
        bool isPlain = mark.Shape.Side == MarkSide.Open || (mark.OpensHere && mark.Shape.Side == MarkSide.Both);
        return isPlain || OpenDoubles() == 0;
    }

    private void OpenDouble(QuotationMark mark, int index, int previous)
    {
        // A mark of the same level inside an open quotation nests only where enough closing marks follow for both.
        int depth = OpenDoubles();
        if (depth > 0 && (_ahead.Surplus(index + 1) < depth + 1 || depth >= DeepestNesting))
        {
            EndUnclosed(mark.Start);
        }

        _open.Add(new Open(mark, previous));
    }

    private bool CloseDouble(QuotationMark mark)
    {
        int at = _open.FindLastIndex(open => !open.Mark.Shape.IsSingle);
        if (at >= 0)
        {
            CloseAt(at, mark);
        }

        return at >= 0;
    }

    private void PairSingle(QuotationMark mark, int index)
    {
        bool isOpen = _open.Count > 0 && _open[^1].Mark.Shape.IsSingle;
        if (mark.OpensHere && mark.Shape.Side != MarkSide.Close)
        {
            // Elisions ('90s, 'em) open no quotation: one needs a closing mark further on.
            bool isElision = mark.End < text.Length && char.IsDigit(text[mark.End]);
            if (!isOpen && !isElision && _open.Count < DeepestNesting && _ahead.HasSingleClose(index + 1))
            {
                _open.Add(new Open(mark, -1));
            }
        }
        else if (isOpen && mark.ClosesHere && !(mark.IsWeak && _ahead.HasStrongClose(index + 1)))
        {
            CloseAt(_open.Count - 1, mark);
        }
    }

    private void CloseAt(int at, QuotationMark mark)
    {
        Open open = _open[at];
        _open.RemoveRange(at, _open.Count - at);
        Add(new TextSpan(open.Mark.Start, mark.End), new TextSpan(open.Mark.End, mark.Start), open.Previous, QuotationEnding.Closed);
    }

    // Ends what is open before `end`; returns the index of the outermost double quotation that this gives, -1 where there is none.
    private int EndUnclosed(int end)
    {
        int outermost = -1;
        foreach (Open open in _open)
        {
            if (!open.Mark.Shape.IsSingle
                && Add(new TextSpan(open.Mark.Start, end), new TextSpan(open.Mark.End, end), open.Previous, QuotationEnding.Unclosed)
                && outermost < 0)
            {
                outermost = _found.Count - 1;
            }
        }

        _open.Clear();
        return outermost;
    }

    private bool IsParagraphStart(TextSpan paragraph, QuotationMark mark) =>
        text.AsSpan(paragraph.Start, mark.Start - paragraph.Start).IsWhiteSpace();

    private int OpenDoubles()
    {
        int count = 0;
        foreach (Open open in _open)
        {
            count += open.Mark.Shape.IsSingle ? 0 : 1;
        }

        return count;
    }

    private bool Add(TextSpan outer, TextSpan inner, int previous, QuotationEnding ending)
    {
        ReadOnlySpan<char> quoted = inner.In(text);
        int start = inner.Start + (quoted.Length - quoted.TrimStart().Length);
        int end = inner.End - (quoted.Length - quoted.TrimEnd().Length);
        if (start >= end)
        {
            return false;
        }

        int outerEnd = ending == QuotationEnding.Closed ? outer.End : end;
        _found.Add(new Quotation(new TextSpan(outer.Start, outerEnd), new TextSpan(start, end), -1, previous, ending));
        return true;
    }
}

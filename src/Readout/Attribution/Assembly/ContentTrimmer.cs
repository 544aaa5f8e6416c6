using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>Brings the edges of content in line with quotation marks and punctuation. Immutable within one text.</summary>
internal sealed class ContentTrimmer(ParsedText parse, QuotedRows quoted)
{
    private readonly TokenTable _tokens = parse.Tokens;

    // Model edges within so many rows of a mark mean the mark.
    private const int Snap = 3;

    /// <summary>
    /// Splits rows where they leave a quotation that they fill, moves edges that just miss a mark onto it, and leaves out the marks
    /// around what is wholly quoted; <paramref name="isFree"/> tells whether a row may be added.
    /// </summary>
    public void Align((int First, int End) rows, Predicate<int> isFree, List<(int First, int End)> into)
    {
        int first = rows.First, end = rows.End;
        int colon = ColonBeforeMark(first, end);
        if (colon >= 0)
        {
            // "that not all windows are closed: “I maintain ...”" is two contents; "him on this aspect: “We ...”" is one, and no clause before it.
            if (HasVerb(first, colon))
            {
                Align((first, colon), isFree, into);
            }

            first = colon + 1;
        }

        while (first < end)
        {
            int quotation = quoted.Of(first);
            if (quotation < 0 || quoted.Of(end - 1) == quotation)
            {
                Add(first, end, isFree, into);
                return;
            }

            // Quoted from the start, and goes on behind: two quotations in a row are two spans, a mixed clause is one.
            int stop = first;
            while (stop < end && quoted.Of(stop) == quotation)
            {
                stop++;
            }

            if (quoted.Of(stop) < 0 || quoted.Inner(quotation).First < first)
            {
                Add(first, end, isFree, into);
                return;
            }

            Add(first, stop, isFree, into);
            first = stop;
        }
    }

    /// <summary>The text of content rows: without closing punctuation outside marks, without white space.</summary>
    public TextSpan Text((int First, int End) rows)
    {
        int first = rows.First, end = rows.End;
        while (end - first > 1 && quoted.Of(end - 1) < 0 && IsLoose(end - 1))
        {
            end--;
        }

        while (end - first > 1 && quoted.Of(first) < 0 && IsLoose(first))
        {
            first++;
        }

        TextSpan span = _tokens.Span(first, end);
        int quotation = quoted.Of(first);
        if (quotation < 0 || quoted.Of(end - 1) != quotation)
        {
            return span;
        }

        // Wholly quoted: never beyond the marks, whatever the tokens are.
        TextSpan inner = quoted.Quotations[quotation].Inner;
        int start = Math.Clamp(span.Start, inner.Start, inner.End), stop = Math.Clamp(span.End, start, inner.End);
        return stop > start ? new TextSpan(start, stop) : inner;
    }

    private void Add(int first, int end, Predicate<int> isFree, List<(int First, int End)> into)
    {
        (first, end) = (Start(first, end, isFree), End(first, end, isFree));
        if (end > first)
        {
            into.Add((first, end));
        }
    }

    private int Start(int first, int end, Predicate<int> isFree)
    {
        int quotation = quoted.Of(first);
        if (quotation < 0)
        {
            return first;
        }

        (int innerFirst, int innerEnd) = quoted.Inner(quotation);
        bool isWhole = quoted.Of(end - 1) == quotation;
        if (first < innerFirst)
        {
            return isWhole ? innerFirst : first;
        }

        int start = first;
        int edge = isWhole ? innerFirst : FirstRow(quotation);
        while (start > edge && first - start < Snap && isFree(start - 1))
        {
            start--;
        }

        return start <= innerFirst || innerEnd <= first ? start : first;
    }

    private int End(int first, int end, Predicate<int> isFree)
    {
        int quotation = quoted.Of(end - 1);
        if (quotation < 0)
        {
            return end;
        }

        int innerEnd = quoted.Inner(quotation).End;
        bool isWhole = quoted.Of(first) == quotation;
        if (end > innerEnd)
        {
            return isWhole ? Math.Max(first + 1, innerEnd) : end;
        }

        int stop = end;
        while (stop < innerEnd && stop - end < Snap && isFree(stop))
        {
            stop++;
        }

        if (stop < innerEnd)
        {
            return end;
        }

        // A mixed clause keeps its inner closing mark.
        return !isWhole && stop < _tokens.Count && quoted.Of(stop) == quotation ? stop + 1 : stop;
    }

    // A colon outside marks with a quotation right behind it, which goes on to the end of the range.
    private int ColonBeforeMark(int first, int end)
    {
        for (int row = end - 2; row > first; row--)
        {
            if (quoted.Of(row) < 0)
            {
                return _tokens.Form(row) is ":" && quoted.Of(row + 1) >= 0 && quoted.Of(row + 1) == quoted.Of(end - 1) ? row : -1;
            }
        }

        return -1;
    }

    private bool HasVerb(int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (parse.Upos[row] is UposTag.Verb or UposTag.Aux)
            {
                return true;
            }
        }

        return false;
    }

    private int FirstRow(int quotation)
    {
        int row = quoted.Inner(quotation).First;
        return row > 0 && quoted.Of(row - 1) == quotation ? row - 1 : row;
    }

    private bool IsLoose(int row)
    {
        ReadOnlySpan<char> form = _tokens.Form(row);
        return form.Length == 1 && form[0] is '.' or ',' or ':' or ';' or '–' or '—' or '-' or '|';
    }
}

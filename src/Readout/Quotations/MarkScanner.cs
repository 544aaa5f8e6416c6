using System.Buffers;
using Readout.Text;

namespace Readout.Quotations;

/// <summary>Finds the quotation marks of a paragraph and tells apostrophes from them. Immutable, thread-safe.</summary>
internal sealed class MarkScanner
{
    // Further than this a mark does not look past other marks for its neighbours: nobody nests deeper.
    private const int NeighbourReach = 4;

    private readonly Dictionary<char, MarkShape[]> _shapes;
    private readonly SearchValues<char> _first;

    public MarkScanner(string path)
    {
        var shapes = new Dictionary<char, List<MarkShape>>();
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            var shape = new MarkShape(cells[0], cells[1] == "single", cells[2] switch
            {
                "open" => MarkSide.Open,
                "close" => MarkSide.Close,
                "both" => MarkSide.Both,
                _ => throw new InvalidDataException($"{path}: side of {cells[0]}: expected open, close or both, found {cells[2]}"),
            });
            if (!shapes.TryGetValue(shape.Text[0], out List<MarkShape>? list))
            {
                shapes.Add(shape.Text[0], list = []);
            }

            list.Add(shape);
        }

        _shapes = shapes.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _first = SearchValues.Create([.. shapes.Keys]);
    }

    /// <summary>Appends the marks of <paramref name="paragraph"/> in text order; apostrophes inside words are left out.</summary>
    public void Scan(string text, TextSpan paragraph, List<QuotationMark> marks)
    {
        int at = paragraph.Start;
        while (at < paragraph.End)
        {
            int next = text.AsSpan(at, paragraph.End - at).IndexOfAny(_first);
            if (next < 0)
            {
                return;
            }

            at += next;
            MarkShape? shape = ShapeAt(text, at, paragraph.End);
            if (shape is null)
            {
                at++;
                continue;
            }

            if (!shape.IsSingle || !IsInWord(text, at, shape, paragraph))
            {
                marks.Add(Read(text, new TextSpan(at, at + shape.Text.Length), shape, paragraph));
            }

            at += shape.Text.Length;
        }
    }

    private MarkShape? ShapeAt(string text, int at, int end)
    {
        if (_shapes.TryGetValue(text[at], out MarkShape[]? shapes))
        {
            foreach (MarkShape shape in shapes)
            {
                if (at + shape.Text.Length <= end && text.AsSpan(at).StartsWith(shape.Text, StringComparison.Ordinal))
                {
                    return shape;
                }
            }
        }

        return null;
    }

    private static bool IsInWord(string text, int at, MarkShape shape, TextSpan paragraph) =>
        at > paragraph.Start && at + shape.Text.Length < paragraph.End
        && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + shape.Text.Length]);

    private QuotationMark Read(string text, TextSpan span, MarkShape shape, TextSpan paragraph)
    {
        char before = Neighbour(text, span.Start - 1, -1, paragraph);
        char after = Neighbour(text, span.End, 1, paragraph);
        bool opens = BeginsAfter(before) && !EndsBefore(after);
        bool closes = !BeginsAfter(before) && EndsBefore(after);
        bool weak = shape.IsSingle && closes && before is 's' or 'S' or 'z' or 'x'
            && span.End < paragraph.End && text[span.End] == ' ';
        return new QuotationMark(span.Start, span.End, shape, opens, closes, weak);
    }

    // The nearest character that is no mark itself; a blank outside the paragraph.
    private char Neighbour(string text, int at, int step, TextSpan paragraph)
    {
        for (int reach = 0; reach < NeighbourReach && paragraph.Contains(at) && _first.Contains(text[at]); reach++)
        {
            at += step;
        }

        return paragraph.Contains(at) ? text[at] : ' ';
    }

    private static bool BeginsAfter(char before) =>
        char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '–' or '—' or '―' or '/' or ':' or '\u200B' or '\uFEFF';

    private static bool EndsBefore(char after) =>
        char.IsWhiteSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '-' or '–' or '—' or '―' or '…' or '/';
}

using System.Globalization;
using Readout.Records;
using Readout.Text;

namespace Readout.Store.Corrections;

/// <summary>The value of a correction of words: <c>120-164</c>, or <c>120-140,150-164</c> where something stands between.</summary>
public static class CorrectionSpans
{
    private const int MostSpans = 8;

    /// <summary>The spans in order, in code points; null where the value is none: reversed, overlapping, or of more than eight parts.</summary>
    public static IReadOnlyList<(int Start, int End)>? Parse(string? value)
    {
        var spans = new List<(int Start, int End)>();
        foreach (string part in (value ?? "").Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length != 2 || Number(ends[0]) is not { } start || Number(ends[1]) is not { } end || start >= end || spans.Count == MostSpans || (spans.Count > 0 && start < spans[^1].End))
            {
                return null;
            }

            spans.Add((start, end));
        }

        return spans;
    }

    /// <summary>The span with its text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It reaches beyond the text.</exception>
    public static SpanRecord Of(string text, (int Start, int End) span)
    {
        var map = new CodePointMap(text);
        (int start, int end) = (map.ToUtf16(span.Start), map.ToUtf16(span.End));
        return new SpanRecord(span.Start, span.End, text[start..end]);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

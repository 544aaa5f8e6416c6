using Readout.Text;

namespace Readout.Evaluation;

/// <summary>
/// Compares spans by the letters and digits that they cover, so that quotation marks, closing punctuation and blanks at the edges, on which
/// annotation schemes differ, do not count. Immutable.
/// </summary>
internal sealed class LetterMap
{
    private readonly int[] _before;

    public LetterMap(string text)
    {
        _before = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
        {
            _before[i + 1] = _before[i] + (char.IsLetterOrDigit(text[i]) ? 1 : 0);
        }
    }

    /// <summary>Ranges of letters that the spans cover, merged, in text order; spans without a letter are left out.</summary>
    public List<(int Start, int End)> Letters(IEnumerable<TextSpan> spans)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (TextSpan span in spans.Order())
        {
            (int start, int end) = (_before[span.Start], _before[span.End]);
            if (end <= start)
            {
                continue;
            }

            if (ranges.Count > 0 && start <= ranges[^1].End)
            {
                ranges[^1] = (ranges[^1].Start, Math.Max(end, ranges[^1].End));
            }
            else
            {
                ranges.Add((start, end));
            }
        }

        return ranges;
    }

    /// <summary>Letters that both cover.</summary>
    public static int Common(List<(int Start, int End)> left, List<(int Start, int End)> right) =>
        left.Sum(a => right.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
}

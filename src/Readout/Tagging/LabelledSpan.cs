namespace Readout.Tagging;

/// <summary>A run of rows with a type, read from BIO labels.</summary>
/// <param name="Type">What follows <c>B-</c>.</param>
/// <param name="Start">First row.</param>
/// <param name="End">Row after the last.</param>
public readonly record struct LabelledSpan(string Type, int Start, int End)
{
    /// <summary>The spans of a sequence of label numbers in text order; an <c>I-</c> without its <c>B-</c> opens a span too.</summary>
    public static IReadOnlyList<LabelledSpan> Read(TagScheme scheme, ReadOnlySpan<int> labels)
    {
        var spans = new List<LabelledSpan>();
        for (int row = 0; row < labels.Length; row++)
        {
            string label = labels[row] < 0 ? "O" : scheme.Labels[labels[row]];
            if (label.Length < 3)
            {
                continue;
            }

            string type = label[2..];
            bool continues = label[0] == 'I' && spans.Count > 0 && spans[^1].End == row && spans[^1].Type == type;
            if (continues)
            {
                spans[^1] = spans[^1] with { End = row + 1 };
            }
            else
            {
                spans.Add(new LabelledSpan(type, row, row + 1));
            }
        }

        return spans;
    }
}

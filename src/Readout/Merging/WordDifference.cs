using Readout.Text;

namespace Readout.Merging;

/// <summary>Which words of a wording another wording has, in order: the word-level difference that is shown side by side.</summary>
public static class WordDifference
{
    // The exact comparison takes time and space quadratic in the words; longer texts are compared by runs of four words.
    private const int MostWords = 600;

    /// <summary>
    /// <paramref name="text"/> cut into parts, in order and without a gap, each marked whether its words stand in <paramref name="other"/> in the same order.
    /// Case, marks and quotation styles do not count.
    /// </summary>
    public static IReadOnlyList<DifferencePart> Of(string text, string other)
    {
        WordSequence words = WordSequence.Of(text);
        WordSequence others = WordSequence.Of(other);
        bool[] common = words.Count <= MostWords && others.Count <= MostWords ? Exact(words.Hashes, others.Hashes) : ByRuns(others, words);
        return Parts(words, common);
    }

    private static bool[] Exact(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        // lengths[i, j]: words in common of left from i and right from j.
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var common = new bool[left.Length];
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                common[i++] = true;
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    private static bool[] ByRuns(WordSequence earlier, WordSequence later)
    {
        var common = new bool[later.Count];
        foreach (AlignedRun run in ReportAlignment.Align(earlier, later).Runs)
        {
            common.AsSpan(run.Later, run.Length).Fill(true);
        }

        return common;
    }

    // What stands between two words of one mark goes with them, else with the earlier.
    private static List<DifferencePart> Parts(WordSequence words, bool[] common)
    {
        var parts = new List<DifferencePart>();
        int start = 0;
        for (int word = 0; word < common.Length; word++)
        {
            bool isLast = word + 1 == common.Length;
            if (isLast || common[word] != common[word + 1])
            {
                int end = isLast ? words.Text.Length : words.Span(word + 1).Start;
                parts.Add(new DifferencePart(new TextSpan(start, end).In(words.Text).ToString(), common[word]));
                start = end;
            }
        }

        return parts.Count > 0 || words.Text.Length == 0 ? parts : [new DifferencePart(words.Text, IsCommon: false)];
    }
}

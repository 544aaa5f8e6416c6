using System.Text;

namespace Readout.Sources.Evidence;

/// <summary>How two versions of a report differ: paragraphs that went and came, and quotations whose words changed.</summary>
public sealed record VersionComparison
{
    // Beyond this many pairs of paragraphs the table of the comparison would be larger than the report is worth.
    private const long MostCells = 4_000_000;
    private const double SameQuotation = 0.5;

    /// <summary>Paragraphs of the earlier version that the later one lacks, in order.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Paragraphs of the later version that the earlier one lacks, in order.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Quotations that stand in both versions in other words.</summary>
    public required IReadOnlyList<ChangedQuotation> ChangedQuotations { get; init; }

    /// <summary>Whether both versions read the same.</summary>
    public bool IsSame => Removed.Count == 0 && Added.Count == 0;

    /// <summary>Compares two texts by paragraphs (longest common subsequence) and the quotations of those that differ.</summary>
    public static VersionComparison Compare(string earlier, string later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        List<string> old = Paragraphs(earlier);
        List<string> young = Paragraphs(later);
        (List<string> removed, List<string> added) = Differences(old, young);
        List<string> oldQuotes = [.. removed.SelectMany(Quotations).Except(young.SelectMany(Quotations), StringComparer.Ordinal)];
        List<string> youngQuotes = [.. added.SelectMany(Quotations).Except(old.SelectMany(Quotations), StringComparer.Ordinal)];
        return new VersionComparison { Removed = removed, Added = added, ChangedQuotations = Pair(oldQuotes, youngQuotes) };
    }

    private static List<string> Paragraphs(string text) =>
        [.. text.Split('\n').Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0)];

    private static (List<string> Removed, List<string> Added) Differences(List<string> old, List<string> young)
    {
        int start = 0;
        while (start < old.Count && start < young.Count && old[start] == young[start])
        {
            start++;
        }

        int tail = 0;
        while (tail < old.Count - start && tail < young.Count - start && old[^(tail + 1)] == young[^(tail + 1)])
        {
            tail++;
        }

        List<string> left = old[start..(old.Count - tail)];
        List<string> right = young[start..(young.Count - tail)];
        if ((long)left.Count * right.Count > MostCells)
        {
            return ([.. left.Except(right)], [.. right.Except(left)]);
        }

        return Align(left, right);
    }

    private static (List<string> Removed, List<string> Added) Align(List<string> left, List<string> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (int i = left.Count - 1; i >= 0; i--)
        {
            for (int j = right.Count - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var removed = new List<string>();
        var added = new List<string>();
        int a = 0, b = 0;
        while (a < left.Count || b < right.Count)
        {
            if (a < left.Count && b < right.Count && left[a] == right[b])
            {
                a++;
                b++;
            }
            else if (b == right.Count || (a < left.Count && common[a + 1, b] >= common[a, b + 1]))
            {
                removed.Add(left[a++]);
            }
            else
            {
                added.Add(right[b++]);
            }
        }

        return (removed, added);
    }

    // Quotations of at least three words between double marks of any shape; a mark that never closes opens none.
    private static IEnumerable<string> Quotations(string paragraph)
    {
        int open = -1;
        for (int i = 0; i < paragraph.Length; i++)
        {
            if (paragraph[i] is not ('"' or '“' or '”' or '„' or '«' or '»'))
            {
                continue;
            }

            if (open < 0)
            {
                open = i + 1;
                continue;
            }

            string quotation = paragraph[open..i].Trim(' ', ',', '.');
            if (quotation.Count(c => c == ' ') >= 2)
            {
                yield return quotation;
            }

            open = -1;
        }
    }

    private static List<ChangedQuotation> Pair(List<string> old, List<string> young)
    {
        var pairs = new List<ChangedQuotation>();
        foreach (string before in old.Take(500))
        {
            string? after = young.Take(500).MaxBy(q => Likeness(before, q));
            if (after is not null && Likeness(before, after) >= SameQuotation)
            {
                pairs.Add(new ChangedQuotation(before, after));
                young.Remove(after);
            }
        }

        return pairs;
    }

    private static double Likeness(string left, string right)
    {
        HashSet<string> a = Words(left);
        HashSet<string> b = Words(right);
        return 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (char c in text + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}

using Readout.Learning;

namespace Readout.Parsing;

/// <summary>
/// Turns arc scores into a tree with one root: the best head of each word where that is a tree, else the maximum spanning tree
/// (Chu and Liu 1965, Edmonds 1967), with a penalty on root arcs if it has several roots. Not thread-safe.
/// </summary>
internal sealed class TreeDecoder
{
    /// <summary>Larger than any sum of scores, so that the best tree has as few root arcs as can be.</summary>
    private const double RootPenalty = 1e6;

    private readonly SpanningTree _tree = new();
    private int[] _marks = [];

    /// <summary>How many sentences needed the spanning tree.</summary>
    public long Repaired { get; private set; }

    /// <param name="scores">[count, stride]: row i holds the scores of word i's heads, column 0 the root, column j word j - 1; a word's own column is overwritten.</param>
    /// <param name="stride">Columns of a row, at least count + 1.</param>
    /// <param name="heads">Receives per word its head, 0 the root, j word j - 1.</param>
    public void Decode(Span<float> scores, int stride, Span<int> heads)
    {
        int count = heads.Length;
        int roots = 0;
        for (int i = 0; i < count; i++)
        {
            Span<float> row = scores.Slice(i * stride, count + 1);
            row[i + 1] = float.NegativeInfinity;
            heads[i] = Elementwise.IndexOfMaximum(row);
            roots += heads[i] == 0 ? 1 : 0;
        }

        if (roots == 1 && IsAcyclic(heads))
        {
            return;
        }

        Repaired++;
        _tree.Find(scores, stride, 0, heads);
        if (heads.Count(0) != 1)
        {
            _tree.Find(scores, stride, RootPenalty, heads);
        }
    }

    /// <summary>Whether every word reaches the root; each word is visited twice at most.</summary>
    private bool IsAcyclic(ReadOnlySpan<int> heads)
    {
        if (_marks.Length <= heads.Length)
        {
            _marks = new int[heads.Length * 2];
        }

        Span<int> marks = _marks.AsSpan(0, heads.Length + 1);
        marks.Clear();
        for (int i = 1; i <= heads.Length; i++)
        {
            int at = i;
            while (at != 0 && marks[at] == 0)
            {
                marks[at] = i;
                at = heads[at - 1];
            }

            if (at != 0 && marks[at] == i)
            {
                return false;
            }
        }

        return true;
    }
}

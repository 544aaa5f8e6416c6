namespace Readout.Learning;

/// <summary>
/// Sum of small regression trees over whole numbers, one logit in thousandths (Friedman 2001). Every tree is complete: a node that does not divide
/// sends all to its left. Integers only, the same on every machine. Immutable, thread-safe.
/// </summary>
internal sealed class BoostedTrees
{
    /// <summary>Questions from root to leaf.</summary>
    public const int Depth = 3;

    /// <summary>Inner nodes of a tree.</summary>
    public const int Nodes = (1 << Depth) - 1;

    /// <summary>Leaves of a tree.</summary>
    public const int Leaves = 1 << Depth;

    private readonly int[] _measures;
    private readonly int[] _cuts;
    private readonly int[] _leaves;

    /// <summary>Trees of given questions and leaves.</summary>
    /// <param name="measures">[trees][Nodes] measure that a node asks for; children of node n are 2n + 1 and 2n + 2.</param>
    /// <param name="cuts">[trees][Nodes] greatest value that goes left.</param>
    /// <param name="leaves">[trees][Leaves] in thousandths of a natural logit.</param>
    /// <exception cref="InvalidDataException">The sizes do not fit one another.</exception>
    public BoostedTrees(int[] measures, int[] cuts, int[] leaves)
    {
        if (measures.Length % Nodes != 0 || cuts.Length != measures.Length || leaves.Length / Leaves * Nodes != measures.Length || Array.Exists(measures, measure => measure < 0))
        {
            throw new InvalidDataException($"expected trees of {Nodes} nodes and {Leaves} leaves, found {measures.Length} nodes, {cuts.Length} cuts, {leaves.Length} leaves");
        }

        (_measures, _cuts, _leaves) = (measures, cuts, leaves);
    }

    /// <summary>Nothing learned: every sum is 0.</summary>
    public static BoostedTrees Empty { get; } = new([], [], []);

    /// <summary>Measures that the nodes ask for.</summary>
    public ReadOnlySpan<int> Measures => _measures;

    /// <summary>Greatest values that go left.</summary>
    public ReadOnlySpan<int> Cuts => _cuts;

    /// <summary>Leaves in thousandths.</summary>
    public ReadOnlySpan<int> Values => _leaves;

    /// <summary>Sum of the leaves that the measures come to.</summary>
    public int Score(ReadOnlySpan<int> measures)
    {
        int sum = 0;
        for (int tree = 0; tree * Nodes < _measures.Length; tree++)
        {
            int node = 0;
            while (node < Nodes)
            {
                int at = (tree * Nodes) + node;
                node = (2 * node) + (measures[_measures[at]] <= _cuts[at] ? 1 : 2);
            }

            sum += _leaves[(tree * Leaves) + node - Nodes];
        }

        return sum;
    }
}

using System.Globalization;
using System.Text;

namespace Readout.Sources.Pages;

/// <summary>
/// Boosted regression trees (Friedman 2001, Greedy Function Approximation) over rows of floats, with integer leaves so that the sum is the same on
/// every machine. Immutable, thread-safe.
/// <code>
/// node      0    1    2   ...        feature &lt; 0: a leaf, value is its score
/// feature   17   -1   3
/// threshold 8.5       0.5            row[feature] &lt;= threshold goes left
/// left      1         3              right is left + 1
/// </code>
/// </summary>
internal sealed class TreeEnsemble
{
    /// <summary>Units of one logit.</summary>
    public const int Scale = 10_000;

    private readonly int[] _roots;
    private readonly Node[] _nodes;

    public TreeEnsemble(int bias, int[] roots, int[] feature, float[] threshold, int[] left)
    {
        Bias = bias;
        _roots = roots;
        _nodes = [.. feature.Select((f, i) => new Node(f, threshold[i], left[i]))];
    }

    // One node a cache line's part: a walk touches each node once.
    private readonly record struct Node(int Feature, float Threshold, int Left);

    /// <summary>Score before any tree, in 1/<see cref="Scale"/> logits.</summary>
    public int Bias { get; }

    /// <summary>Log odds of a row in 1/<see cref="Scale"/>.</summary>
    public int Score(ReadOnlySpan<float> row)
    {
        int score = Bias;
        foreach (int root in _roots)
        {
            ref readonly Node node = ref _nodes[root];
            while (node.Feature >= 0)
            {
                node = ref _nodes[node.Left + (row[node.Feature] <= node.Threshold ? 0 : 1)];
            }

            score += node.Left;
        }

        return score;
    }

    /// <summary>Writes the trees: a line of counts, the roots, then a line a node.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"trees\t{_roots.Length}\t{_nodes.Length}\t{Bias}\n"));
        writer.Write(string.Join('\t', _roots.Select(r => r.ToString(CultureInfo.InvariantCulture))) + "\n");
        var line = new StringBuilder();
        foreach (Node node in _nodes)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"{node.Feature}\t{node.Left}");
            writer.Write((node.Feature < 0 ? line : line.Append(CultureInfo.InvariantCulture, $"\t{node.Threshold:R}")) + "\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Lines of the model file.</param>
    /// <param name="features">Columns of the rows to be scored.</param>
    /// <exception cref="InvalidDataException">The file is cut short or names a node or column that does not exist.</exception>
    public static TreeEnsemble Read(ModelLines reader, int features)
    {
        string[] head = reader.Cells("trees", 4);
        int trees = reader.Number(head[1], 0, 100_000);
        int nodes = reader.Number(head[2], trees, 10_000_000);
        int bias = reader.Number(head[3], int.MinValue, int.MaxValue);
        int[] roots = [.. reader.Cells(null, trees).Select(c => reader.Number(c, 0, nodes - 1))];
        var feature = new int[nodes];
        var threshold = new float[nodes];
        var left = new int[nodes];
        for (int i = 0; i < nodes; i++)
        {
            string[] cells = reader.Cells(null, 2);
            feature[i] = reader.Number(cells[0], -1, features - 1);

            // A child always stands after its parent, so that no walk can go in circles.
            left[i] = feature[i] < 0 ? reader.Number(cells[1], int.MinValue, int.MaxValue) : reader.Number(cells[1], i + 1, nodes - 2);
            threshold[i] = feature[i] < 0 ? 0 : reader.Real(cells.Length > 2 ? cells[2] : "");
        }

        return new TreeEnsemble(bias, roots, feature, threshold, left);
    }
}

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
    private readonly int[] _feature;
    private readonly float[] _threshold;
    private readonly int[] _left;

    public TreeEnsemble(int bias, int[] roots, int[] feature, float[] threshold, int[] left)
    {
        Bias = bias;
        _roots = roots;
        _feature = feature;
        _threshold = threshold;
        _left = left;
    }

    /// <summary>Score before any tree, in 1/<see cref="Scale"/> logits.</summary>
    public int Bias { get; }

    /// <summary>Log odds of a row in 1/<see cref="Scale"/>.</summary>
    public int Score(ReadOnlySpan<float> row)
    {
        int score = Bias;
        foreach (int root in _roots)
        {
            int node = root;
            while (_feature[node] >= 0)
            {
                node = _left[node] + (row[_feature[node]] <= _threshold[node] ? 0 : 1);
            }

            score += _left[node];
        }

        return score;
    }

    /// <summary>Writes the trees: a line of counts, the roots, then a line a node.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"trees\t{_roots.Length}\t{_feature.Length}\t{Bias}\n"));
        writer.Write(string.Join('\t', _roots.Select(r => r.ToString(CultureInfo.InvariantCulture))) + "\n");
        var line = new StringBuilder();
        for (int i = 0; i < _feature.Length; i++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"{_feature[i]}\t{_left[i]}");
            writer.Write((_feature[i] < 0 ? line : line.Append(CultureInfo.InvariantCulture, $"\t{_threshold[i]:R}")) + "\n");
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

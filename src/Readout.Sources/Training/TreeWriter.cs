using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>Collects the nodes of a <see cref="TreeEnsemble"/> while it is grown.</summary>
internal sealed class TreeWriter(int bias)
{
    private readonly List<int> _roots = [];
    private readonly List<int> _feature = [];
    private readonly List<float> _threshold = [];
    private readonly List<int> _left = [];

    /// <summary>Opens a tree and returns its root.</summary>
    public int Root()
    {
        _roots.Add(Add());
        return _roots[^1];
    }

    /// <summary>Makes a node a leaf.</summary>
    public void Leaf(int node, int score) => _left[node] = score;

    /// <summary>Splits a node and returns its left child; the right one follows it.</summary>
    public int Split(int node, int feature, float threshold)
    {
        int left = Add();
        Add();
        _feature[node] = feature;
        _threshold[node] = threshold;
        _left[node] = left;
        return left;
    }

    /// <summary>Score of a row in the tree grown last.</summary>
    public int LastTreeScore(float[] row)
    {
        int node = _roots[^1];
        while (_feature[node] >= 0)
        {
            node = _left[node] + (row[_feature[node]] <= _threshold[node] ? 0 : 1);
        }

        return _left[node];
    }

    /// <summary>The trees.</summary>
    public TreeEnsemble Finish() => new(bias, [.. _roots], [.. _feature], [.. _threshold], [.. _left]);

    private int Add()
    {
        _feature.Add(-1);
        _threshold.Add(0);
        _left.Add(0);
        return _feature.Count - 1;
    }
}

using Readout.Learning;

namespace Readout.Training;

/// <summary>Trains <see cref="BoostedTrees"/> for yes or no: Newton steps on the log loss over at most 32 ranges of each measure (Chen and Guestrin 2016, section 2). Deterministic.</summary>
internal sealed class TreeBooster
{
    private const int Trees = 150;
    private const double Rate = 0.06;
    private const int LeastInLeaf = 60;
    private const double Penalty = 1;
    private const int Ranges = 32;

    private readonly (int[] Measures, bool IsRight)[] _examples;
    private readonly int[][] _cuts;
    private readonly byte[][] _ranges;
    private readonly double[] _sums;
    private readonly double[] _slopes;
    private readonly double[] _curves;
    private readonly List<int> _measures = [];
    private readonly List<int> _limits = [];
    private readonly List<int> _leaves = [];

    private TreeBooster((int[] Measures, bool IsRight)[] examples)
    {
        _examples = examples;
        _cuts = [.. Enumerable.Range(0, examples[0].Measures.Length).Select(CutsOf)];
        _ranges = [.. examples.Select(example => example.Measures.Select((value, measure) => RangeOf(value, _cuts[measure])).ToArray())];
        _sums = new double[examples.Length];
        _slopes = new double[examples.Length];
        _curves = new double[examples.Length];
    }

    /// <summary>Trains on examples with equally many measures.</summary>
    public static BoostedTrees Train(IEnumerable<(int[] Measures, bool IsRight)> examples)
    {
        var booster = new TreeBooster([.. examples]);
        for (int tree = 0; tree < Trees; tree++)
        {
            booster.AddTree(tree == 0);
        }

        return new BoostedTrees([.. booster._measures], [.. booster._limits], [.. booster._leaves]);
    }

    private void AddTree(bool isFirst)
    {
        for (int i = 0; i < _examples.Length; i++)
        {
            double chance = 1 / (1 + Math.Exp(-_sums[i]));
            (_slopes[i], _curves[i]) = ((_examples[i].IsRight ? 1 : 0) - chance, chance * (1 - chance));
        }

        int node = _measures.Count;
        int leaf = _leaves.Count;
        _measures.AddRange(Enumerable.Repeat(0, BoostedTrees.Nodes));
        _limits.AddRange(Enumerable.Repeat(int.MaxValue, BoostedTrees.Nodes));
        _leaves.AddRange(Enumerable.Repeat(0, BoostedTrees.Leaves));

        // The first tree takes a whole step, so that the share of the right ones is known from then on.
        Grow((node, leaf, 0), [.. Enumerable.Range(0, _examples.Length)], isFirst ? 1 : Rate);
    }

    private void Grow((int Tree, int Leaf, int Node) at, int[] rows, double rate)
    {
        if (at.Node >= BoostedTrees.Nodes)
        {
            int value = (int)Math.Round(SparseClassifier.Unit * rate * rows.Sum(row => _slopes[row]) / (rows.Sum(row => _curves[row]) + Penalty));
            _leaves[at.Leaf + at.Node - BoostedTrees.Nodes] = value;
            foreach (int row in rows)
            {
                _sums[row] += value / (double)SparseClassifier.Unit;
            }

            return;
        }

        (int measure, int range) = Divide(rows);
        if (measure >= 0)
        {
            (_measures[at.Tree + at.Node], _limits[at.Tree + at.Node]) = (measure, _cuts[measure][range]);
        }

        Grow(at with { Node = (2 * at.Node) + 1 }, measure < 0 ? rows : [.. rows.Where(row => _ranges[row][measure] <= range)], rate);
        if (measure >= 0)
        {
            Grow(at with { Node = (2 * at.Node) + 2 }, [.. rows.Where(row => _ranges[row][measure] > range)], rate);
        }
    }

    // The measure and the last range on its left that gain most; -1 where nothing gains.
    private (int Measure, int Range) Divide(int[] rows)
    {
        (double Slope, double Curve) all = (rows.Sum(row => _slopes[row]), rows.Sum(row => _curves[row]));
        (double Gain, int Measure, int Range) best = (1e-6, -1, 0);
        for (int measure = 0; measure < _cuts.Length; measure++)
        {
            var parts = new (double Slope, double Curve, int Count)[Ranges];
            foreach (int row in rows)
            {
                ref (double Slope, double Curve, int Count) part = ref parts[_ranges[row][measure]];
                part = (part.Slope + _slopes[row], part.Curve + _curves[row], part.Count + 1);
            }

            (double slope, double curve, int count) = (0, 0, 0);
            for (int range = 0; range < _cuts[measure].Length; range++)
            {
                (slope, curve, count) = (slope + parts[range].Slope, curve + parts[range].Curve, count + parts[range].Count);
                double gain = Worth(slope, curve) + Worth(all.Slope - slope, all.Curve - curve) - Worth(all.Slope, all.Curve);
                if (count >= LeastInLeaf && rows.Length - count >= LeastInLeaf && gain > best.Gain)
                {
                    best = (gain, measure, range);
                }
            }
        }

        return (best.Measure, best.Range);
    }

    private static double Worth(double slope, double curve) => slope * slope / (curve + Penalty);

    private int[] CutsOf(int measure)
    {
        int[] values = [.. _examples.Select(example => example.Measures[measure]).Order()];
        return [.. Enumerable.Range(1, Ranges - 1).Select(part => values[part * (values.Length - 1) / Ranges]).Distinct()];
    }

    private static byte RangeOf(int value, int[] cuts)
    {
        byte range = 0;
        while (range < cuts.Length && value > cuts[range])
        {
            range++;
        }

        return range;
    }
}

using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>Grows one tree over binned rows.</summary>
internal sealed class TreeGrower(TreeTrainerOptions options, byte[][] binned, float[][] cuts, double[] gradients, double[] curvatures, bool[] used)
{
    private readonly double[] _gradientSums = new double[33];
    private readonly double[] _curvatureSums = new double[33];

    /// <summary>Grows a tree on the rows.</summary>
    public void Grow(TreeWriter writer, int[] rows)
    {
        var open = new Stack<(int Node, int[] Rows, int Depth)>();
        open.Push((writer.Root(), rows, 0));
        while (open.TryPop(out var item))
        {
            (double gradient, double curvature) = Sums(item.Rows);
            var split = item.Depth < options.Depth ? Best(item.Rows, gradient, curvature) : default;
            if (split.Gain <= 1e-6)
            {
                writer.Leaf(item.Node, (int)Math.Round(options.Rate * gradient / (curvature + options.Penalty) * TreeEnsemble.Scale));
                continue;
            }

            int left = writer.Split(item.Node, split.Column, cuts[split.Column][split.Bin]);
            open.Push((left + 1, [.. item.Rows.Where(r => binned[split.Column][r] > split.Bin)], item.Depth + 1));
            open.Push((left, [.. item.Rows.Where(r => binned[split.Column][r] <= split.Bin)], item.Depth + 1));
        }
    }

    private (double Gradient, double Curvature) Sums(int[] rows)
    {
        double gradient = 0, curvature = 0;
        foreach (int row in rows)
        {
            gradient += gradients[row];
            curvature += curvatures[row];
        }

        return (gradient, curvature);
    }

    private (double Gain, int Column, int Bin) Best(int[] rows, double gradient, double curvature)
    {
        (double Gain, int Column, int Bin) best = default;
        double whole = gradient * gradient / (curvature + options.Penalty);
        for (int column = 0; column < cuts.Length; column++)
        {
            if (!used[column] || cuts[column].Length == 0)
            {
                continue;
            }

            Array.Clear(_gradientSums);
            Array.Clear(_curvatureSums);
            byte[] bins = binned[column];
            foreach (int row in rows)
            {
                _gradientSums[bins[row]] += gradients[row];
                _curvatureSums[bins[row]] += curvatures[row];
            }

            double g = 0, h = 0;
            for (int bin = 0; bin < cuts[column].Length; bin++)
            {
                g += _gradientSums[bin];
                h += _curvatureSums[bin];
                if (h < options.LeastCurvature || curvature - h < options.LeastCurvature)
                {
                    continue;
                }

                double gain = (g * g / (h + options.Penalty)) + ((gradient - g) * (gradient - g) / (curvature - h + options.Penalty)) - whole;
                best = gain > best.Gain ? (gain, column, bin) : best;
            }
        }

        return best;
    }
}

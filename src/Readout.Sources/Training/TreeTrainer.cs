using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>
/// Fits boosted trees to weighted yes/no rows: Newton boosting of the logistic loss over binned columns (Friedman 2001; Chen and Guestrin 2016,
/// section 2), leaf-wise by depth. Single-threaded and without chance but for the seeded row sampling, so that the same rows give the same model.
/// </summary>
internal sealed class TreeTrainer(TreeTrainerOptions options)
{
    private const int Bins = 32;

    /// <summary>Fits the trees.</summary>
    /// <param name="rows">[rows][columns].</param>
    /// <param name="labels">True for yes.</param>
    /// <param name="weights">Positive.</param>
    public TreeEnsemble Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> weights)
    {
        int columns = rows[0].Length;
        float[][] cuts = Cuts(rows, columns);
        byte[][] binned = Bin(rows, cuts);
        double yes = 0.5, no = 0.5;
        for (int i = 0; i < labels.Count; i++)
        {
            (yes, no) = labels[i] ? (yes + weights[i], no) : (yes, no + weights[i]);
        }

        int bias = (int)Math.Round(Math.Log(yes / no) * TreeEnsemble.Scale);
        var writer = new TreeWriter(bias);
        var scores = new double[rows.Count];
        Array.Fill(scores, (double)bias / TreeEnsemble.Scale);
        var random = new Random(options.Seed);
        var gradients = new double[rows.Count];
        var curvatures = new double[rows.Count];
        for (int tree = 0; tree < options.Trees; tree++)
        {
            var sample = new List<int>();
            for (int i = 0; i < rows.Count; i++)
            {
                double odds = 1 / (1 + Math.Exp(-scores[i]));
                gradients[i] = weights[i] * ((labels[i] ? 1 : 0) - odds);
                curvatures[i] = weights[i] * odds * (1 - odds);
                if (random.NextDouble() < options.RowShare)
                {
                    sample.Add(i);
                }
            }

            bool[] used = [.. Enumerable.Range(0, columns).Select(_ => random.NextDouble() < options.ColumnShare)];
            var grower = new TreeGrower(options, binned, cuts, gradients, curvatures, used);
            grower.Grow(writer, [.. sample]);
            for (int i = 0; i < rows.Count; i++)
            {
                scores[i] += writer.LastTreeScore(rows[i]) / (double)TreeEnsemble.Scale;
            }
        }

        return writer.Finish();
    }

    private static float[][] Cuts(IReadOnlyList<float[]> rows, int columns)
    {
        var cuts = new float[columns][];
        for (int c = 0; c < columns; c++)
        {
            float[] values = [.. rows.Select(r => r[c]).Order()];
            var found = new List<float>();
            for (int b = 1; b < Bins; b++)
            {
                float cut = values[(int)((long)b * values.Length / Bins)];
                if (cut < values[^1] && (found.Count == 0 || cut > found[^1]))
                {
                    found.Add(cut);
                }
            }

            if (found.Count == 0 && values[0] < values[^1])
            {
                found.Add(values[0]);
            }
            else if (found.Count > 0 && found[0] > values[0])
            {
                found.Insert(0, values[0]);
            }

            cuts[c] = [.. found];
        }

        return cuts;
    }

    private static byte[][] Bin(IReadOnlyList<float[]> rows, float[][] cuts)
    {
        var binned = new byte[cuts.Length][];
        for (int c = 0; c < cuts.Length; c++)
        {
            binned[c] = new byte[rows.Count];
            for (int i = 0; i < rows.Count; i++)
            {
                int bin = Array.BinarySearch(cuts[c], rows[i][c]);
                binned[c][i] = (byte)(bin < 0 ? ~bin : bin);
            }
        }

        return binned;
    }
}

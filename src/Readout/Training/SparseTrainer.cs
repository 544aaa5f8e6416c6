using Readout.Learning;

namespace Readout.Training;

/// <summary>
/// Trains <see cref="SparseClassifier"/>: logistic regression, of one or several classes, by AdaGrad steps (Duchi et al. 2011) with an L2
/// penalty, averaged over the passes. Deterministic.
/// </summary>
internal static class SparseTrainer
{
    private const int Passes = 40;
    private const float Rate = 0.1f;
    private const ulong Seed = 7;

    /// <summary>Trains on examples with distinct features.</summary>
    /// <param name="examples">Features and label; with one class the label is 0 or 1.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="decay">L2 penalty of each step.</param>
    /// <param name="minimum">Features seen in fewer examples are left out.</param>
    public static SparseClassifier Train(IReadOnlyList<(ulong[] Features, int Label)> examples, int classes, float decay = 1e-3f, int minimum = 2)
    {
        var columns = new Dictionary<ulong, int>();
        foreach (IGrouping<ulong, ulong> feature in examples.SelectMany(example => example.Features).GroupBy(one => one).OrderBy(group => group.Key))
        {
            if (feature.Count() >= minimum)
            {
                columns.Add(feature.Key, columns.Count);
            }
        }

        int[][] known = [.. examples.Select(example => example.Features.Where(columns.ContainsKey).Select(one => columns[one] * classes).ToArray())];
        int[] labels = [.. examples.Select(example => example.Label)];
        float[] weights = Descend(known, labels, (columns.Count, classes), decay);
        return new SparseClassifier([.. columns.Keys], [.. weights.Select(weight => (short)Math.Clamp(MathF.Round(weight * SparseClassifier.Unit), short.MinValue, short.MaxValue))], classes);
    }

    private static float[] Descend(int[][] known, int[] labels, (int Features, int Classes) shape, float decay)
    {
        var weights = new float[shape.Features * shape.Classes];
        var squares = new float[weights.Length];
        var average = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, known.Length)];
        var random = new SeededRandom(Seed);
        var slopes = new float[shape.Classes];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                Slopes(weights, known[at], labels[at], slopes);
                foreach (int row in known[at])
                {
                    for (int i = 0; i < shape.Classes; i++)
                    {
                        float slope = slopes[i] + (decay * weights[row + i]);
                        squares[row + i] += slope * slope;
                        weights[row + i] -= Rate * slope / MathF.Sqrt(squares[row + i] + 1e-4f);
                    }
                }
            }

            // The first half of the way is left out of the average: it is still far off.
            for (int i = 0; i < weights.Length && pass >= Passes / 2; i++)
            {
                average[i] += weights[i] / (Passes - (Passes / 2));
            }
        }

        return average;
    }

    private static void Slopes(float[] weights, int[] known, int label, float[] slopes)
    {
        Array.Clear(slopes);
        foreach (int row in known)
        {
            for (int i = 0; i < slopes.Length; i++)
            {
                slopes[i] += weights[row + i];
            }
        }

        if (slopes.Length == 1)
        {
            slopes[0] = (1 / (1 + MathF.Exp(-slopes[0]))) - label;
            return;
        }

        float top = slopes.Max();
        float sum = 0;
        for (int i = 0; i < slopes.Length; i++)
        {
            sum += slopes[i] = MathF.Exp(slopes[i] - top);
        }

        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = (slopes[i] / sum) - (i == label ? 1 : 0);
        }
    }
}

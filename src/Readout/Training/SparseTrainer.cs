using System.Runtime.InteropServices;
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

    /// <summary>Trains on examples of distinct features and label alone.</summary>
    public static SparseClassifier Train(IReadOnlyList<(ulong[] Features, int Label)> examples, int classes, float decay = 1e-3f, int minimum = 2, int passes = Passes) =>
        Train([.. examples.Select(example => new SparseExample(example.Features, [], example.Label))], classes, decay, minimum: minimum, passes: passes);

    /// <summary>Trains on examples with distinct features.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="decay">L2 penalty of each step.</param>
    /// <param name="stateDecay">L2 penalty of each step for the states; 0 where they are not read.</param>
    /// <param name="minimum">Features seen in fewer examples are left out.</param>
    /// <param name="passes">Passes over the examples; the average is that of the second half.</param>
    public static SparseClassifier Train(IReadOnlyList<SparseExample> examples, int classes, float decay = 1e-3f, float stateDecay = 0, int minimum = 2, int passes = Passes)
    {
        var columns = new Dictionary<ulong, int>();
        foreach (ulong feature in Frequent(examples, minimum))
        {
            columns.Add(feature, columns.Count);
        }

        int[][] known = [.. examples.Select(example => example.Features.Where(columns.ContainsKey).Select(one => columns[one] * classes).ToArray())];
        int slots = stateDecay == 0 ? 0 : examples.Max(example => example.States.Length);
        int width = slots == 0 ? 0 : examples.Max(example => example.States.Max(state => state.Length));
        var layer = new Layer(columns.Count * classes, decay);
        var dense = new Layer(slots * classes * width, stateDecay);
        Descend(examples, known, (classes, slots, width), (layer, dense), passes);
        return new SparseClassifier([.. columns.Keys], layer.Rounded(), classes, dense.Rounded());
    }

    // In rising order.
    private static ulong[] Frequent(IReadOnlyList<SparseExample> examples, int minimum)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (SparseExample example in examples)
        {
            foreach (ulong feature in example.Features)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        return [.. counts.Where(pair => pair.Value >= minimum).Select(pair => pair.Key).Order()];
    }

    private static void Descend(IReadOnlyList<SparseExample> examples, int[][] known, (int Classes, int Slots, int Width) shape, (Layer Sparse, Layer Dense) layers, int passes)
    {
        int[] order = [.. Enumerable.Range(0, known.Length)];
        var random = new SeededRandom(Seed);
        var slopes = new float[shape.Classes];
        for (int pass = 0; pass < passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                Array.Clear(slopes);
                foreach (int row in known[at])
                {
                    for (int i = 0; i < shape.Classes; i++)
                    {
                        slopes[i] += layers.Sparse.Weights[row + i];
                    }
                }

                float[][] states = examples[at].States;
                for (int block = 0; block < shape.Slots * shape.Classes; block++)
                {
                    if (block / shape.Classes < states.Length && states[block / shape.Classes].Length > 0)
                    {
                        slopes[block % shape.Classes] += Dot(states[block / shape.Classes], layers.Dense.Weights.AsSpan(block * shape.Width, shape.Width));
                    }
                }

                Slopes(examples[at].Label, slopes);
                foreach (int row in known[at])
                {
                    for (int i = 0; i < shape.Classes; i++)
                    {
                        layers.Sparse.Step(row + i, slopes[i]);
                    }
                }

                for (int block = 0; block < shape.Slots * shape.Classes; block++)
                {
                    if (block / shape.Classes < states.Length && states[block / shape.Classes] is { Length: > 0 } state)
                    {
                        for (int i = 0; i < shape.Width; i++)
                        {
                            layers.Dense.Step((block * shape.Width) + i, slopes[block % shape.Classes] * state[i]);
                        }
                    }
                }
            }

            if (pass >= passes / 2)
            {
                // The first half of the way is left out of the average: it is still far off.
                layers.Sparse.Average();
                layers.Dense.Average();
            }
        }
    }

    // From the sums of the classes to the slope of the loss in each.
    private static void Slopes(int label, float[] slopes)
    {
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

    private static float Dot(float[] state, ReadOnlySpan<float> weights)
    {
        float sum = 0;
        for (int i = 0; i < state.Length; i++)
        {
            sum += state[i] * weights[i];
        }

        return sum;
    }

    private sealed class Layer(int count, float decay)
    {
        private readonly float[] _squares = new float[count];
        private readonly float[] _sums = new float[count];
        private int _passes;

        public float[] Weights { get; } = new float[count];

        public void Step(int at, float slope)
        {
            slope += decay * Weights[at];
            _squares[at] += slope * slope;
            Weights[at] -= Rate * slope / MathF.Sqrt(_squares[at] + 1e-4f);
        }

        public void Average()
        {
            for (int i = 0; i < _sums.Length; i++)
            {
                _sums[i] += Weights[i];
            }

            _passes++;
        }

        public short[] Rounded() => [.. _sums.Select(sum => (short)Math.Clamp(MathF.Round(sum / _passes * SparseClassifier.Unit), short.MinValue, short.MaxValue))];
    }
}

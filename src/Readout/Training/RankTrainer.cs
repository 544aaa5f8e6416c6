using System.Runtime.InteropServices;
using Readout.Learning;

namespace Readout.Training;

/// <summary>
/// Trains a <see cref="SparseClassifier"/> of one class to rank: the chance of each candidate of a list is the softmax of the scores, and the
/// right ones together are to have all of it. AdaGrad steps (Duchi et al. 2011) with an L2 penalty, averaged over the passes. Deterministic.
/// </summary>
internal static class RankTrainer
{
    private const float Rate = 0.1f;
    private const ulong Seed = 7;

    /// <summary>Trains on lists in which some candidates are right and some are not; other lists teach nothing.</summary>
    /// <param name="lists">Candidates with distinct features, and whether each is right.</param>
    /// <param name="decay">L2 penalty of each step.</param>
    /// <param name="minimum">Features seen in fewer candidates are left out.</param>
    /// <param name="passes">Passes over the lists; the average is that of the second half.</param>
    public static SparseClassifier Train(IReadOnlyList<(ulong[] Features, bool IsRight)[]> lists, float decay, int minimum, int passes)
    {
        var counts = new Dictionary<ulong, int>();
        foreach ((ulong[] features, _) in lists.SelectMany(list => list))
        {
            foreach (ulong feature in features)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        ulong[] kept = [.. counts.Where(pair => pair.Value >= minimum).Select(pair => pair.Key).Order()];
        Dictionary<ulong, int> columns = kept.Select((feature, i) => (feature, i)).ToDictionary(pair => pair.feature, pair => pair.i);
        (int[][] Columns, bool[] IsRight)[] known =
        [
            .. lists.Where(list => list.Any(one => one.IsRight) && !list.All(one => one.IsRight))
                .Select(list => (list.Select(one => one.Features.Where(columns.ContainsKey).Select(feature => columns[feature]).ToArray()).ToArray(), list.Select(one => one.IsRight).ToArray())),
        ];
        float[] weights = Descend(known, kept.Length, decay, passes);
        return new SparseClassifier(kept, [.. weights.Select(weight => (short)Math.Clamp(MathF.Round(weight * SparseClassifier.Unit), short.MinValue, short.MaxValue))], 1);
    }

    private static float[] Descend((int[][] Columns, bool[] IsRight)[] lists, int size, float decay, int passes)
    {
        var weights = new float[size];
        var squares = new float[size];
        var average = new float[size];
        int[] order = [.. Enumerable.Range(0, lists.Length)];
        var random = new SeededRandom(Seed);
        for (int pass = 0; pass < passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                (int[][] columns, bool[] isRight) = lists[at];
                float[] slopes = Slopes(weights, columns, isRight);
                for (int i = 0; i < columns.Length; i++)
                {
                    foreach (int column in columns[i])
                    {
                        float slope = slopes[i] + (decay * weights[column] / columns.Length);
                        squares[column] += slope * slope;
                        weights[column] -= Rate * slope / MathF.Sqrt(squares[column] + 1e-4f);
                    }
                }
            }

            for (int i = 0; i < size && pass >= passes / 2; i++)
            {
                average[i] += weights[i] / (passes - (passes / 2));
            }
        }

        return average;
    }

    // Chance of each candidate less its share of what the right ones are to have.
    private static float[] Slopes(float[] weights, int[][] columns, bool[] isRight)
    {
        var chances = new float[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            foreach (int column in columns[i])
            {
                chances[i] += weights[column];
            }
        }

        float top = chances.Max();
        float all = 0;
        float right = 0;
        for (int i = 0; i < chances.Length; i++)
        {
            chances[i] = MathF.Exp(chances[i] - top);
            all += chances[i];
            right += isRight[i] ? chances[i] : 0;
        }

        for (int i = 0; i < chances.Length; i++)
        {
            chances[i] = (chances[i] / all) - (isRight[i] ? chances[i] / MathF.Max(right, 1e-20f) : 0);
        }

        return chances;
    }
}

using Readout.Events;

namespace Readout.Training;

/// <summary>Trains <see cref="EventJudge"/>: logistic regression. Deterministic.</summary>
internal static class EventJudgeTrainer
{
    // Averaged AdaGrad on the log loss; the penalty and the number of passes were chosen by the cross-validation above.
    public static (ulong[] Features, int[] Weights) Fit(List<(ulong[] Features, bool IsRight)> examples)
    {
        const int Passes = 10;
        const float Rate = 0.05f;
        const float Decay = 5e-2f;
        const int Least = 5;
        var columns = new Dictionary<ulong, int>();
        foreach (IGrouping<ulong, ulong> feature in examples.SelectMany(example => example.Features).GroupBy(one => one).OrderBy(group => group.Key))
        {
            if (feature.Count() >= Least)
            {
                columns.Add(feature.Key, columns.Count);
            }
        }

        int[][] rows = [.. examples.Select(example => example.Features.Where(columns.ContainsKey).Select(one => columns[one]).ToArray())];
        var weights = new float[columns.Count];
        var squares = new float[columns.Count];
        var sums = new double[columns.Count];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new Learning.SeededRandom(11);
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                float sum = 0;
                foreach (int row in rows[at])
                {
                    sum += weights[row];
                }

                float error = (1 / (1 + MathF.Exp(-sum))) - (examples[at].IsRight ? 1 : 0);
                foreach (int row in rows[at])
                {
                    float slope = error + (Decay * weights[row]);
                    squares[row] += slope * slope;
                    weights[row] -= Rate * slope / MathF.Sqrt(squares[row] + 1e-3f);
                }
            }

            for (int i = 0; i < weights.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        return ([.. columns.Keys], [.. sums.Select(sum => (int)Math.Round(EventJudge.Unit * sum / Passes))]);
    }
}

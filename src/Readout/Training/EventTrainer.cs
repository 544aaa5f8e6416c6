using Readout.Events;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Trains <see cref="EventClassifier"/>: multinomial logistic regression with AdaGrad steps, averaged over passes.
/// Deterministic for its seed.
/// </summary>
internal sealed class EventTrainer
{
    private const int Passes = 30;
    private const float Rate = 0.1f;
    private const float Decay = 1e-5f;

    private readonly Dictionary<ulong, int> _columns = [];
    private readonly int _classes = EventClassifier.Classes.Length;

    /// <summary>Trains on the examples.</summary>
    /// <param name="examples">With distinct features.</param>
    /// <param name="minimum">Features seen in fewer examples are left out of the model.</param>
    public EventClassifier Train(IReadOnlyList<EventExample> examples, int minimum = 2)
    {
        (ulong[] features, sbyte[] weights) = Fit(examples, minimum);
        return EventClassifier.FromWeights(features, weights);
    }

    /// <summary>Trains and returns the bytes of the model file.</summary>
    public byte[] TrainFile(IReadOnlyList<EventExample> examples, int minimum = 2)
    {
        (ulong[] features, sbyte[] weights) = Fit(examples, minimum);
        var file = new ModelFileBuilder(EventClassifier.ModelKind);
        file.Add("features", features);
        file.Add("weights", weights);
        return file.ToArray();
    }

    private (ulong[] Features, sbyte[] Weights) Fit(IReadOnlyList<EventExample> examples, int minimum)
    {
        _columns.Clear();
        foreach (IGrouping<ulong, ulong> feature in examples.SelectMany(example => example.Features).GroupBy(one => one).OrderBy(group => group.Key))
        {
            if (feature.Count() >= minimum)
            {
                _columns.Add(feature.Key, _columns.Count);
            }
        }

        int[][] known = [.. examples.Select(example => example.Features.Where(_columns.ContainsKey).Select(one => _columns[one] * _classes).ToArray())];
        float[] average = Descend(examples, known);
        return ([.. _columns.Keys], Quantize(average));
    }

    private float[] Descend(IReadOnlyList<EventExample> examples, int[][] known)
    {
        var weights = new float[_columns.Count * _classes];
        var squares = new float[weights.Length];
        var average = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new SeededRandom(5);
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                Step(weights, squares, known[at], examples[at].Label);
            }

            for (int i = 0; i < weights.Length; i++)
            {
                average[i] += weights[i] / Passes;
            }
        }

        return average;
    }

    private void Step(float[] weights, float[] squares, int[] known, int label)
    {
        Span<float> scores = stackalloc float[_classes];
        scores.Clear();
        foreach (int row in known)
        {
            for (int i = 0; i < _classes; i++)
            {
                scores[i] += weights[row + i];
            }
        }

        Softmax(scores);
        scores[label] -= 1;
        foreach (int row in known)
        {
            for (int i = 0; i < _classes; i++)
            {
                float slope = scores[i] + (Decay * weights[row + i]);
                squares[row + i] += slope * slope;
                weights[row + i] -= Rate * slope / MathF.Sqrt(squares[row + i] + 1e-4f);
            }
        }
    }

    private static void Softmax(Span<float> scores)
    {
        float top = float.MinValue;
        foreach (float score in scores)
        {
            top = MathF.Max(top, score);
        }

        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            sum += scores[i] = MathF.Exp(scores[i] - top);
        }

        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    private static sbyte[] Quantize(float[] weights)
    {
        float largest = weights.Length == 0 ? 1 : weights.Max(MathF.Abs);
        return [.. weights.Select(weight => (sbyte)MathF.Round(weight * 127 / MathF.Max(largest, 1e-6f)))];
    }
}

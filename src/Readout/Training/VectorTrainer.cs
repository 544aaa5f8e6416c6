using System.Numerics;
using System.Runtime.InteropServices;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Word vectors by skip-gram with negative sampling (Mikolov et al. 2013), each place around the word with an output matrix of its own, so
/// that vectors keep word order and serve syntax (structured skip-gram: Ling et al. 2015). One thread: the same text and seed give the same vectors.
/// </summary>
public sealed class VectorTrainer
{
    private const int NegativeTableSize = 1 << 20;
    private const double NegativePower = 0.75;

    private readonly VectorOptions _options;
    private readonly SeededRandom _random;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly ulong[] _hashes;
    private readonly double[] _keep;
    private readonly int[] _negatives = new int[NegativeTableSize];
    private readonly float[] _input;
    private readonly float[][] _output;
    private readonly float[] _gradient;

    private VectorTrainer(VectorOptions options, IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        (_options, _random) = (options, new SeededRandom(options.Seed));
        var counts = new Dictionary<ulong, long>();
        foreach (ulong hash in sentences.SelectMany(s => s.Select(w => LexicalFeatures.WordHash(w))))
        {
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        (ulong Hash, long Count)[] kept = [.. counts.Where(p => p.Value >= options.MinimumCount)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => (p.Key, p.Value))];
        _hashes = [.. kept.Select(p => p.Hash)];
        double total = kept.Sum(p => p.Count);
        _keep = [.. kept.Select(p => Math.Min(1, Math.Sqrt(options.Subsampling * total / p.Count)))];
        for (int i = 0; i < kept.Length; i++)
        {
            _rows[kept[i].Hash] = i;
        }

        FillNegatives([.. kept.Select(p => Math.Pow(p.Count, NegativePower))]);
        int size = kept.Length * options.Dimensions;
        _input = new float[size];
        _output = new float[2 * options.Window][];
        for (int place = 0; place < _output.Length; place++)
        {
            _output[place] = new float[size];
        }

        foreach (ref float value in _input.AsSpan())
        {
            value = (_random.NextSingle() - 0.5f) / options.Dimensions;
        }

        _gradient = new float[options.Dimensions];
    }

    /// <summary>Learns the vectors.</summary>
    /// <param name="options">Sizes and seed.</param>
    /// <param name="sentences">The text, as words by sentence.</param>
    /// <param name="progress">Called with the share done, from 0 to 1, after each pass.</param>
    public static WordVectors Train(VectorOptions options, IReadOnlyList<IReadOnlyList<string>> sentences, Action<double> progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        var trainer = new VectorTrainer(options, sentences);
        int[][] text = [.. sentences.Select(trainer.Encode)];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            for (int i = 0; i < text.Length; i++)
            {
                double done = (epoch + ((double)i / text.Length)) / options.Epochs;
                trainer.TrainSentence(text[i], options.LearningRate * (float)Math.Max(0.01, 1 - done));
            }

            progress((epoch + 1.0) / options.Epochs);
        }

        return trainer.Finish();
    }

    private int[] Encode(IReadOnlyList<string> words) =>
        [.. words.Select(w => _rows.GetValueOrDefault(LexicalFeatures.WordHash(w), -1))];

    private void FillNegatives(double[] weights)
    {
        double total = weights.Sum(), reached = 0;
        int word = 0;
        for (int i = 0; i < NegativeTableSize; i++)
        {
            while (word + 1 < weights.Length && reached + weights[word] <= (i + 0.5) / NegativeTableSize * total)
            {
                reached += weights[word++];
            }

            _negatives[i] = word;
        }
    }

    private void TrainSentence(int[] words, float rate)
    {
        for (int center = 0; center < words.Length; center++)
        {
            if (words[center] < 0 || _random.NextSingle() > _keep[words[center]])
            {
                continue;
            }

            Span<float> input = Row(_input, words[center]);
            for (int place = 0; place < _output.Length; place++)
            {
                int offset = place < _options.Window ? place - _options.Window : place - _options.Window + 1;
                int at = center + offset;
                if (at >= 0 && at < words.Length && words[at] >= 0)
                {
                    TrainPair(input, place, words[at], rate);
                }
            }
        }
    }

    private void TrainPair(Span<float> input, int place, int word, float rate)
    {
        _gradient.AsSpan().Clear();
        for (int sample = 0; sample <= _options.Negatives; sample++)
        {
            int target = sample == 0 ? word : _negatives[_random.Next(NegativeTableSize)];
            if (sample > 0 && target == word)
            {
                continue;
            }

            Span<float> output = Row(_output[place], target);
            float predicted = 1f / (1f + MathF.Exp(-Dot(input, output)));
            float step = rate * ((sample == 0 ? 1f : 0f) - predicted);
            Elementwise.AddScaled(_gradient, output, step);
            Elementwise.AddScaled(output, input, step);
        }

        Elementwise.Add(input, _gradient);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a), right = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sum = default;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Vector.Sum(sum);
    }

    private Span<float> Row(float[] matrix, int word) => matrix.AsSpan(word * _options.Dimensions, _options.Dimensions);

    /// <summary>Scales all vectors alike, to a root mean square of a half.</summary>
    private WordVectors Finish()
    {
        double squares = _input.Sum(v => (double)v * v);
        float scale = (float)(0.5 / Math.Sqrt(squares / Math.Max(1, _input.Length)));
        return new WordVectors(_hashes, [.. _input.Select(v => v * scale)]);
    }
}

using Readout.Corpora;
using Readout.Entities;
using Readout.Learning;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Trains the name model: a structured perceptron with averaged weights (Collins 2002) over the features of <see cref="NameFeatures"/>.
/// Deterministic for a seed.
/// </summary>
internal sealed class NameTrainer(NameGazetteer gazetteer, WordClusters clusters, NameTrainingOptions options)
{
    private const int Labels = NameLabelSet.Count;

    private readonly float[] _weights = new float[options.Space * Labels];
    private readonly float[] _weightSums = new float[options.Space * Labels];
    private readonly float[] _transitions = new float[Labels * Labels];
    private readonly float[] _transitionSums = new float[Labels * Labels];
    private readonly NameWordCache _words = new(gazetteer, clusters);
    private readonly SeededRandom _random = new(options.Seed);
    private float _step = 1;

    /// <summary>Trains on the documents; <paramref name="report"/> gets the model after each pass.</summary>
    public NameModel Train(IReadOnlyList<NameDocument> documents, Action<int, NameModel> report)
    {
        NameDocument[] order = [.. documents];
        NameModel model = Average();
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            _random.Shuffle<NameDocument>(order);
            foreach (NameDocument document in order)
            {
                Learn(document);
            }

            model = Average();
            report(epoch, model);
        }

        return model;
    }

    private void Learn(NameDocument document)
    {
        TokenTable tokens = document.Tokens;
        var features = new NameFeatures(tokens, gazetteer, _words);
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            NameSentence sentence = features.Sentence(s);
            int length = sentence.End - sentence.First;
            if (length > options.LongestSentence || !document.Covers(sentence.First))
            {
                continue;
            }

            var indexes = new int[length * NameFeatures.Count];
            for (int i = 0; i < length; i++)
            {
                features.Fill(sentence.First + i, sentence, options.Space, indexes.AsSpan(i * NameFeatures.Count, NameFeatures.Count));
                if (_random.NextSingle() < options.WordDropout)
                {
                    Hide(indexes.AsSpan(i * NameFeatures.Count, NameFeatures.Count));
                }
            }

            var gold = new int[length];
            NameLabelSet.FromNames(document.Names, sentence.First, gold);
            Update(indexes, gold, Decode(indexes, length));
        }

        features.Dispose();
    }

    // Index 0 stands for every hidden word.
    private static void Hide(Span<int> features)
    {
        foreach (int position in NameFeatures.LexicalPositions)
        {
            features[position] = 0;
        }
    }

    private void Update(int[] indexes, int[] gold, int[] predicted)
    {
        for (int i = 0; i < gold.Length; i++)
        {
            if (gold[i] != predicted[i])
            {
                for (int f = i * NameFeatures.Count; f < (i + 1) * NameFeatures.Count; f++)
                {
                    Bump(_weights, _weightSums, (indexes[f] * Labels) + gold[i], 1);
                    Bump(_weights, _weightSums, (indexes[f] * Labels) + predicted[i], -1);
                }
            }

            int goldBefore = i == 0 ? 0 : gold[i - 1];
            int predictedBefore = i == 0 ? 0 : predicted[i - 1];
            if (gold[i] != predicted[i] || goldBefore != predictedBefore)
            {
                Bump(_transitions, _transitionSums, (goldBefore * Labels) + gold[i], 1);
                Bump(_transitions, _transitionSums, (predictedBefore * Labels) + predicted[i], -1);
            }
        }

        _step++;
    }

    // The average of all steps is weight - sum / steps, with each change entered once (Daumé 2006, algorithm 3.2).
    private void Bump(float[] weights, float[] sums, int at, float change)
    {
        weights[at] += change;
        sums[at] += change * (_step / options.StepScale);
    }

    private int[] Decode(int[] indexes, int length)
    {
        var best = new float[length * Labels];
        var from = new int[length * Labels];
        for (int i = 0; i < length; i++)
        {
            Span<float> scores = best.AsSpan(i * Labels, Labels);
            for (int f = i * NameFeatures.Count; f < (i + 1) * NameFeatures.Count; f++)
            {
                AddRow(scores, _weights.AsSpan(indexes[f] * Labels, Labels));
            }

            for (int label = 0; label < Labels; label++)
            {
                (float score, int before) = BestBefore(i == 0 ? [] : best.AsSpan((i - 1) * Labels, Labels), label);
                scores[label] += score;
                from[(i * Labels) + label] = before;
            }
        }

        return Trace(best, from, length);
    }

    private static void AddRow(Span<float> scores, ReadOnlySpan<float> row)
    {
        for (int label = 0; label < Labels; label++)
        {
            scores[label] += row[label];
        }
    }

    private (float Score, int Before) BestBefore(ReadOnlySpan<float> best, int label)
    {
        if (best.Length == 0)
        {
            return (NameLabelSet.IsInside(label) ? float.NegativeInfinity : _transitions[label], 0);
        }

        float top = float.NegativeInfinity;
        int topLabel = 0;
        for (int before = 0; before < Labels; before++)
        {
            float score = NameLabelSet.MayFollow(before, label) ? best[before] + _transitions[(before * Labels) + label] : float.NegativeInfinity;
            if (score > top)
            {
                (top, topLabel) = (score, before);
            }
        }

        return (top, topLabel);
    }

    private static int[] Trace(float[] best, int[] from, int length)
    {
        var labels = new int[length];
        int last = 0;
        for (int label = 1; label < Labels; label++)
        {
            last = best[((length - 1) * Labels) + label] > best[((length - 1) * Labels) + last] ? label : last;
        }

        for (int i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = from[(i * Labels) + last];
        }

        return labels;
    }

    // 8 bits: the scale lets all but the few largest weights stand unclipped.
    private NameModel Average()
    {
        var averaged = new float[_weights.Length];
        for (int i = 0; i < averaged.Length; i++)
        {
            averaged[i] = _weights[i] - (_weightSums[i] / (_step / options.StepScale));
        }

        float scale = QuantizationScale(averaged);
        var weights = new sbyte[averaged.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (sbyte)Math.Clamp(MathF.Round(averaged[i] * scale), -127, 127);
        }

        var transitions = new short[_transitions.Length];
        for (int i = 0; i < transitions.Length; i++)
        {
            float average = _transitions[i] - (_transitionSums[i] / (_step / options.StepScale));
            transitions[i] = (short)Math.Clamp(MathF.Round(average * scale), short.MinValue, short.MaxValue);
        }

        return new NameModel(clusters, weights, transitions);
    }

    private static float QuantizationScale(float[] values)
    {
        var magnitudes = new List<float>();
        foreach (float value in values)
        {
            if (value != 0)
            {
                magnitudes.Add(MathF.Abs(value));
            }
        }

        if (magnitudes.Count == 0)
        {
            return 1;
        }

        magnitudes.Sort();
        return 127f / Math.Max(1e-6f, magnitudes[(int)(magnitudes.Count * 0.9995)]);
    }
}

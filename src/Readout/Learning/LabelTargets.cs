namespace Readout.Learning;

/// <summary>
/// What the words of a sentence should be labelled: a few labels each with their shares, the most likely ones of a teacher, or the gold one alone.
/// </summary>
internal sealed class LabelTargets
{
    /// <summary>Labels kept of a teacher's distribution.</summary>
    public const int Most = 4;

    private readonly short[] _labels;
    private readonly Half[] _shares;

    private LabelTargets(short[] labels, Half[] shares) => (_labels, _shares) = (labels, shares);

    /// <summary>A sentence's targets, all empty at first: an empty target teaches nothing.</summary>
    public LabelTargets(int words)
        : this(new short[words * Most], new Half[words * Most]) => Array.Fill(_labels, (short)-1);

    /// <summary>One label a word; -1 for none.</summary>
    public static LabelTargets Gold(ReadOnlySpan<int> labels)
    {
        var targets = new LabelTargets(labels.Length);
        for (int i = 0; i < labels.Length; i++)
        {
            targets._labels[i * Most] = checked((short)labels[i]);
            targets._shares[i * Most] = Half.One;
        }

        return targets;
    }

    /// <summary>Puts sentences one after the other.</summary>
    public static LabelTargets Join(IEnumerable<LabelTargets> parts) =>
        new([.. parts.SelectMany(p => p._labels)], [.. parts.SelectMany(p => p._shares)]);

    /// <summary>Keeps the highest of some probabilities, scaled to a sum of one.</summary>
    public void Set(int word, ReadOnlySpan<float> probabilities)
    {
        Span<short> labels = _labels.AsSpan(word * Most, Most);
        Span<float> shares = stackalloc float[Most];
        labels.Fill(-1);
        shares.Clear();
        for (int label = 0; label < probabilities.Length; label++)
        {
            int place = Most;
            while (place > 0 && probabilities[label] > shares[place - 1])
            {
                place--;
            }

            for (int i = Most - 1; i >= place && place < Most; i--)
            {
                (labels[i], shares[i]) = i == place ? ((short)label, probabilities[label]) : (labels[i - 1], shares[i - 1]);
            }
        }

        float sum = 0f;
        foreach (float share in shares)
        {
            sum += share;
        }

        for (int i = 0; i < Most; i++)
        {
            _shares[(word * Most) + i] = (Half)(sum > 0f ? shares[i] / sum : 0f);
        }
    }

    /// <summary>Fills the gradient of a word's cross entropy and returns it; the spans may be the same. Without a target both are zero.</summary>
    public double Apply(int word, ReadOnlySpan<float> scores, Span<float> gradient, float scale)
    {
        ReadOnlySpan<short> labels = _labels.AsSpan(word * Most, Most);
        ReadOnlySpan<Half> shares = _shares.AsSpan(word * Most, Most);
        if (labels[0] < 0)
        {
            gradient.Clear();
            return 0;
        }

        // The scores may be overwritten: take what the loss needs first.
        double mean = 0;
        for (int i = 0; i < Most && labels[i] >= 0; i++)
        {
            mean += (float)shares[i] * scores[labels[i]];
        }

        float first = scores[labels[0]];
        double loss = SoftmaxLoss.Apply(scores, labels[0], gradient, scale) + first - mean;
        gradient[labels[0]] += scale;
        for (int i = 0; i < Most && labels[i] >= 0; i++)
        {
            gradient[labels[i]] -= scale * (float)shares[i];
        }

        return loss;
    }
}

namespace Readout.Learning;

/// <summary>Cross entropy of a softmax over a slice of scores.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Returns -log p(gold) and fills <paramref name="gradient"/> with <paramref name="scale"/> times its derivative; both may be the same span.</summary>
    public static double Apply(ReadOnlySpan<float> scores, int gold, Span<float> gradient, float scale)
    {
        float highest = scores[0], goldScore = scores[gold];
        foreach (float score in scores)
        {
            highest = Math.Max(highest, score);
        }

        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            float value = MathF.Exp(scores[i] - highest);
            gradient[i] = value;
            sum += value;
        }

        float factor = (float)(scale / sum);
        for (int i = 0; i < scores.Length; i++)
        {
            gradient[i] *= factor;
        }

        gradient[gold] -= scale;
        return Math.Log(sum) - (goldScore - highest);
    }

    /// <summary>As <see cref="Apply"/> against a distribution (a teacher's probabilities, summing to one); the spans are distinct.</summary>
    public static double ApplySoft(ReadOnlySpan<float> scores, ReadOnlySpan<float> target, Span<float> gradient, float scale)
    {
        double loss = Apply(scores, 0, gradient, scale);
        gradient[0] += scale;
        double result = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            gradient[i] -= scale * target[i];
            result += target[i] * (loss + scores[0] - scores[i]);
        }

        return result;
    }
}

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
}

namespace Readout.Tagging;

/// <summary>The best path through label scores and transitions (Viterbi 1967). Storage only grows. Not thread-safe.</summary>
internal sealed class ViterbiDecoder
{
    private byte[] _back = [];
    private float[] _best = new float[512];

    /// <param name="scores">[rows, stride]; the labels' scores start each row.</param>
    /// <param name="stride">Floats per row.</param>
    /// <param name="transitions">[labels + 1, labels]; the last row scores the first label.</param>
    /// <param name="path">[rows] receives the labels; of equal paths the lower label.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<float> transitions, Span<int> path)
    {
        int labels = (int)Math.Sqrt(transitions.Length);
        if (path.IsEmpty)
        {
            return;
        }

        if (_back.Length < path.Length * labels)
        {
            _back = new byte[path.Length * labels * 2];
        }

        if (_best.Length < 2 * labels)
        {
            _best = new float[2 * labels];
        }

        Span<float> best = _best.AsSpan(0, labels), next = _best.AsSpan(labels, labels);
        for (int j = 0; j < labels; j++)
        {
            best[j] = scores[j] + transitions[(labels * labels) + j];
        }

        for (int t = 1; t < path.Length; t++)
        {
            StepTo(scores.Slice(t * stride, labels), transitions, best, next, _back.AsSpan(t * labels, labels));
            next.CopyTo(best);
        }

        int label = 0;
        for (int j = 1; j < labels; j++)
        {
            label = best[j] > best[label] ? j : label;
        }

        for (int t = path.Length - 1; t >= 0; t--)
        {
            path[t] = label;
            label = _back[(t * labels) + label];
        }
    }

    private static void StepTo(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, ReadOnlySpan<float> best, Span<float> value, Span<byte> from)
    {
        for (int j = 0; j < scores.Length; j++)
        {
            int source = 0;
            float highest = best[0] + transitions[j];
            for (int i = 1; i < scores.Length; i++)
            {
                float path = best[i] + transitions[(i * scores.Length) + j];
                if (path > highest)
                {
                    (source, highest) = (i, path);
                }
            }

            (value[j], from[j]) = (highest + scores[j], (byte)source);
        }
    }
}

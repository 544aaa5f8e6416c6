namespace Readout.Learning;

/// <summary>
/// A linear-chain conditional random field whose transition scores depend on the position, too (Lafferty et al. 2001): the score of a
/// label sequence is the sum of u(t, y(t)) + p(t, y(t-1), y(t)). The scores of one position lie in one row:
/// <code>
/// [0, labels) u     [labels + 1 + a * labels + b] p from a to b; at the first position, a = 0 is the start
/// </code>
/// Forward and backward sums run in double precision. One instance belongs to one replica.
/// </summary>
internal sealed class PairwiseCrf(int labels)
{
    private double[] _forward = [];
    private double[] _backward = [];

    /// <summary>Scores of a position, before padding.</summary>
    public int ScoreCount => labels + 1 + (labels * labels);

    /// <summary>Where the score of a pair of labels lies in a row.</summary>
    public int PairAt(int from, int to) => labels + 1 + (from * labels) + to;

    /// <summary>Returns -log p(golds) and fills <paramref name="gradient"/> with <paramref name="scale"/> times its derivative.</summary>
    /// <param name="scores">[positions, scores], at least one position.</param>
    /// <param name="golds">[positions], allowed throughout.</param>
    /// <param name="mask">Which labels may follow which.</param>
    /// <param name="gradient">As <paramref name="scores"/>; cleared by the caller.</param>
    /// <param name="scale">Factor of the gradient.</param>
    public double Train(Matrix scores, ReadOnlySpan<int> golds, CrfMask mask, Matrix gradient, float scale)
    {
        int count = golds.Length;
        if (_forward.Length < count * labels)
        {
            _forward = new double[count * labels * 2];
            _backward = new double[count * labels * 2];
        }

        Forward(scores, count, mask);
        Backward(scores, count, mask);
        double total = LogSum(_forward.AsSpan((count - 1) * labels, labels));
        double gold = 0;
        for (int t = 0; t < count; t++)
        {
            ReadOnlySpan<float> row = scores.Row(t);
            int pair = PairAt(t == 0 ? 0 : golds[t - 1], golds[t]);
            gold += row[golds[t]] + row[pair];
            AddExpected(t, row, gradient.Row(t), mask, (total, scale));
            gradient.Row(t)[golds[t]] -= scale;
            gradient.Row(t)[pair] -= scale;
        }

        return total - gold;
    }

    private void Forward(Matrix scores, int count, CrfMask mask)
    {
        Span<double> sums = stackalloc double[labels];
        for (int t = 0; t < count; t++)
        {
            ReadOnlySpan<float> row = scores.Row(t);
            for (int to = 0; to < labels; to++)
            {
                if (t == 0)
                {
                    _forward[to] = mask.MayFollow(0, to, true) ? row[to] + row[PairAt(0, to)] : double.NegativeInfinity;
                    continue;
                }

                for (int from = 0; from < labels; from++)
                {
                    sums[from] = mask.MayFollow(from, to, mask.Breaks[t])
                        ? _forward[((t - 1) * labels) + from] + row[PairAt(from, to)] : double.NegativeInfinity;
                }

                _forward[(t * labels) + to] = LogSum(sums) + row[to];
            }
        }
    }

    private void Backward(Matrix scores, int count, CrfMask mask)
    {
        Span<double> sums = stackalloc double[labels];
        _backward.AsSpan((count - 1) * labels, labels).Clear();
        for (int t = count - 1; t > 0; t--)
        {
            ReadOnlySpan<float> row = scores.Row(t);
            for (int from = 0; from < labels; from++)
            {
                for (int to = 0; to < labels; to++)
                {
                    sums[to] = mask.MayFollow(from, to, mask.Breaks[t])
                        ? row[PairAt(from, to)] + row[to] + _backward[(t * labels) + to] : double.NegativeInfinity;
                }

                _backward[((t - 1) * labels) + from] = LogSum(sums);
            }
        }
    }

    private void AddExpected(int t, ReadOnlySpan<float> row, Span<float> gradient, CrfMask mask, (double Total, float Scale) norm)
    {
        for (int to = 0; to < labels; to++)
        {
            double after = _backward[(t * labels) + to] - norm.Total;
            float marginal = (float)(norm.Scale * Math.Exp(_forward[(t * labels) + to] + after));
            gradient[to] += marginal;
            for (int from = 0; from < labels; from++)
            {
                if (t == 0)
                {
                    gradient[PairAt(0, to)] += from == 0 ? marginal : 0f;
                }
                else if (mask.MayFollow(from, to, mask.Breaks[t]))
                {
                    double score = _forward[((t - 1) * labels) + from] + row[PairAt(from, to)] + row[to] + after;
                    gradient[PairAt(from, to)] += (float)(norm.Scale * Math.Exp(score));
                }
            }
        }
    }

    private static double LogSum(ReadOnlySpan<double> values)
    {
        double highest = double.NegativeInfinity;
        foreach (double value in values)
        {
            highest = Math.Max(highest, value);
        }

        if (double.IsNegativeInfinity(highest))
        {
            return highest;
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - highest);
        }

        return highest + Math.Log(sum);
    }
}

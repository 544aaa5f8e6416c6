namespace Readout.Learning;

/// <summary>
/// The loss of a linear-chain conditional random field (Lafferty et al. 2001) on emission scores, with learnt transitions and
/// forbidden ones. A gold label of -1 leaves the word open. One instance belongs to one replica.
/// </summary>
/// <param name="transitions">[labels + 1, padded labels]: row i scores the step from label i, the last row the first label.</param>
/// <param name="allowed">[labels + 1, labels]: which steps may be.</param>
/// <param name="labels">Number of labels.</param>
/// <param name="gradients">Where the transitions' gradients go.</param>
internal sealed class CrfLayer(Parameter transitions, bool[] allowed, int labels, Gradients gradients)
{
    private const double Forbidden = -1e4;

    private readonly double[] _step = new double[(labels + 1) * labels];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _emission = [];

    /// <summary>Returns -log p(golds) of one sequence and writes the emissions' gradient over the scores.</summary>
    /// <param name="scores">The matrix that holds the scores.</param>
    /// <param name="at">First row and first column of the sequence's scores, and its length.</param>
    /// <param name="golds">Labels, -1 for open.</param>
    /// <param name="scale">Factor of the gradient.</param>
    public double Train(Matrix scores, (int Row, int Column, int Count) at, ReadOnlySpan<int> golds, float scale)
    {
        Load(scores, at);
        var open = new int[at.Count];
        Array.Fill(open, -1);
        double all = Run(open), gradientScale = scale;
        Clear(scores, at);
        AddMarginals(scores, at, open, (all, gradientScale));
        double right = Run(golds);
        AddMarginals(scores, at, golds, (right, -gradientScale));
        return all - right;
    }

    private static double LogSum(ReadOnlySpan<double> values)
    {
        double highest = double.NegativeInfinity;
        foreach (double value in values)
        {
            highest = Math.Max(highest, value);
        }

        double sum = 0;
        foreach (double value in values)
        {
            double difference = value - highest;
            sum += difference > -40 ? Math.Exp(difference) : 0;
        }

        return highest + Math.Log(sum);
    }

    private void Load(Matrix scores, (int Row, int Column, int Count) at)
    {
        int size = at.Count * labels;
        if (_emission.Length < size)
        {
            (_emission, _forward, _backward) = (new double[size * 2], new double[size * 2], new double[size * 2]);
        }

        for (int t = 0; t < at.Count; t++)
        {
            ReadOnlySpan<float> row = scores.Row(at.Row + t).Slice(at.Column, labels);
            for (int j = 0; j < labels; j++)
            {
                _emission[(t * labels) + j] = row[j];
            }
        }

        for (int i = 0; i <= labels; i++)
        {
            for (int j = 0; j < labels; j++)
            {
                _step[(i * labels) + j] = transitions.Value.Row(i)[j] + (allowed[(i * labels) + j] ? 0 : Forbidden);
            }
        }
    }

    private void Clear(Matrix scores, (int Row, int Column, int Count) at)
    {
        for (int t = 0; t < at.Count; t++)
        {
            scores.Row(at.Row + t).Slice(at.Column, labels).Clear();
        }
    }

    /// <summary>Fills both tables and returns the log of the sum over all paths that agree with <paramref name="golds"/>.</summary>
    private double Run(ReadOnlySpan<int> golds)
    {
        int count = golds.Length;
        Span<double> terms = stackalloc double[labels];
        for (int t = 0; t < count; t++)
        {
            for (int j = 0; j < labels; j++)
            {
                double before = _step[(labels * labels) + j];
                for (int i = 0; t > 0 && i < labels; i++)
                {
                    terms[i] = _forward[((t - 1) * labels) + i] + _step[(i * labels) + j];
                }

                before = t > 0 ? LogSum(terms) : before;
                bool open = golds[t] < 0 || golds[t] == j;
                _forward[(t * labels) + j] = open ? before + _emission[(t * labels) + j] : double.NegativeInfinity;
            }
        }

        _backward.AsSpan((count - 1) * labels, labels).Clear();
        for (int t = count - 2; t >= 0; t--)
        {
            for (int i = 0; i < labels; i++)
            {
                for (int j = 0; j < labels; j++)
                {
                    int next = ((t + 1) * labels) + j;
                    bool open = golds[t + 1] < 0 || golds[t + 1] == j;
                    terms[j] = open ? _step[(i * labels) + j] + _emission[next] + _backward[next] : double.NegativeInfinity;
                }

                _backward[(t * labels) + i] = LogSum(terms);
            }
        }

        return LogSum(_forward.AsSpan((count - 1) * labels, labels));
    }

    /// <summary>Adds the probabilities of labels and steps times a scale.</summary>
    private void AddMarginals(Matrix scores, (int Row, int Column, int Count) at, ReadOnlySpan<int> golds, (double Total, double Scale) weight)
    {
        Matrix gradient = gradients[transitions];
        for (int t = 0; t < at.Count; t++)
        {
            Span<float> row = scores.Row(at.Row + t).Slice(at.Column, labels);
            for (int j = 0; j < labels; j++)
            {
                int here = (t * labels) + j;
                if (golds[t] >= 0 && golds[t] != j)
                {
                    continue;
                }

                double probability = Probability(_forward[here] + _backward[here] - weight.Total);
                row[j] += (float)(weight.Scale * probability);
                if (t == 0)
                {
                    gradient.Row(labels)[j] += (float)(weight.Scale * probability);
                }

                for (int i = 0; t > 0 && i < labels; i++)
                {
                    double path = _forward[((t - 1) * labels) + i] + _step[(i * labels) + j] + _emission[here] + _backward[here];
                    gradient.Row(i)[j] += (float)(weight.Scale * Probability(path - weight.Total));
                }
            }
        }
    }

    private static double Probability(double logarithm) => logarithm > -40 ? Math.Exp(logarithm) : 0;
}

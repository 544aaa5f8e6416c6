namespace Readout.Learning;

/// <summary>
/// Biaffine arc scores (Dozat and Manning 2017): s(i, j) = q(i) . k(j) + distance(j - i), where q is the dependent's transformed vector,
/// k the head's, and head 0 is the root's own vector. Trained with a softmax over the heads of each token. One instance belongs to one replica.
/// </summary>
/// <param name="root">[1, size]: the root as a head.</param>
/// <param name="distance">[1, buckets]: a bias per signed distance, see <see cref="DistanceBucket"/>.</param>
/// <param name="gradients">Where the two parameters' gradients go.</param>
internal sealed class ArcScorer(Parameter root, Parameter distance, Gradients gradients)
{
    private readonly Matrix _heads = new();
    private readonly Matrix _headsTransposed = new();
    private readonly Matrix _scores = new();
    private readonly Matrix _headGradients = new();

    /// <summary>Returns the summed loss of a sentence and adds to the gradients of both sides' rows.</summary>
    /// <param name="queries">Dependents' vectors [rows, size] and their gradients.</param>
    /// <param name="keys">Heads' vectors [rows, size] and their gradients.</param>
    /// <param name="sentence">First row and number of tokens.</param>
    /// <param name="targets">Per row its heads, 1-based within the sentence, 0 the root.</param>
    /// <param name="scale">Factor of the gradient.</param>
    public double Train(
        (Matrix Value, Matrix Gradient) queries, (Matrix Value, Matrix Gradient) keys, (int Start, int Count) sentence, LabelTargets targets, float scale)
    {
        int size = keys.Value.Columns, count = sentence.Count, padded = ParameterSet.Padded(count + 1);
        LoadHeads(keys.Value, sentence.Start, count, padded);
        _scores.Resize(count, padded);
        MatrixView query = queries.Value.View.RowRange(sentence.Start, count);
        Gemm.Multiply(query, _headsTransposed.View, _scores.View);
        double loss = 0;
        Span<float> bias = distance.Value.AsSpan(), biasGradient = gradients[distance].AsSpan();
        for (int i = 0; i < count; i++)
        {
            Span<float> row = _scores.Row(i);
            for (int j = 0; j <= count; j++)
            {
                row[j] += bias[DistanceBucket(i + 1, j)];
            }

            row[i + 1] = -1e9f;
            loss += targets.Apply(sentence.Start + i, row[..(count + 1)], row[..(count + 1)], scale);
            row[(count + 1)..].Clear();
            for (int j = 0; j <= count; j++)
            {
                biasGradient[DistanceBucket(i + 1, j)] += row[j];
            }
        }

        Gemm.Multiply(_scores.View, _heads.View, queries.Gradient.View.RowRange(sentence.Start, count), accumulate: true);
        _headGradients.Resize(padded, size);
        Gemm.Multiply(_scores.Transposed, query, _headGradients.View);
        Elementwise.Add(gradients[root].AsSpan(), _headGradients.Row(0));
        Elementwise.Add(keys.Gradient.AsSpan().Slice(sentence.Start * size, count * size), _headGradients.AsSpan().Slice(size, count * size));
        return loss;
    }

    /// <summary>Number of distance biases, padded: signed distances up to 23 each way, the farther ones, and the root.</summary>
    public const int Buckets = 64;

    /// <summary>Which bias applies to the arc from token <paramref name="dependent"/> to <paramref name="head"/> (both 1-based, head 0 the root).</summary>
    public static int DistanceBucket(int dependent, int head) =>
        head == 0 ? 63 : 31 + Math.Clamp(head - dependent, -30, 30);

    private void LoadHeads(Matrix keys, int start, int count, int padded)
    {
        int size = keys.Columns;
        _heads.Resize(padded, size);
        _heads.Clear();
        root.Value.AsSpan().CopyTo(_heads.Row(0));
        keys.AsSpan().Slice(start * size, count * size).CopyTo(_heads.AsSpan()[size..]);
        _headsTransposed.Resize(size, padded);
        for (int j = 0; j < padded; j++)
        {
            Span<float> head = _heads.Row(j);
            for (int k = 0; k < size; k++)
            {
                _headsTransposed.Data[(k * padded) + j] = head[k];
            }
        }
    }
}

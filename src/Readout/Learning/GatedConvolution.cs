namespace Readout.Learning;

/// <summary>
/// A gated convolution over three neighbours with a residual (Dauphin et al. 2017): y = x + a * gate(g), [a, g] = [x(t-1), x(t), x(t+1)] W + b.
/// Sequences do not see each other. One instance belongs to one replica.
/// </summary>
internal sealed class GatedConvolution(LinearLayer linear, int width)
{
    private readonly NeighbourWindow _window = new(width);
    private readonly Matrix _projected = new();
    private readonly Matrix _projectedGradient = new();

    /// <param name="input">[rows, width].</param>
    /// <param name="starts">First row of each sequence, then the number of rows.</param>
    /// <param name="output">Receives [rows, width].</param>
    public void Forward(Matrix input, ReadOnlySpan<int> starts, Matrix output)
    {
        _window.Gather(input, starts);
        linear.Forward(_window.Value, _projected);
        output.ResizeLike(input);
        for (int t = 0; t < input.Rows; t++)
        {
            Span<float> x = input.Row(t), y = output.Row(t), p = _projected.Row(t);
            for (int i = 0; i < width; i++)
            {
                y[i] = x[i] + (p[i] * QuadraticSigmoid.Value(p[width + i]));
            }
        }
    }

    /// <summary>Fills <paramref name="inputGradient"/>; call after <see cref="Forward"/> with the same sequences.</summary>
    public void Backward(Matrix outputGradient, ReadOnlySpan<int> starts, Matrix inputGradient)
    {
        _projectedGradient.ResizeLike(_projected);
        for (int t = 0; t < outputGradient.Rows; t++)
        {
            Span<float> dy = outputGradient.Row(t), p = _projected.Row(t), dp = _projectedGradient.Row(t);
            for (int i = 0; i < width; i++)
            {
                dp[i] = dy[i] * QuadraticSigmoid.Value(p[width + i]);
                dp[width + i] = dy[i] * p[i] * QuadraticSigmoid.Derivative(p[width + i]);
            }
        }

        linear.Backward(_window.Value, _projectedGradient, _window.Gradient);
        inputGradient.CopyFrom(outputGradient);
        _window.Scatter(starts, inputGradient);
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Learning;

/// <summary>
/// A bidirectional simple recurrent unit (Lei et al. 2018) with a highway: per direction and unit
/// c(t) = f c(t-1) + (1 - f) u, y = r c + (1 - r) x, with [u, f, r] = x W + b and quadratic gates. The first half of the units runs
/// left to right, the second right to left. With a window W reads each row's two neighbours too (QRNN: Bradbury et al. 2017). One instance belongs to one replica.
/// </summary>
/// <param name="linear">[width, or 3 width with a window; 3 width].</param>
/// <param name="width">Units of both directions.</param>
/// <param name="window">The neighbours, null for none.</param>
internal sealed class BidirectionalSru(LinearLayer linear, int width, NeighbourWindow? window = null)
{
    private readonly Matrix _projected = new();
    private readonly Matrix _projectedGradient = new();
    private readonly Matrix _state = new();
    private readonly Matrix _highway = new();

    /// <param name="input">[rows, width].</param>
    /// <param name="starts">First row of each sequence, then the number of rows.</param>
    /// <param name="output">Receives [rows, width].</param>
    public void Forward(Matrix input, ReadOnlySpan<int> starts, Matrix output)
    {
        window?.Gather(input, starts);
        linear.Forward(window?.Value ?? input, _projected);
        output.ResizeLike(input);
        _state.ResizeLike(input);
        Span<float> zero = stackalloc float[width / 2];
        zero.Clear();
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            (int first, int last) = (starts[s], starts[s + 1] - 1);
            for (int t = first; t <= last; t++)
            {
                ForwardStep(input, output, t, 0, t == first ? zero : _state.Row(t - 1)[..(width / 2)]);
            }

            for (int t = last; t >= first; t--)
            {
                ForwardStep(input, output, t, width / 2, t == last ? zero : _state.Row(t + 1)[(width / 2)..]);
            }
        }
    }

    /// <summary>Fills <paramref name="inputGradient"/>; call after <see cref="Forward"/> with the same input and sequences.</summary>
    public void Backward(Matrix input, Matrix outputGradient, ReadOnlySpan<int> starts, Matrix inputGradient)
    {
        _projectedGradient.ResizeLike(_projected);
        _highway.ResizeLike(input);
        Span<float> zero = stackalloc float[width / 2];
        Span<float> carried = stackalloc float[width / 2];
        zero.Clear();
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            (int first, int last) = (starts[s], starts[s + 1] - 1);
            carried.Clear();
            for (int t = last; t >= first; t--)
            {
                BackwardStep(input, outputGradient, (t, 0), t == first ? zero : _state.Row(t - 1)[..(width / 2)], carried);
            }

            carried.Clear();
            for (int t = first; t <= last; t++)
            {
                BackwardStep(input, outputGradient, (t, width / 2), t == last ? zero : _state.Row(t + 1)[(width / 2)..], carried);
            }
        }

        if (window is null)
        {
            linear.Backward(input, _projectedGradient, inputGradient);
            inputGradient.Add(_highway);
            return;
        }

        linear.Backward(window.Value, _projectedGradient, window.Gradient);
        inputGradient.CopyFrom(_highway);
        window.Scatter(starts, inputGradient);
    }

    private static ReadOnlySpan<Vector<float>> Vectors(ReadOnlySpan<float> row, int offset, int count) =>
        MemoryMarshal.Cast<float, Vector<float>>(row.Slice(offset, count));

    private static Span<Vector<float>> MutableVectors(Span<float> row, int offset, int count) =>
        MemoryMarshal.Cast<float, Vector<float>>(row.Slice(offset, count));

    private void ForwardStep(Matrix input, Matrix output, int t, int offset, ReadOnlySpan<float> previous)
    {
        int half = width / 2;
        ReadOnlySpan<Vector<float>> u = Vectors(_projected.Row(t), offset, half);
        ReadOnlySpan<Vector<float>> f = Vectors(_projected.Row(t), width + offset, half);
        ReadOnlySpan<Vector<float>> r = Vectors(_projected.Row(t), (2 * width) + offset, half);
        ReadOnlySpan<Vector<float>> x = Vectors(input.Row(t), offset, half), before = Vectors(previous, 0, half);
        Span<Vector<float>> c = MutableVectors(_state.Row(t), offset, half), y = MutableVectors(output.Row(t), offset, half);
        for (int i = 0; i < c.Length; i++)
        {
            Vector<float> state = u[i] + (QuadraticSigmoid.Value(f[i]) * (before[i] - u[i]));
            c[i] = state;
            y[i] = x[i] + (QuadraticSigmoid.Value(r[i]) * (state - x[i]));
        }
    }

    private void BackwardStep(
        Matrix input, Matrix outputGradient, (int T, int Offset) at, ReadOnlySpan<float> previous, Span<float> carried)
    {
        int half = width / 2;
        (int t, int offset) = at;
        ReadOnlySpan<Vector<float>> u = Vectors(_projected.Row(t), offset, half);
        ReadOnlySpan<Vector<float>> f = Vectors(_projected.Row(t), width + offset, half);
        ReadOnlySpan<Vector<float>> r = Vectors(_projected.Row(t), (2 * width) + offset, half);
        ReadOnlySpan<Vector<float>> x = Vectors(input.Row(t), offset, half), before = Vectors(previous, 0, half);
        ReadOnlySpan<Vector<float>> c = Vectors(_state.Row(t), offset, half), dy = Vectors(outputGradient.Row(t), offset, half);
        Span<Vector<float>> du = MutableVectors(_projectedGradient.Row(t), offset, half);
        Span<Vector<float>> df = MutableVectors(_projectedGradient.Row(t), width + offset, half);
        Span<Vector<float>> dr = MutableVectors(_projectedGradient.Row(t), (2 * width) + offset, half);
        Span<Vector<float>> dx = MutableVectors(_highway.Row(t), offset, half), dc = MutableVectors(carried, 0, half);
        for (int i = 0; i < du.Length; i++)
        {
            Vector<float> forget = QuadraticSigmoid.Value(f[i]), reset = QuadraticSigmoid.Value(r[i]);
            Vector<float> state = dc[i] + (dy[i] * reset);
            dr[i] = dy[i] * (c[i] - x[i]) * QuadraticSigmoid.Derivative(r[i]);
            dx[i] = dy[i] * (Vector<float>.One - reset);
            df[i] = state * (before[i] - u[i]) * QuadraticSigmoid.Derivative(f[i]);
            du[i] = state * (Vector<float>.One - forget);
            dc[i] = state * forget;
        }
    }
}

namespace Readout.Learning;

/// <summary>Each row beside its left and right neighbour of the same sequence, zeros beyond the ends. One instance belongs to one replica.</summary>
internal sealed class NeighbourWindow(int width)
{
    /// <summary>[rows, 3 width].</summary>
    public Matrix Value { get; } = new();

    /// <summary>The gradient of <see cref="Value"/>, to be filled before <see cref="Scatter"/>.</summary>
    public Matrix Gradient { get; } = new();

    /// <param name="input">[rows, width].</param>
    /// <param name="starts">First row of each sequence, then the number of rows.</param>
    public void Gather(Matrix input, ReadOnlySpan<int> starts)
    {
        Value.Resize(input.Rows, 3 * width);
        Value.Clear();
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int t = starts[s]; t < starts[s + 1]; t++)
            {
                int from = Math.Max(t - 1, starts[s]), to = Math.Min(t + 1, starts[s + 1] - 1);
                input.AsSpan()[(from * width)..((to + 1) * width)].CopyTo(Value.Row(t)[((from - t + 1) * width)..]);
            }
        }
    }

    /// <summary>Adds to <paramref name="inputGradient"/> [rows, width].</summary>
    public void Scatter(ReadOnlySpan<int> starts, Matrix inputGradient)
    {
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int t = starts[s]; t < starts[s + 1]; t++)
            {
                int from = Math.Max(t - 1, starts[s]), to = Math.Min(t + 1, starts[s + 1] - 1);
                Span<float> window = Gradient.Row(t)[((from - t + 1) * width)..((to - t + 2) * width)];
                Elementwise.Add(inputGradient.AsSpan()[(from * width)..((to + 1) * width)], window);
            }
        }
    }
}

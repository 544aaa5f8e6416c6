namespace Readout.Training;

/// <summary>Weights with the sums of their squared slopes, for AdaGrad steps (Duchi et al. 2011).</summary>
internal sealed class AdaptiveWeights(int count)
{
    private readonly float[] _squares = new float[count];

    public float[] Values { get; } = new float[count];

    /// <summary>Row of a matrix of given width.</summary>
    public ReadOnlySpan<float> Row(int row, int width) => Values.AsSpan(row * width, width);

    /// <summary>One step of one weight against its slope.</summary>
    public void Step(int at, float slope, float rate, float decay)
    {
        slope += decay * Values[at];
        _squares[at] += slope * slope;
        Values[at] -= rate * slope / MathF.Sqrt(_squares[at] + 1e-4f);
    }
}

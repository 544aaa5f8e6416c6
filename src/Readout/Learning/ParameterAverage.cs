namespace Readout.Learning;

/// <summary>
/// A moving average of all parameters (Polyak and Juditsky 1992): it scores better than the last step's own values. The parameters can
/// be exchanged with it and back.
/// </summary>
internal sealed class ParameterAverage(ParameterSet parameters)
{
    /// <summary>Steps from one update to the next.</summary>
    private const int Interval = 16;

    /// <summary>Share of the average kept at an update: it reaches back about 800 steps.</summary>
    private const float Kept = 0.98f;

    private readonly Matrix[] _averages = [.. parameters.Items.Select(p => Copy(p.Value))];
    private int _steps;
    private int _updates;

    /// <summary>Call after each step.</summary>
    public void Update(ParallelOptions parallel)
    {
        if (++_steps % Interval != 0)
        {
            return;
        }

        float kept = Math.Min(Kept, _updates / (_updates + 4f));
        _updates++;
        Parallel.For(0, _averages.Length, parallel, i =>
        {
            Span<float> average = _averages[i].AsSpan(), value = parameters.Items[i].Value.AsSpan();
            for (int k = 0; k < average.Length; k++)
            {
                average[k] = value[k] + (kept * (average[k] - value[k]));
            }
        });
    }

    /// <summary>Exchanges the parameters' values with the average.</summary>
    public void Swap()
    {
        for (int i = 0; i < _averages.Length; i++)
        {
            Matrix value = Copy(parameters.Items[i].Value);
            _averages[i].AsSpan().CopyTo(parameters.Items[i].Value.AsSpan());
            _averages[i] = value;
        }
    }

    private static Matrix Copy(Matrix source)
    {
        var copy = new Matrix();
        copy.CopyFrom(source);
        return copy;
    }
}

using Readout.Learning;

namespace Readout.Tests.Learning;

/// <summary>Compares a backward pass with central differences of the forward pass.</summary>
internal static class GradientCheck
{
    private const float Step = 0.01f;

    public static Matrix Random(int rows, int columns, ulong seed)
    {
        var matrix = new Matrix(rows, columns);
        var random = new SeededRandom(seed);
        foreach (ref float value in matrix.AsSpan())
        {
            value = (2f * random.NextSingle()) - 1f;
        }

        return matrix;
    }

    /// <summary>Checks sampled elements of <paramref name="values"/> against <paramref name="gradient"/>.</summary>
    public static void Check(Span<float> values, ReadOnlySpan<float> gradient, Func<double> loss)
    {
        var random = new SeededRandom(99);
        for (int sample = 0; sample < Math.Min(values.Length, 24); sample++)
        {
            int i = random.Next(values.Length);
            float before = values[i];
            values[i] = before + Step;
            double above = loss();
            values[i] = before - Step;
            double below = loss();
            values[i] = before;
            double expected = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(expected - gradient[i]) < 0.01 + (0.02 * Math.Abs(expected)),
                $"element {i}: numerical {expected}, analytical {gradient[i]}");
        }
    }

    /// <summary>The loss whose gradient is <paramref name="weights"/>.</summary>
    public static double Dot(Matrix output, Matrix weights)
    {
        double sum = 0;
        for (int i = 0; i < output.Rows * output.Columns; i++)
        {
            sum += (double)output.Data[i] * weights.Data[i];
        }

        return sum;
    }
}

using Readout.Learning;
using Readout.Models;
using Readout.Tests.Learning;

namespace Readout.Tests.Models;

public sealed class Int8GemmTests
{
    [Theory]
    [InlineData(1, 64, 24)]
    [InlineData(5, 96, 288)]
    [InlineData(38, 128, 50)]
    [InlineData(3, 30, 7)]
    public void Every_kernel_gives_the_bits_of_the_scalar_one(int rows, int inputs, int outputs)
    {
        (Int8Activations activations, Int8Matrix weights) = Build(rows, inputs, outputs);
        var expected = new float[Int8Gemm.ResultLength(rows, weights)];
        Int8Gemm.Multiply(activations, weights, expected, Int8Kernel.Scalar);
        foreach (Int8Kernel kernel in Enum.GetValues<Int8Kernel>().Where(Int8Kernels.IsSupported))
        {
            var result = new float[expected.Length];
            Int8Gemm.Multiply(activations, weights, result, kernel);
            Assert.Equal(expected[..(rows * weights.PaddedOutputs)], result[..(rows * weights.PaddedOutputs)]);
        }
    }

    [Theory]
    [InlineData(127, 127)]
    [InlineData(-127, -127)]
    [InlineData(127, -127)]
    public void Extreme_values_do_not_saturate(int activation, int weight)
    {
        const int Inputs = 128;
        var activations = new Int8Activations();
        activations.Resize(1, Inputs);
        activations.SetRow(0, Enumerable.Repeat((float)activation, Inputs).ToArray());
        var weights = Int8Matrix.Pack(Enumerable.Repeat((sbyte)weight, Inputs * 24).ToArray(), Inputs, Enumerable.Repeat(1f, 24).ToArray(), []);
        foreach (Int8Kernel kernel in Enum.GetValues<Int8Kernel>().Where(Int8Kernels.IsSupported))
        {
            var result = new float[Int8Gemm.ResultLength(1, weights)];
            Int8Gemm.Multiply(activations, weights, result, kernel);
            Assert.Equal((float)activation * weight * Inputs, result[23]);
        }
    }

    [Fact]
    public void The_product_is_near_that_of_the_floats()
    {
        Matrix x = GradientCheck.Random(4, 96, 1), w = GradientCheck.Random(96, 48, 2);
        (Int8Activations activations, Int8Matrix weights) = Build(4, 96, 48);
        var result = new float[Int8Gemm.ResultLength(4, weights)];
        Int8Gemm.Multiply(activations, weights, result, Int8Kernels.Best);
        for (int j = 0; j < 48; j++)
        {
            double sum = weights.Biases[j];
            for (int k = 0; k < 96; k++)
            {
                sum += (double)x.Row(2)[k] * w.Row(k)[j];
            }

            Assert.Equal(sum, result[(2 * weights.PaddedOutputs) + j], 0.15);
        }
    }

    [Fact]
    public void Rounding_a_row_agrees_with_its_scalar_tail()
    {
        Matrix x = GradientCheck.Random(1, 37, 7);
        var activations = new Int8Activations();
        activations.Resize(1, 37);
        activations.SetRow(0, x.AsSpan());
        float highest = x.AsSpan().ToArray().Max(Math.Abs);
        for (int i = 0; i < 37; i++)
        {
            Assert.Equal((int)MathF.Round(x.AsSpan()[i] * (127f / highest)) + 128, activations.Data[i]);
        }
    }

    private static (Int8Activations Activations, Int8Matrix Weights) Build(int rows, int inputs, int outputs)
    {
        Matrix x = GradientCheck.Random(rows, inputs, 1), w = GradientCheck.Random(inputs, outputs, 2);
        var activations = new Int8Activations();
        activations.Resize(rows, inputs);
        for (int row = 0; row < rows; row++)
        {
            activations.SetRow(row, x.Row(row));
        }

        float[] biases = GradientCheck.Random(1, outputs, 3).AsSpan().ToArray();
        return (activations, Int8Matrix.Quantize(w.AsSpan(), (inputs, outputs, outputs), biases));
    }
}

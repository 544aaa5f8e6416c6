namespace Readout.Models;

/// <summary>
/// The product of 8-bit activations and weights in exact 32-bit sums, scaled to fp32:
/// result(i, j) = (sum of bytes times weights - correction(j)) * (row scale(i) * column scale(j)) + bias(j), without fused operations.
/// </summary>
internal static class Int8Gemm
{
    /// <summary>Rows are computed in groups of this many; the result needs room for the last group.</summary>
    public const int TileRows = 4;

    /// <summary>Floats the result needs for a number of rows.</summary>
    public static int ResultLength(int rows, Int8Matrix weights) =>
        (rows + TileRows - 1) / TileRows * TileRows * weights.PaddedOutputs;

    /// <param name="input">[rows, inputs].</param>
    /// <param name="weights">[inputs, outputs].</param>
    /// <param name="result">Receives [rows, padded outputs]; at least <see cref="ResultLength"/> values.</param>
    /// <param name="kernel">Which instructions; all give the same result.</param>
    public static void Multiply(Int8Activations input, Int8Matrix weights, Span<float> result, Int8Kernel kernel)
    {
        if (result.Length < ResultLength(input.Rows, weights))
        {
            throw new ArgumentException("The result is too short for the rows.", nameof(result));
        }

        switch (kernel)
        {
            case Int8Kernel.AvxVnni:
                Int8GemmVnni.Multiply(input, weights, result);
                break;
            case Int8Kernel.Avx2:
                Int8GemmAvx2.Multiply(input, weights, result);
                break;
            default:
                MultiplyScalar(input, weights, result);
                break;
        }
    }

    private static void MultiplyScalar(Int8Activations input, Int8Matrix weights, Span<float> result)
    {
        for (int row = 0; row < input.Rows; row++)
        {
            ReadOnlySpan<byte> bytes = input.Data.AsSpan(row * input.Stride, input.Stride);
            for (int output = 0; output < weights.PaddedOutputs; output++)
            {
                int sum = 0;
                for (int i = 0; i < bytes.Length; i++)
                {
                    sum += bytes[i] * weights.Packed[weights.Position(i, output)];
                }

                float scale = input.Scales[row] * weights.Scales[output];
                float product = (sum - weights.Corrections[output]) * scale;
                result[(row * weights.PaddedOutputs) + output] = product + weights.Biases[output];
            }
        }
    }
}

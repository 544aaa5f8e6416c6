using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Models;

/// <summary>A table of rows in 8 bits with one scale per row: value = byte * scale.</summary>
internal readonly record struct QuantizedRows(sbyte[] Values, float[] Scales)
{
    /// <summary>Rounds each row of <paramref name="values"/> to the range of its largest magnitude.</summary>
    public static QuantizedRows From(ReadOnlySpan<float> values, int width)
    {
        int rows = values.Length / width;
        var bytes = new sbyte[values.Length];
        var scales = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> source = values.Slice(row * width, width);
            float highest = 0f;
            foreach (float value in source)
            {
                highest = Math.Max(highest, Math.Abs(value));
            }

            scales[row] = highest / 127f;
            for (int i = 0; i < width; i++)
            {
                bytes[(row * width) + i] = highest > 0f ? (sbyte)MathF.Round(source[i] * (127f / highest)) : (sbyte)0;
            }
        }

        return new QuantizedRows(bytes, scales);
    }

    /// <summary>target += row.</summary>
    public void AddTo(int row, Span<float> target)
    {
        var scale = new Vector<float>(Scales[row]);
        ReadOnlySpan<sbyte> values = Values.AsSpan(row * target.Length, target.Length);
        ReadOnlySpan<Vector<sbyte>> vectors = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(values);
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out Vector<short> low, out Vector<short> high);
            AddHalf(sums[(4 * i)..], low, scale);
            AddHalf(sums[((4 * i) + 2)..], high, scale);
        }

        for (int i = vectors.Length * Vector<sbyte>.Count; i < target.Length; i++)
        {
            float value = values[i] * Scales[row];
            target[i] += value;
        }
    }

    private static void AddHalf(Span<Vector<float>> sums, Vector<short> values, Vector<float> scale)
    {
        Vector.Widen(values, out Vector<int> low, out Vector<int> high);
        sums[0] += Vector.ConvertToSingle(low) * scale;
        sums[1] += Vector.ConvertToSingle(high) * scale;
    }
}

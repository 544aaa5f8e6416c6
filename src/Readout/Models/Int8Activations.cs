using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Readout.Learning;

namespace Readout.Models;

/// <summary>
/// Rows of activations in 8 bits with one scale per row: value = (byte - 128) * scale. Storage only grows. Not thread-safe.
/// </summary>
internal sealed class Int8Activations
{
    /// <summary>Adding and subtracting 1.5 * 2^23 rounds to the nearest integer, ties to even, on every machine.</summary>
    private const float Rounder = 12582912f;

    public Int8Activations()
    {
    }

    /// <summary>Makes room for exactly so many rows, padding included.</summary>
    public Int8Activations(int rows, int columns)
    {
        (Rows, Stride) = (rows, (columns + 3) / 4 * 4);
        int padded = (rows + 3) / 4 * 4;
        (Data, Scales) = (new byte[padded * Stride], new float[padded]);
    }

    public byte[] Data { get; private set; } = [];

    public float[] Scales { get; private set; } = [];

    public int Rows { get; private set; }

    /// <summary>Bytes per row, a multiple of 4.</summary>
    public int Stride { get; private set; }

    /// <summary>An empty set of features over states, or over none.</summary>
    public static FeatureSet Features(Int8Activations? states) => states is null ? new FeatureSet() : new FeatureSet(states.Data, states.Stride);

    /// <summary>Sets the shape; rows are padded to a multiple of 4 and the padding holds whatever was there.</summary>
    public void Resize(int rows, int columns)
    {
        Stride = (columns + 3) / 4 * 4;
        Rows = rows;
        int padded = (rows + 3) / 4 * 4;
        if (Data.Length < padded * Stride)
        {
            Data = new byte[padded * Stride * 5 / 4];
        }

        if (Scales.Length < padded)
        {
            Scales = new float[padded * 5 / 4];
        }
    }

    /// <summary>Copies the first rows of another matrix of the same stride to <paramref name="row"/> and the rows after it.</summary>
    public void CopyRows(Int8Activations source, int rows, int row)
    {
        source.Data.AsSpan(0, rows * Stride).CopyTo(Data.AsSpan(row * Stride));
        source.Scales.AsSpan(0, rows).CopyTo(Scales.AsSpan(row));
    }

    /// <summary>Quantizes one row to the range of its largest magnitude.</summary>
    public void SetRow(int row, ReadOnlySpan<float> values)
    {
        float highest = Elementwise.LargestMagnitude(values);
        float inverse = highest > 0f ? 127f / highest : 0f;
        Scales[row] = highest / 127f;
        Span<byte> target = Data.AsSpan(row * Stride, Stride);
        int done = RoundBlocks(values, target, inverse);
        for (int i = done; i < values.Length; i++)
        {
            float rounded = ((values[i] * inverse) + Rounder) - Rounder;
            target[i] = (byte)((int)rounded + 128);
        }

        target[values.Length..].Fill(128);
    }

    /// <summary>Rounds whole blocks of 16 values and returns how many were done; agrees with the scalar tail to the bit.</summary>
    private static int RoundBlocks(ReadOnlySpan<float> values, Span<byte> target, float inverse)
    {
        if (Avx512F.IsSupported)
        {
            return RoundWideBlocks(values, target, inverse);
        }

        if (!Vector128.IsHardwareAccelerated)
        {
            return 0;
        }

        int blocks = values.Length / 16;
        ref float source = ref MemoryMarshal.GetReference(values);
        ref byte output = ref MemoryMarshal.GetReference(target);
        for (int i = 0; i < blocks; i++)
        {
            nuint at = (nuint)(i * 16);
            Vector128<int> a = RoundFour(Vector128.LoadUnsafe(ref source, at), inverse);
            Vector128<int> b = RoundFour(Vector128.LoadUnsafe(ref source, at + 4), inverse);
            Vector128<int> c = RoundFour(Vector128.LoadUnsafe(ref source, at + 8), inverse);
            Vector128<int> d = RoundFour(Vector128.LoadUnsafe(ref source, at + 12), inverse);
            Vector128.Narrow(Vector128.Narrow(a, b), Vector128.Narrow(c, d)).AsByte().StoreUnsafe(ref output, at);
        }

        return blocks * 16;
    }

    private static int RoundWideBlocks(ReadOnlySpan<float> values, Span<byte> target, float inverse)
    {
        int blocks = values.Length / 16;
        ref float source = ref MemoryMarshal.GetReference(values);
        ref byte output = ref MemoryMarshal.GetReference(target);
        for (int i = 0; i < blocks; i++)
        {
            nuint at = (nuint)(i * 16);
            Vector512<float> rounded = (Vector512.LoadUnsafe(ref source, at) * inverse) + Vector512.Create(Rounder);
            Avx512F.ConvertToVector128Byte(rounded.AsInt32() + Vector512.Create(128)).StoreUnsafe(ref output, at);
        }

        return blocks * 16;
    }

    /// <summary>The low byte of the bits of a float near <see cref="Rounder"/> holds the rounded integer.</summary>
    private static Vector128<int> RoundFour(Vector128<float> values, float inverse) =>
        ((values * inverse) + Vector128.Create(Rounder)).AsInt32() + Vector128.Create(128);
}

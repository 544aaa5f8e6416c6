using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Readout.Models;

/// <summary>
/// The AVX2 kernel: bytes are widened to 16 bits before they are multiplied, so that no sum saturates and full 8-bit weights stay exact.
/// A tile is 2 rows x 24 outputs; each accumulator holds two partial sums per output.
/// </summary>
internal static class Int8GemmAvx2
{
    private const int Rows = 2;

    public static void Multiply(Int8Activations input, Int8Matrix weights, Span<float> result)
    {
        Span<short> wide = stackalloc short[Rows * 1024];
        if (input.Stride > 1024)
        {
            throw new ArgumentException("More than 1024 inputs.", nameof(input));
        }

        for (int row = 0; row < input.Rows; row += Rows)
        {
            Widen(input.Data.AsSpan(row * input.Stride, Rows * input.Stride), wide);
            for (int block = 0; block < weights.PaddedOutputs; block += Int8Matrix.BlockOutputs)
            {
                Tile(wide, weights, result, (row, block), input);
            }
        }
    }

    private static void Widen(ReadOnlySpan<byte> bytes, Span<short> wide)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            wide[i] = bytes[i];
        }
    }

    private static void Tile(
        ReadOnlySpan<short> wide, Int8Matrix weights, Span<float> result, (int Row, int Block) at, Int8Activations input)
    {
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector256<int> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default;
        ref short x = ref MemoryMarshal.GetReference(wide);
        ref sbyte w = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Packed), at.Block * weights.Quads * 4);
        for (int quad = 0; quad < weights.Quads; quad++)
        {
            Vector256<short> a = Broadcast(ref x), b = Broadcast(ref Unsafe.Add(ref x, input.Stride));
            Vector256<short> weight = Load(ref w, 0);
            (a0, b0) = (a0 + Avx2.MultiplyAddAdjacent(a, weight), b0 + Avx2.MultiplyAddAdjacent(b, weight));
            weight = Load(ref w, 16);
            (a1, b1) = (a1 + Avx2.MultiplyAddAdjacent(a, weight), b1 + Avx2.MultiplyAddAdjacent(b, weight));
            weight = Load(ref w, 32);
            (a2, b2) = (a2 + Avx2.MultiplyAddAdjacent(a, weight), b2 + Avx2.MultiplyAddAdjacent(b, weight));
            weight = Load(ref w, 48);
            (a3, b3) = (a3 + Avx2.MultiplyAddAdjacent(a, weight), b3 + Avx2.MultiplyAddAdjacent(b, weight));
            weight = Load(ref w, 64);
            (a4, b4) = (a4 + Avx2.MultiplyAddAdjacent(a, weight), b4 + Avx2.MultiplyAddAdjacent(b, weight));
            weight = Load(ref w, 80);
            (a5, b5) = (a5 + Avx2.MultiplyAddAdjacent(a, weight), b5 + Avx2.MultiplyAddAdjacent(b, weight));
            x = ref Unsafe.Add(ref x, 4);
            w = ref Unsafe.Add(ref w, 96);
        }

        var epilogue = new Int8Epilogue(weights, at.Block);
        epilogue.Store(result, at.Row, input.Scales[at.Row], Join(a0, a1), Join(a2, a3), Join(a4, a5));
        epilogue.Store(result, at.Row + 1, input.Scales[at.Row + 1], Join(b0, b1), Join(b2, b3), Join(b4, b5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Broadcast(ref short source) =>
        Vector256.Create(Unsafe.ReadUnaligned<long>(ref Unsafe.As<short, byte>(ref source))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref sbyte source, nuint offset) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref source, offset));

    /// <summary>Adds neighbouring partial sums of two accumulators of four outputs each, in the order of the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Join(Vector256<int> low, Vector256<int> high) =>
        Avx2.Permute4x64(Avx2.HorizontalAdd(low, high).AsInt64(), 0b11_01_10_00).AsInt32();
}

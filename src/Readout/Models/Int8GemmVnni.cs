using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Readout.Models;

/// <summary>The AVX-VNNI kernel: a tile of 4 rows x 24 outputs, twelve accumulators of eight sums each.</summary>
internal static class Int8GemmVnni
{
    public static void Multiply(Int8Activations input, Int8Matrix weights, Span<float> result)
    {
        for (int block = 0; block < weights.PaddedOutputs; block += Int8Matrix.BlockOutputs)
        {
            for (int row = 0; row < input.Rows; row += Int8Gemm.TileRows)
            {
                Tile(input, weights, result, (row, block));
            }
        }
    }

    private static void Tile(Int8Activations input, Int8Matrix weights, Span<float> result, (int Row, int Block) at)
    {
        Vector256<int> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector256<int> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        nint stride = input.Stride;
        ref byte a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(input.Data), at.Row * stride);
        ref sbyte w = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Packed), at.Block * weights.Quads * 4);
        for (int quad = 0; quad < weights.Quads; quad++)
        {
            Vector256<sbyte> w0 = Vector256.LoadUnsafe(ref w), w1 = Vector256.LoadUnsafe(ref w, 32), w2 = Vector256.LoadUnsafe(ref w, 64);
            Vector256<byte> x = Broadcast(ref a);
            (s00, s01, s02) = (Dot(s00, x, w0), Dot(s01, x, w1), Dot(s02, x, w2));
            x = Broadcast(ref Unsafe.Add(ref a, stride));
            (s10, s11, s12) = (Dot(s10, x, w0), Dot(s11, x, w1), Dot(s12, x, w2));
            x = Broadcast(ref Unsafe.Add(ref a, 2 * stride));
            (s20, s21, s22) = (Dot(s20, x, w0), Dot(s21, x, w1), Dot(s22, x, w2));
            x = Broadcast(ref Unsafe.Add(ref a, 3 * stride));
            (s30, s31, s32) = (Dot(s30, x, w0), Dot(s31, x, w1), Dot(s32, x, w2));
            a = ref Unsafe.Add(ref a, 4);
            w = ref Unsafe.Add(ref w, 96);
        }

        var epilogue = new Int8Epilogue(weights, at.Block);
        epilogue.Store(result, at.Row, input.Scales[at.Row], s00, s01, s02);
        epilogue.Store(result, at.Row + 1, input.Scales[at.Row + 1], s10, s11, s12);
        epilogue.Store(result, at.Row + 2, input.Scales[at.Row + 2], s20, s21, s22);
        epilogue.Store(result, at.Row + 3, input.Scales[at.Row + 3], s30, s31, s32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Broadcast(ref byte source) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref source)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Dot(Vector256<int> sum, Vector256<byte> bytes, Vector256<sbyte> weights) =>
        AvxVnni.MultiplyWideningAndAdd(sum, bytes, weights);
}

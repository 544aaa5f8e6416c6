using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Models;

/// <summary>Turns the integer sums of one block of 24 outputs into floats, operation for operation as the scalar kernel does.</summary>
internal readonly ref struct Int8Epilogue(Int8Matrix weights, int block)
{
    private readonly ref int _corrections = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Corrections), block);
    private readonly ref float _scales = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Scales), block);
    private readonly ref float _biases = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Biases), block);
    private readonly int _columns = weights.PaddedOutputs;
    private readonly int _block = block;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> result, int row, float scale, Vector256<int> sum0, Vector256<int> sum1, Vector256<int> sum2)
    {
        ref float target = ref Unsafe.Add(ref MemoryMarshal.GetReference(result), (row * _columns) + _block);
        Scale(sum0, scale, 0).StoreUnsafe(ref target);
        Scale(sum1, scale, 8).StoreUnsafe(ref target, 8);
        Scale(sum2, scale, 16).StoreUnsafe(ref target, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Scale(Vector256<int> sum, float scale, nuint offset)
    {
        Vector256<float> exact = Vector256.ConvertToSingle(sum - Vector256.LoadUnsafe(ref _corrections, offset));
        Vector256<float> factor = Vector256.LoadUnsafe(ref _scales, offset) * Vector256.Create(scale);
        Vector256<float> product = exact * factor;
        return product + Vector256.LoadUnsafe(ref _biases, offset);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Readout.Learning;

namespace Readout.Models;

/// <summary>Sums of the cached entries of three neighbouring words, in whole steps of <see cref="EncoderModel.EntryStep"/>, and what the first layer makes of them.</summary>
/// <param name="left">What the left neighbour adds.</param>
/// <param name="own">What the word itself adds.</param>
/// <param name="right">What the right neighbour adds.</param>
internal readonly ref struct NeighbourSums(ReadOnlySpan<short> left, ReadOnlySpan<short> own, ReadOnlySpan<short> right)
{
    private const int Lanes = 32;

    private readonly ref short _left = ref MemoryMarshal.GetReference(left);
    private readonly ref short _own = ref MemoryMarshal.GetReference(own);
    private readonly ref short _right = ref MemoryMarshal.GetReference(right[..left.Length]);
    private readonly int _length = own[..left.Length].Length;

    /// <summary>target = sum + bias, for all parts; the length is a multiple of 32.</summary>
    public void AddBias(ReadOnlySpan<float> bias, Span<float> target)
    {
        ref float biases = ref MemoryMarshal.GetReference(bias[.._length]);
        ref float targets = ref MemoryMarshal.GetReference(target[.._length]);
        for (nuint i = 0; i < (nuint)_length; i += Lanes)
        {
            (Vector512<float> low, Vector512<float> high) = Sum(i);
            (low + Vector512.LoadUnsafe(ref biases, i)).StoreUnsafe(ref targets, i);
            (high + Vector512.LoadUnsafe(ref biases, i + (Lanes / 2))).StoreUnsafe(ref targets, i + (Lanes / 2));
        }
    }

    /// <summary>state = x + value * gate(gates), where the first half of the sums are values and the second half gates.</summary>
    public void Gate(ReadOnlySpan<short> x, ReadOnlySpan<float> bias, Span<float> state)
    {
        nuint width = (nuint)x.Length;
        ref short inputs = ref MemoryMarshal.GetReference(x);
        ref float biases = ref MemoryMarshal.GetReference(bias[..(2 * x.Length)]);
        ref float states = ref MemoryMarshal.GetReference(state[..x.Length]);
        for (nuint i = 0; i < width; i += Lanes)
        {
            (Vector512<float> lowX, Vector512<float> highX) = Unit(Vector512.LoadUnsafe(ref inputs, i));
            (Vector512<float> lowValue, Vector512<float> highValue) = Sum(i);
            (Vector512<float> lowGate, Vector512<float> highGate) = Sum(width + i);
            nuint half = i + (Lanes / 2);
            lowValue += Vector512.LoadUnsafe(ref biases, i);
            highValue += Vector512.LoadUnsafe(ref biases, half);
            lowGate += Vector512.LoadUnsafe(ref biases, width + i);
            highGate += Vector512.LoadUnsafe(ref biases, width + half);
            (lowX + (lowValue * QuadraticSigmoid.Value(lowGate))).StoreUnsafe(ref states, i);
            (highX + (highValue * QuadraticSigmoid.Value(highGate))).StoreUnsafe(ref states, half);
        }
    }

    /// <summary>Whole steps in fp32; the length is a multiple of 32.</summary>
    public static void Widen(ReadOnlySpan<short> steps, Span<float> values)
    {
        ref short source = ref MemoryMarshal.GetReference(steps);
        ref float target = ref MemoryMarshal.GetReference(values[..steps.Length]);
        for (nuint i = 0; i < (nuint)steps.Length; i += Lanes)
        {
            (Vector512<float> low, Vector512<float> high) = Unit(Vector512.LoadUnsafe(ref source, i));
            low.StoreUnsafe(ref target, i);
            high.StoreUnsafe(ref target, i + (Lanes / 2));
        }
    }

    /// <summary>Sums of entries stay within 16 bits; an absurd one stops at their limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector512<float> Low, Vector512<float> High) Sum(nuint at) => Unit(Vector512.AddSaturate(
        Vector512.AddSaturate(Vector512.LoadUnsafe(ref _own, at), Vector512.LoadUnsafe(ref _left, at)), Vector512.LoadUnsafe(ref _right, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Low, Vector512<float> High) Unit(Vector512<short> steps)
    {
        Vector512<float> step = Vector512.Create(EncoderModel.EntryStep);
        (Vector512<int> low, Vector512<int> high) = Vector512.Widen(steps);
        return (Vector512.ConvertToSingle(low) * step, Vector512.ConvertToSingle(high) * step);
    }
}

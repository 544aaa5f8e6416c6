using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Learning;

/// <summary>Element-by-element operations on fp32 spans of equal length. No operation fuses a multiply with an add.</summary>
internal static class Elementwise
{
    public static void Add(Span<float> target, ReadOnlySpan<float> source)
    {
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> sources = MemoryMarshal.Cast<float, Vector<float>>(source[..target.Length]);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] += sources[i];
        }

        for (int i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    public static void Multiply(Span<float> target, ReadOnlySpan<float> source)
    {
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> sources = MemoryMarshal.Cast<float, Vector<float>>(source[..target.Length]);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] *= sources[i];
        }

        for (int i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] *= source[i];
        }
    }

    /// <summary>target += scale * source.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale)
    {
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> sources = MemoryMarshal.Cast<float, Vector<float>>(source[..target.Length]);
        var factor = new Vector<float>(scale);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] += factor * sources[i];
        }

        for (int i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] += scale * source[i];
        }
    }

    /// <summary>Sets negative values to zero.</summary>
    public static void Rectify(Span<float> values)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.MaxNative(vectors[i], Vector<float>.Zero);
        }

        for (int i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
        {
            values[i] = Math.Max(values[i], 0f);
        }
    }

    /// <summary>Zeroes each gradient whose rectified output was not positive.</summary>
    public static void RectifyBackward(Span<float> gradient, ReadOnlySpan<float> output)
    {
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = output[i] > 0f ? gradient[i] : 0f;
        }
    }

    /// <summary>Index of the highest value, the first of equals; no value is NaN and at least one is given.</summary>
    public static int IndexOfMaximum(ReadOnlySpan<float> values)
    {
        if (!Vector256.IsHardwareAccelerated || values.Length < Vector256<float>.Count)
        {
            return IndexOfMaximumScalar(values);
        }

        ref float start = ref MemoryMarshal.GetReference(values);
        nuint last = (nuint)(values.Length - Vector256<float>.Count);
        Vector256<float> maxima = Vector256.LoadUnsafe(ref start, last);
        for (nuint i = 0; i < last; i += (nuint)Vector256<float>.Count)
        {
            maxima = Vector256.MaxNative(maxima, Vector256.LoadUnsafe(ref start, i));
        }

        Vector256<float> highest = Vector256.Create(Highest(maxima));
        for (nuint i = 0; i < last; i += (nuint)Vector256<float>.Count)
        {
            uint found = Vector256.Equals(highest, Vector256.LoadUnsafe(ref start, i)).ExtractMostSignificantBits();
            if (found != 0)
            {
                return (int)i + BitOperations.TrailingZeroCount(found);
            }
        }

        uint end = Vector256.Equals(highest, Vector256.LoadUnsafe(ref start, last)).ExtractMostSignificantBits();
        return (int)last + BitOperations.TrailingZeroCount(end);
    }

    /// <summary>The highest magnitude; 0 for no values. No value is NaN.</summary>
    public static float LargestMagnitude(ReadOnlySpan<float> values)
    {
        int i = 0;
        float highest = 0f;
        if (Vector256.IsHardwareAccelerated)
        {
            ref float start = ref MemoryMarshal.GetReference(values);
            Vector256<float> maxima = default, others = default;
            for (; i + (2 * Vector256<float>.Count) <= values.Length; i += 2 * Vector256<float>.Count)
            {
                maxima = Vector256.MaxNative(maxima, Vector256.Abs(Vector256.LoadUnsafe(ref start, (nuint)i)));
                others = Vector256.MaxNative(others, Vector256.Abs(Vector256.LoadUnsafe(ref start, (nuint)(i + Vector256<float>.Count))));
            }

            maxima = Vector256.MaxNative(maxima, others);
            for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
            {
                maxima = Vector256.MaxNative(maxima, Vector256.Abs(Vector256.LoadUnsafe(ref start, (nuint)i)));
            }

            highest = Highest(maxima);
        }

        for (; i < values.Length; i++)
        {
            highest = Math.Max(highest, Math.Abs(values[i]));
        }

        return highest;
    }

    private static float Highest(Vector256<float> values)
    {
        Vector128<float> half = Vector128.MaxNative(values.GetLower(), values.GetUpper());
        half = Vector128.MaxNative(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        half = Vector128.MaxNative(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
        return half.ToScalar();
    }

    private static int IndexOfMaximumScalar(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}

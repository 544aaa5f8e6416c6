using System.Numerics;
using System.Runtime.InteropServices;

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
            vectors[i] = Vector.Max(vectors[i], Vector<float>.Zero);
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
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Learning;

/// <summary>
/// The gate of every layer: a piecewise quadratic stand-in for the logistic function, at most 0.022 away from it and smooth everywhere.
/// With <c>y = clamp(x, -4, 4)</c> it is <c>0.5 + y * (0.25 - |y| / 32)</c>. It needs no exponential, so scalar and vector code agree
/// to the last bit on every machine; training uses the same function, so nothing is lost by the substitution.
/// </summary>
internal static class QuadraticSigmoid
{
    private const float Limit = 4f;
    private const float Slope = 0.25f;
    private const float Curvature = 0.03125f;

    public static float Value(float x)
    {
        float y = Math.Clamp(x, -Limit, Limit);
        return 0.5f + (y * (Slope - (Math.Abs(y) * Curvature)));
    }

    public static Vector<float> Value(Vector<float> x)
    {
        Vector<float> y = Vector.MinNative(Vector.MaxNative(x, new Vector<float>(-Limit)), new Vector<float>(Limit));
        return new Vector<float>(0.5f) + (y * (new Vector<float>(Slope) - (Vector.Abs(y) * new Vector<float>(Curvature))));
    }

    /// <inheritdoc cref="Value(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x)
    {
        Vector512<float> y = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-Limit)), Vector512.Create(Limit));
        return Vector512.Create(0.5f) + (y * (Vector512.Create(Slope) - (Vector512.Abs(y) * Vector512.Create(Curvature))));
    }

    /// <summary>The derivative at <paramref name="x"/>; zero outside [-4, 4].</summary>
    public static float Derivative(float x)
    {
        float y = Math.Clamp(x, -Limit, Limit);
        return Slope - (Math.Abs(y) * (2f * Curvature));
    }

    /// <inheritdoc cref="Derivative(float)"/>
    public static Vector<float> Derivative(Vector<float> x)
    {
        Vector<float> y = Vector.MinNative(Vector.MaxNative(x, new Vector<float>(-Limit)), new Vector<float>(Limit));
        return new Vector<float>(Slope) - (Vector.Abs(y) * new Vector<float>(2f * Curvature));
    }
}

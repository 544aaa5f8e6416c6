using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Learning;

/// <summary>The constants of one Adam update (Kingma and Ba 2015), applied to spans whose lengths are multiples of the vector width.</summary>
internal readonly record struct AdamStep(
    float FirstDecay, float SecondDecay, float Correction, float Rate, float Epsilon, float Scale, float Decay)
{
    public void Apply(Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(values);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(first);
        Span<Vector<float>> s = MemoryMarshal.Cast<float, Vector<float>>(second);
        var epsilon = new Vector<float>(Epsilon);
        for (int i = 0; i < v.Length; i++)
        {
            Vector<float> gradient = g[i] * Scale;
            m[i] = (m[i] * FirstDecay) + (gradient * (1f - FirstDecay));
            s[i] = (s[i] * SecondDecay) + (gradient * gradient * (1f - SecondDecay));
            v[i] = (v[i] * Decay) - (m[i] * Rate / (Vector.SquareRoot(s[i] * Correction) + epsilon));
        }
    }
}

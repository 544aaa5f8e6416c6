using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Readout.Learning;

namespace Readout.Models;

/// <summary>
/// The recurrence of <see cref="BidirectionalSru"/>, in place on the states. Up to 96 units run side by side with their carried state in
/// registers, so that the steps of one hide the waiting of another.
/// </summary>
internal static class SruKernel
{
    private const int Lanes = 16;

    /// <summary>Both directions over the rows of one sequence.</summary>
    /// <param name="states">[rows, width] inputs, replaced by outputs.</param>
    /// <param name="products">[rows, stride]: values, forget gates and reset gates, width each.</param>
    /// <param name="shape">Width, a multiple of 32, and stride of the products.</param>
    /// <param name="rows">First row and the row after the last.</param>
    public static void Run(Span<float> states, ReadOnlySpan<float> products, (int Width, int Stride) shape, (int Start, int End) rows)
    {
        if (rows.End <= rows.Start)
        {
            return;
        }

        int half = shape.Width / 2, unit = 0;
        _ = states[(rows.End * shape.Width) - 1];
        _ = products[((rows.End - 1) * shape.Stride) + (3 * shape.Width) - 1];
        for (; unit + (4 * Lanes) <= half; unit += 4 * Lanes)
        {
            Wide(new Lane(states, products, shape, unit), rows.Start, rows.End, 1);
            Wide(new Lane(states, products, shape, half + unit), rows.End - 1, rows.Start - 1, -1);
        }

        for (; unit + (3 * Lanes) <= half; unit += 3 * Lanes)
        {
            Three(new Lane(states, products, shape, unit), new Lane(states, products, shape, half + unit), rows);
        }

        for (; unit + (2 * Lanes) <= half; unit += 2 * Lanes)
        {
            Both(new Lane(states, products, shape, unit), new Lane(states, products, shape, half + unit), rows);
        }

        for (; unit < half; unit += Lanes)
        {
            Narrow(new Lane(states, products, shape, unit), rows.Start, rows.End, 1);
            Narrow(new Lane(states, products, shape, half + unit), rows.End - 1, rows.Start - 1, -1);
        }
    }

    private static void Wide(Lane lane, int from, int to, int direction)
    {
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        for (int t = from; t != to; t += direction)
        {
            c0 = lane.Step(t, 0, c0);
            c1 = lane.Step(t, Lanes, c1);
            c2 = lane.Step(t, 2 * Lanes, c2);
            c3 = lane.Step(t, 3 * Lanes, c3);
        }
    }

    private static void Three(Lane forward, Lane backward, (int Start, int End) rows)
    {
        Vector512<float> f0 = default, f1 = default, f2 = default, b0 = default, b1 = default, b2 = default;
        for (int t = rows.Start, s = rows.End - 1; t < rows.End; t++, s--)
        {
            f0 = forward.Step(t, 0, f0);
            f1 = forward.Step(t, Lanes, f1);
            f2 = forward.Step(t, 2 * Lanes, f2);
            b0 = backward.Step(s, 0, b0);
            b1 = backward.Step(s, Lanes, b1);
            b2 = backward.Step(s, 2 * Lanes, b2);
        }
    }

    private static void Both(Lane forward, Lane backward, (int Start, int End) rows)
    {
        Vector512<float> f0 = default, f1 = default, b0 = default, b1 = default;
        for (int t = rows.Start, s = rows.End - 1; t < rows.End; t++, s--)
        {
            f0 = forward.Step(t, 0, f0);
            f1 = forward.Step(t, Lanes, f1);
            b0 = backward.Step(s, 0, b0);
            b1 = backward.Step(s, Lanes, b1);
        }
    }

    private static void Narrow(Lane lane, int from, int to, int direction)
    {
        Vector512<float> carried = default;
        for (int t = from; t != to; t += direction)
        {
            carried = lane.Step(t, 0, carried);
        }
    }

    /// <summary>Some units of one direction.</summary>
    private readonly ref struct Lane(Span<float> states, ReadOnlySpan<float> products, (int Width, int Stride) shape, int unit)
    {
        private readonly ref float _states = ref Unsafe.Add(ref MemoryMarshal.GetReference(states), unit);
        private readonly ref float _products = ref Unsafe.Add(ref MemoryMarshal.GetReference(products), unit);
        private readonly nint _width = shape.Width;
        private readonly nint _stride = shape.Stride;

        /// <summary>Replaces the state of a row and returns what is carried to the next.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Step(int row, nuint at, Vector512<float> carried)
        {
            ref float state = ref Unsafe.Add(ref _states, row * _width);
            ref float product = ref Unsafe.Add(ref _products, row * _stride);
            Vector512<float> u = Vector512.LoadUnsafe(ref product, at);
            Vector512<float> f = Vector512.LoadUnsafe(ref Unsafe.Add(ref product, _width), at);
            Vector512<float> r = Vector512.LoadUnsafe(ref Unsafe.Add(ref product, 2 * _width), at);
            Vector512<float> x = Vector512.LoadUnsafe(ref state, at);
            Vector512<float> c = u + (QuadraticSigmoid.Value(f) * (carried - u));
            (x + (QuadraticSigmoid.Value(r) * (c - x))).StoreUnsafe(ref state, at);
            return c;
        }
    }
}

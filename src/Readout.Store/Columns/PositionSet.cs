using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Store.Columns;

/// <summary>Positions of one segment, a bit each.</summary>
[InlineArray(FactSegment.Words)]
internal struct PositionSet
{
    private ulong _first;

    /// <summary>True where no position is in it.</summary>
    public readonly bool IsEmpty => !((ReadOnlySpan<ulong>)this).ContainsAnyExcept(0ul);

    /// <summary>Number of positions in it.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in (ReadOnlySpan<ulong>)this)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Every position.</summary>
    public static PositionSet All()
    {
        PositionSet all = default;
        ((Span<ulong>)all).Fill(ulong.MaxValue);
        return all;
    }

    /// <summary>Puts a position in.</summary>
    public void Add(int position) => this[position >> 6] |= 1ul << (position & 63);

    /// <summary>Whether a position is in it.</summary>
    public readonly bool Has(int position) => (this[position >> 6] >> (position & 63) & 1) != 0;

    /// <summary>Keeps what another has too.</summary>
    public void And(in PositionSet other)
    {
        for (int i = 0; i < FactSegment.Words; i++)
        {
            this[i] &= other[i];
        }
    }

    /// <summary>Keeps the positions that pass a test.</summary>
    // Compiled for speed at once: the first answers of a server would otherwise take five times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep<TTest>(TTest test)
        where TTest : struct, IPositionTest, allows ref struct
    {
        for (int i = 0; i < FactSegment.Words; i++)
        {
            ulong word = this[i];
            ulong kept = 0;
            if (word == ulong.MaxValue)
            {
                for (int bit = 0; bit < 64; bit++)
                {
                    kept |= (test.Passes((i << 6) + bit) ? 1ul : 0) << bit;
                }
            }
            else
            {
                for (; word != 0; word &= word - 1)
                {
                    int bit = BitOperations.TrailingZeroCount(word);
                    kept |= (test.Passes((i << 6) + bit) ? 1ul : 0) << bit;
                }
            }

            this[i] = kept;
        }
    }

    /// <summary>Keeps the positions whose value lies in a range, both ends inclusive, eight at a time.</summary>
    /// <param name="values">One for each position.</param>
    /// <param name="min">Least.</param>
    /// <param name="max">Most.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void KeepRange(ReadOnlySpan<int> values, int min, int max)
    {
        ref int first = ref MemoryMarshal.GetReference(values[..FactSegment.Size]);
        (Vector256<int> low, Vector256<int> high) = (Vector256.Create(min), Vector256.Create(max));
        for (int i = 0; i < FactSegment.Words; i++)
        {
            if (this[i] == 0)
            {
                continue;
            }

            ulong kept = 0;
            for (int bit = 0; bit < 64; bit += Vector256<int>.Count)
            {
                Vector256<int> eight = Vector256.LoadUnsafe(ref first, (nuint)((i << 6) + bit));
                Vector256<int> within = Vector256.GreaterThanOrEqual(eight, low) & Vector256.LessThanOrEqual(eight, high);
                kept |= (ulong)within.ExtractMostSignificantBits() << bit;
            }

            this[i] &= kept;
        }
    }

    /// <summary>Calls a visitor with each position, ascending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IPositionVisitor, allows ref struct
    {
        for (int i = 0; i < FactSegment.Words; i++)
        {
            for (ulong word = this[i]; word != 0; word &= word - 1)
            {
                visitor.Visit((i << 6) + BitOperations.TrailingZeroCount(word));
            }
        }
    }
}

/// <summary>A condition on one position.</summary>
internal interface IPositionTest
{
    /// <summary>Whether it holds.</summary>
    bool Passes(int position);
}

/// <summary>Takes positions.</summary>
internal interface IPositionVisitor
{
    /// <summary>Takes one.</summary>
    void Visit(int position);
}

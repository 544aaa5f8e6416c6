using System.Buffers;

namespace Readout.Tokenization;

/// <summary>Growing columns of one call, rented from the shared pool; <see cref="Dispose"/> gives them back.</summary>
internal ref struct WordBuffer
{
    private int[] _starts;
    private int[] _ends;
    private bool[] _joins;

    public WordBuffer(int textLength)
    {
        // English runs at five to six characters a word, white space included.
        int capacity = (textLength / 4) + 16;
        _starts = ArrayPool<int>.Shared.Rent(capacity);
        _ends = ArrayPool<int>.Shared.Rent(capacity);
        _joins = ArrayPool<bool>.Shared.Rent(capacity);
        Count = 0;
    }

    public int Count { get; private set; }

    public readonly ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    public readonly ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    public readonly ReadOnlySpan<bool> Joins => _joins.AsSpan(0, Count);

    public void Add(int start, int end, bool joins)
    {
        if (Count == Math.Min(_starts.Length, Math.Min(_ends.Length, _joins.Length)))
        {
            Grow(ref _starts);
            Grow(ref _ends);
            Grow(ref _joins);
        }

        _starts[Count] = start;
        _ends[Count] = end;
        _joins[Count] = joins;
        Count++;
    }

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_ends);
        ArrayPool<bool>.Shared.Return(_joins);
    }

    private readonly void Grow<T>(ref T[] column)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Count * 2);
        column.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(column);
        column = larger;
    }
}

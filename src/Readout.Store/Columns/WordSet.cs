namespace Readout.Store.Columns;

/// <summary>The facts that a search for words finds. Made by one thread, then immutable.</summary>
internal sealed class WordSet
{
    // By number of segment; each part is small, so that a set of a large store is no large object for the collector.
    private ulong[]?[] _segments = [];

    /// <summary>Adds the fact of a row.</summary>
    public void Add(long row)
    {
        int segment = (int)(row >> FactSegment.Bits);
        if (segment >= _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(segment + 1, _segments.Length * 2));
        }

        int position = (int)(row & (FactSegment.Size - 1));
        (_segments[segment] ??= new ulong[FactSegment.Words])[position >> 6] |= 1ul << (position & 63);
    }

    /// <summary>Positions in a segment; false where there are none.</summary>
    public bool TryGet(int segment, out PositionSet set)
    {
        set = default;
        if (segment >= _segments.Length || _segments[segment] is not { } words)
        {
            return false;
        }

        words.CopyTo(set);
        return true;
    }
}

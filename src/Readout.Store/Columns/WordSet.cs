namespace Readout.Store.Columns;

/// <summary>The facts that a search for words finds. Made by one thread, then immutable.</summary>
internal sealed class WordSet
{
    private readonly Dictionary<int, PositionSet> _segments = [];

    /// <summary>Facts in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the fact of a row.</summary>
    public void Add(long row)
    {
        ref PositionSet set = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_segments, (int)(row >> FactSegment.Bits), out _);
        set.Add((int)(row & (FactSegment.Size - 1)));
        Count++;
    }

    /// <summary>Positions in a segment; false where there are none.</summary>
    public bool TryGet(int segment, out PositionSet set) => _segments.TryGetValue(segment, out set);
}

namespace Readout.Models;

/// <summary>A frozen map from word hashes to row numbers by open addressing. Thread-safe.</summary>
internal sealed class WordIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <param name="hashes">Row r belongs to <paramref name="hashes"/>[r]; of equal hashes the first counts.</param>
    public WordIndex(ReadOnlySpan<ulong> hashes)
    {
        int capacity = 16;
        while (capacity < hashes.Length * 2)
        {
            capacity *= 2;
        }

        _keys = new ulong[capacity];
        _rows = new int[capacity];
        _mask = capacity - 1;
        Array.Fill(_rows, -1);
        for (int row = 0; row < hashes.Length; row++)
        {
            int slot = (int)(hashes[row] & (ulong)_mask);
            while (_rows[slot] >= 0 && _keys[slot] != hashes[row])
            {
                slot = (slot + 1) & _mask;
            }

            if (_rows[slot] < 0)
            {
                (_keys[slot], _rows[slot]) = (hashes[row], row);
            }
        }
    }

    /// <summary>The row of a word hash, -1 if there is none.</summary>
    public int Find(ulong hash)
    {
        int slot = (int)(hash & (ulong)_mask);
        while (_rows[slot] >= 0)
        {
            if (_keys[slot] == hash)
            {
                return _rows[slot];
            }

            slot = (slot + 1) & _mask;
        }

        return -1;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Readout.Learning;

namespace Readout.Models;

/// <summary>
/// Encoded word types of one workspace: what the encoder's first layers make of a word form, kept until its slot is needed. Of the slots
/// that a new type may take, the one longest unused goes; an entry used in the current batch is never evicted. Not thread-safe.
/// </summary>
internal sealed class TypeCache
{
    private const int Probes = 4;
    private const int CacheLine = 64;

    private readonly ulong[] _keys;
    private readonly int[] _batches;
    private readonly short[] _entries;
    private readonly int _size;
    private int _batch;

    /// <param name="size">Values per entry.</param>
    /// <param name="capacity">Slots; a power of two, and more than any batch has tokens.</param>
    public TypeCache(int size, int capacity = 8192)
    {
        _size = size;
        _keys = new ulong[capacity];
        _batches = new int[capacity];
        _entries = new short[capacity * size];
    }

    /// <summary>A key of the exact form: case counts.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> form)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)form.Length;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return SeededRandom.Mix(hash);
    }

    /// <summary>Opens a batch of at most half of the slots; earlier entries may be evicted from now on.</summary>
    public void BeginBatch() => _batch++;

    /// <summary>The slot of a key; if <paramref name="found"/> is false the caller must fill <see cref="Entry"/> at once.</summary>
    public int Find(ulong key, out bool found)
    {
        int mask = _keys.Length - 1, home = (int)(key >> 20) & mask;
        for (int i = 0; i < Probes; i++)
        {
            int slot = (home + i) & mask;
            if (_keys[slot] == key && _batches[slot] != 0)
            {
                _batches[slot] = _batch;
                found = true;
                return slot;
            }
        }

        int free = home;
        for (int i = 1; i < Probes; i++)
        {
            int slot = (home + i) & mask;
            free = _batches[slot] < _batches[free] ? slot : free;
        }

        while (_batches[free] == _batch)
        {
            free = (free + 1) & mask;
        }

        (_keys[free], _batches[free]) = (key, _batch);
        found = false;
        return free;
    }

    /// <summary>Asks for an entry that will be read soon.</summary>
    public unsafe void Prefetch(int slot)
    {
        if (Sse.IsSupported)
        {
            void* entry = Unsafe.AsPointer(ref _entries[slot * _size]);
            for (int at = 0; at < _size * sizeof(short); at += CacheLine)
            {
                Sse.Prefetch0((byte*)entry + at);
            }
        }
    }

    public Span<short> Entry(int slot) => _entries.AsSpan(slot * _size, _size);
}

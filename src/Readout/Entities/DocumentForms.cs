using System.Buffers;
using System.Numerics;

namespace Readout.Entities;

/// <summary>A small hash table from word keys to bits seen in one document, on rented arrays; <see cref="Dispose"/> gives them back.</summary>
internal readonly ref struct DocumentForms
{
    private readonly ulong[] _keys;
    private readonly byte[] _bits;
    private readonly int _mask;

    public DocumentForms(int words)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words * 2));
        _keys = ArrayPool<ulong>.Shared.Rent(size);
        _bits = ArrayPool<byte>.Shared.Rent(size);
        _mask = size - 1;
        _keys.AsSpan(0, size).Clear();
        _bits.AsSpan(0, size).Clear();
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<byte>.Shared.Return(_bits);
    }

    /// <summary>The bits of a word; a word not seen before has none. Key 0 is never a word's.</summary>
    public ref byte this[ulong key] => ref _bits[Slot(key)];

    /// <summary>The bits of the word of a slot.</summary>
    public byte Bits(int slot) => _bits[slot];

    /// <summary>Where the bits of a word are.</summary>
    public int Slot(ulong key)
    {
        int slot = (int)(key * 0x9E3779B97F4A7C15UL >> 32) & _mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & _mask;
        }

        _keys[slot] = key;
        return slot;
    }
}

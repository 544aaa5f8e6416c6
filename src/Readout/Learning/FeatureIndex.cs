using System.Numerics;

namespace Readout.Learning;

/// <summary>Finds the rows of hashed features. Immutable, thread-safe.</summary>
internal sealed class FeatureIndex
{
    private const int Empty = -1;

    // Open addressing at half load, the hash itself saying where to look first.
    private readonly (ulong Feature, int Row)[] _slots;

    // A bit for each known feature, eight bits of room for one: most features of a text are unknown, and these bits stay in the processor's cache.
    private readonly ulong[] _known;

    /// <summary>An index of features.</summary>
    /// <param name="features">Hashes, each once, in the order of their rows.</param>
    /// <param name="step">Distance of two rows.</param>
    public FeatureIndex(ReadOnlySpan<ulong> features, int step)
    {
        _slots = new (ulong, int)[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * features.Length, 2))];
        Array.Fill(_slots, (0UL, Empty));
        _known = new ulong[Math.Max(1, _slots.Length / 16)];
        for (int i = 0; i < features.Length; i++)
        {
            _slots[SlotOf(features[i])] = (features[i], i * step);
            _known[BitOf(features[i]) >> 6] |= 1UL << (BitOf(features[i]) & 63);
        }
    }

    /// <summary>Row of a feature; -1 where it is unknown.</summary>
    public int Find(ulong feature)
    {
        int bit = BitOf(feature);
        return (_known[bit >> 6] & (1UL << (bit & 63))) == 0 ? Empty : _slots[SlotOf(feature)].Row;
    }

    private int BitOf(ulong feature) => (int)(feature >> 11) & ((_known.Length * 64) - 1);

    // Where a feature is, or the empty slot where it would be.
    private int SlotOf(ulong feature)
    {
        int mask = _slots.Length - 1;
        int at = (int)(feature ^ (feature >> 32)) & mask;
        while (_slots[at].Row != Empty && _slots[at].Feature != feature)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}

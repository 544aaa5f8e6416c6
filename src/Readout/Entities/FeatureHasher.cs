namespace Readout.Entities;

/// <summary>Hashes feature values into a space of a power of two; each value is kept apart by its place among all features.</summary>
internal ref struct FeatureHasher
{
    private readonly Span<int> _features;
    private readonly int _mask;
    private int _place;
    private int _written;

    public FeatureHasher(Span<int> features, int space)
    {
        _features = features;
        _mask = space - 1;
        _place = 0;
        _written = 0;
    }

    public void Add(ulong left, ulong right)
    {
        ulong hash = (left * 0x9E3779B97F4A7C15UL) ^ ((right + (ulong)_place + 1) * 0xC2B2AE3D27D4EB4FUL) ^ ((ulong)(_place + 1) << 56);
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        _features[_written++] = (int)(hash >> 36) & _mask;
        _place++;
    }

    /// <summary>Leaves out the next features.</summary>
    public void Skip(int features) => _place += features;
}

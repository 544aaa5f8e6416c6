namespace Readout.Merging;

/// <summary>Hashing of words and shingles: FNV-1a over code units, finished by the avalanche of MurmurHash3 (public domain, Appleby).</summary>
internal static class Mixing
{
    /// <summary>Offset basis of 64-bit FNV-1a.</summary>
    public const ulong Seed = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);

    public static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return hash ^ (hash >> 33);
        }
    }
}

namespace Readout.Events;

/// <summary>64-bit FNV-1a hashes of features, the same on every machine.</summary>
internal static class FeatureHash
{
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>Hash of a feature family and the words that fill it, apart from their case.</summary>
    public static ulong Of(ushort family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default)
    {
        ulong hash = (Basis ^ family) * Prime;
        hash = Append(hash, first);
        hash = Append(hash, second);
        return Append(hash, third);
    }

    private static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)) * Prime;
        }

        return (hash ^ 0x1F) * Prime;
    }
}

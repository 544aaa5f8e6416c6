using System.Numerics;

namespace Readout.Attribution.Kinds;

/// <summary>Hashes of what features are made of. They are part of the model: its rows are told by them.</summary>
internal static class KindHash
{
    /// <summary>FNV-1a over the letters.</summary>
    public static ulong Of(string text)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return hash;
    }

    /// <summary>A hash of two in this order.</summary>
    public static ulong Of(ulong first, ulong second)
    {
        ulong hash = (BitOperations.RotateLeft(first, 23) ^ second) * 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 32);
    }
}

namespace Readout.Merging;

/// <summary>Hashes of the runs of words of a text.</summary>
internal static class Shingles
{
    /// <summary>One hash for each run of <paramref name="length"/> words, in order; one for the whole of a shorter text, none for an empty one.</summary>
    public static ulong[] Of(ReadOnlySpan<ulong> words, int length)
    {
        if (words.Length == 0)
        {
            return [];
        }

        int run = Math.Min(length, words.Length);
        var shingles = new ulong[words.Length - run + 1];
        for (int start = 0; start < shingles.Length; start++)
        {
            ulong hash = Mixing.Seed;
            foreach (ulong word in words.Slice(start, run))
            {
                hash = Mixing.Add(hash, word);
            }

            shingles[start] = Mixing.Finish(hash);
        }

        return shingles;
    }
}

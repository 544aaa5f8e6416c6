namespace Readout.Merging;

/// <summary>
/// What is kept of a report to find its near-duplicates: the smallest hashes of its shingles (a bottom-k MinHash sketch; Broder,
/// "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007).
/// Unlike one minimum for each of k permutations, a bottom-k sketch also finds containment: of a report cut to a third, a third
/// of the minima of the whole stand among the minima of the cut. Immutable, thread-safe.
/// </summary>
public sealed class ReportSketch
{
    /// <summary>Words of a shingle. Four survive an edited word in twenty (0.95^4 = 0.81) and are rare across unrelated reports.</summary>
    public const int ShingleLength = 4;

    /// <summary>Most minima kept. 32 find a copy cut to a seventh by four shared minima.</summary>
    public const int Capacity = 32;

    private readonly uint[] _minima;

    private ReportSketch(uint[] minima, int shingles, ulong whole)
    {
        _minima = minima;
        ShingleCount = shingles;
        WholeHash = whole;
    }

    /// <summary>The smallest distinct shingle hashes, ascending; at most <see cref="Capacity"/>, none for a text without words.</summary>
    public ReadOnlySpan<uint> Minima => _minima;

    /// <summary>Number of shingles of the text, repeated ones counted each time.</summary>
    public int ShingleCount { get; }

    /// <summary>Hash of all words in order: equal where two texts differ in case, marks and white space alone.</summary>
    public ulong WholeHash { get; }

    /// <summary>The sketch of a text, in time linear in its length.</summary>
    public static ReportSketch Of(WordSequence words)
    {
        ArgumentNullException.ThrowIfNull(words);
        ulong[] shingles = Shingles.Of(words.Hashes, ShingleLength);
        ulong whole = Mixing.Seed;
        foreach (ulong word in words.Hashes)
        {
            whole = Mixing.Add(whole, word);
        }

        return new ReportSketch(Smallest(shingles), shingles.Length, Mixing.Finish(whole));
    }

    /// <summary>Minima that stand in both sketches.</summary>
    public int Shared(ReportSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int shared = 0;
        for (int i = 0, j = 0; i < _minima.Length && j < other._minima.Length;)
        {
            int order = _minima[i].CompareTo(other._minima[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static uint[] Smallest(ulong[] shingles)
    {
        Span<uint> kept = stackalloc uint[Capacity];
        int count = 0;
        foreach (ulong shingle in shingles)
        {
            uint hash = (uint)(shingle >> 32);
            if (count == Capacity && hash >= kept[count - 1])
            {
                continue;
            }

            int at = kept[..count].BinarySearch(hash);
            if (at >= 0)
            {
                continue;
            }

            count = Math.Min(count + 1, Capacity);
            kept[~at..(count - 1)].CopyTo(kept[(~at + 1)..count]);
            kept[~at] = hash;
        }

        return kept[..count].ToArray();
    }
}

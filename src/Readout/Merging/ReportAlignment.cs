using Readout.Text;

namespace Readout.Merging;

/// <summary>Which words of two texts are common runs, word by word.</summary>
public sealed class ReportAlignment
{
    // Runs of two texts that are parted by at most so many words on both sides are one run with an edit in it.
    private const int Bridge = 3;
    private const int PlacesKept = 4;

    private ReportAlignment(IReadOnlyList<AlignedRun> runs, WordSequence earlier, WordSequence later)
    {
        Runs = runs;
        int common = runs.Sum(run => run.Length);
        CommonWords = common;
        EarlierCoverage = earlier.Count == 0 ? 0 : Math.Min(1, (double)common / earlier.Count);
        LaterCoverage = later.Count == 0 ? 0 : Math.Min(1, (double)common / later.Count);
    }

    /// <summary>Common runs in the order of the later text.</summary>
    public IReadOnlyList<AlignedRun> Runs { get; }

    /// <summary>Words in common runs.</summary>
    public int CommonWords { get; }

    /// <summary>Share of the earlier text's words that the later has, in [0, 1].</summary>
    public double EarlierCoverage { get; }

    /// <summary>Share of the later text's words that the earlier has, in [0, 1].</summary>
    public double LaterCoverage { get; }

    /// <summary>Aligns two texts in time linear in their lengths: greedy longest runs of at least a shingle, then bridged edits.</summary>
    public static ReportAlignment Align(WordSequence earlier, WordSequence later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return new ReportAlignment(Bridged(Greedy(earlier, later)), earlier, later);
    }

    /// <summary>The words of the later text from the first to the last of a run.</summary>
    public static TextSpan LaterSpan(AlignedRun run, WordSequence later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(later.Span(run.Later).Start, later.Span(run.Later + run.Length - 1).End);
    }

    private static List<AlignedRun> Greedy(WordSequence earlier, WordSequence later)
    {
        var runs = new List<AlignedRun>();
        Dictionary<ulong, List<int>> places = Places(earlier);
        ulong[] shingles = Shingles.Of(later.Hashes, ReportSketch.ShingleLength);
        var taken = new bool[earlier.Count];
        for (int at = 0; at < shingles.Length;)
        {
            AlignedRun best = default;
            if (places.TryGetValue(shingles[at], out List<int>? starts))
            {
                foreach (int start in starts)
                {
                    int length = taken[start] ? 0 : Extend(earlier.Hashes[start..], later.Hashes[at..], taken.AsSpan(start));
                    best = length > best.Length ? new AlignedRun(start, at, length) : best;
                }
            }

            if (best.Length > 0)
            {
                taken.AsSpan(best.Earlier, best.Length).Fill(true);
                runs.Add(best);
            }

            at += Math.Max(1, best.Length);
        }

        return runs;
    }

    private static Dictionary<ulong, List<int>> Places(WordSequence words)
    {
        ulong[] shingles = Shingles.Of(words.Hashes, ReportSketch.ShingleLength);
        var places = new Dictionary<ulong, List<int>>(shingles.Length);
        for (int start = 0; start < shingles.Length; start++)
        {
            if (!places.TryGetValue(shingles[start], out List<int>? starts))
            {
                places.Add(shingles[start], starts = new List<int>(1));
            }

            if (starts.Count < PlacesKept)
            {
                starts.Add(start);
            }
        }

        return places;
    }

    private static int Extend(ReadOnlySpan<ulong> earlier, ReadOnlySpan<ulong> later, ReadOnlySpan<bool> taken)
    {
        int length = 0;
        while (length < earlier.Length && length < later.Length && earlier[length] == later[length] && !taken[length])
        {
            length++;
        }

        return length;
    }

    private static List<AlignedRun> Bridged(List<AlignedRun> runs)
    {
        var bridged = new List<AlignedRun>(runs.Count);
        foreach (AlignedRun run in runs)
        {
            if (bridged.Count > 0)
            {
                AlignedRun last = bridged[^1];
                int earlierGap = run.Earlier - (last.Earlier + last.Length);
                int laterGap = run.Later - (last.Later + last.Length);
                if (earlierGap == laterGap && earlierGap is >= 0 and <= Bridge)
                {
                    bridged[^1] = last with { Length = run.Later + run.Length - last.Later };
                    continue;
                }
            }

            bridged.Add(run);
        }

        return bridged;
    }
}

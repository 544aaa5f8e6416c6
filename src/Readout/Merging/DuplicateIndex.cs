namespace Readout.Merging;

/// <summary>
/// The minima of all reports seen, to find near-duplicates of one more without reading the old ones again: an open hash table from
/// minimum to report, eight bytes an entry, in 256 parts that grow one at a time so that no single report waits for the whole table.
/// A minimum that <see cref="PostingLimit"/> reports have is a stock phrase and takes no more entries. For one thread.
/// </summary>
public sealed class DuplicateIndex
{
    /// <summary>Reports kept for one minimum: the earliest ones, which are also the likely origins.</summary>
    public const int PostingLimit = 24;

    private const int PartBits = 8;
    private readonly DuplicateIndexPart[] _parts = new DuplicateIndexPart[1 << PartBits];
    private readonly Dictionary<int, int> _shared = [];

    /// <summary>Number of reports added.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Reports of the index that share at least <paramref name="least"/> minima with a sketch: most shared first, of equals the earliest first.
    /// </summary>
    public IReadOnlyList<DuplicateCandidate> Find(ReportSketch sketch, int least)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        _shared.Clear();
        foreach (uint minimum in sketch.Minima)
        {
            _parts[Part(minimum)]?.Count(minimum, _shared);
        }

        var found = new List<DuplicateCandidate>();
        foreach ((int report, int shared) in _shared)
        {
            if (shared >= least)
            {
                found.Add(new DuplicateCandidate(report, shared));
            }
        }

        found.Sort((a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Report.CompareTo(b.Report));
        return found;
    }

    /// <summary>Takes a report in.</summary>
    /// <returns>Its number: 0 for the first, then 1, ...</returns>
    public int Add(ReportSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        foreach (uint minimum in sketch.Minima)
        {
            (_parts[Part(minimum)] ??= new DuplicateIndexPart()).Add(minimum, Count);
        }

        return Count++;
    }

    // The minima are small numbers; their low bits are evenly spread.
    private static int Part(uint minimum) => (int)(minimum & ((1u << PartBits) - 1));
}

using System.Buffers;

namespace Readout.Store.Columns;

/// <summary>Counts in how many facts of a filter each actor takes part, in any role.</summary>
internal ref struct CompanyCounter : IPositionVisitor
{
    private readonly int[] _counts;
    private FactSegment _segment = null!;

    private CompanyCounter(int[] counts) => _counts = counts;

    /// <summary>Rows and counts of the most frequent actors, most facts first.</summary>
    /// <param name="columns">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="without">Row of an actor who is left out; -1 for none.</param>
    public static (int Actor, int Count)[] Of(FactColumns columns, FactFilter filter, int most, int without)
    {
        int[] counts = ArrayPool<int>.Shared.Rent(columns.ActorLimit);
        try
        {
            counts.AsSpan(0, columns.ActorLimit).Clear();
            var counter = new CompanyCounter(counts);
            foreach (FactSegment segment in columns.Segments)
            {
                if (filter.Match(segment, PackedDay.None, int.MaxValue, out PositionSet set))
                {
                    counter._segment = segment;
                    set.Visit(ref counter);
                }
            }

            Drop(columns, counts, without);
            return MostFrequent.Of(counts.AsSpan(0, columns.ActorLimit), most);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    /// <inheritdoc/>
    public readonly void Visit(int position)
    {
        ReadOnlySpan<int> links = _segment.LinksOf(position);
        for (int i = 0; i < links.Length; i++)
        {
            int actor = links[i] >> 3;
            if (!Holds(links[..i], actor))
            {
                _counts[actor]++;
            }
        }
    }

    private static bool Holds(ReadOnlySpan<int> links, int actor)
    {
        foreach (int link in links)
        {
            if (link >> 3 == actor)
            {
                return true;
            }
        }

        return false;
    }

    private static void Drop(FactColumns columns, int[] counts, int without)
    {
        if (without >= 0 && without < columns.ActorLimit)
        {
            counts[without] = 0;
        }

        foreach (ActorSegment segment in columns.ActorSegments)
        {
            for (int i = 0; i < FactSegment.Size; i++)
            {
                if (!segment.AreListed[i])
                {
                    counts[(segment.Number << FactSegment.Bits) + i] = 0;
                }
            }
        }
    }
}

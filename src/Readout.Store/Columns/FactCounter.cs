using System.Buffers;

namespace Readout.Store.Columns;

/// <summary>Counts the facts of a filter by what they are, by outlet, speaker and month, exactly and in one pass.</summary>
internal ref struct FactCounter : IPositionVisitor
{
    private readonly FactColumns _columns;
    private readonly int[] _shapes;
    private readonly int[] _outlets;
    private readonly int[] _speakers;
    private readonly StepCounter _months;
    private FactSegment _segment = null!;

    private FactCounter(FactColumns columns, FactFilter filter, int monthLength)
    {
        _columns = columns;
        _shapes = new int[columns.Tables.Shapes.Count];
        _outlets = new int[columns.Tables.Outlets.Count];
        _months = new StepCounter(columns, filter, monthLength, 1);
        _speakers = ArrayPool<int>.Shared.Rent(columns.ActorLimit);
        _speakers.AsSpan(0, columns.ActorLimit).Clear();
    }

    /// <summary>Counts.</summary>
    /// <param name="columns">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="monthLength">Characters of a day by which facts are counted over time: 7 or 10.</param>
    /// <param name="mostSpeakers">Most speakers.</param>
    public static FactCounts Of(FactColumns columns, FactFilter filter, int monthLength, int mostSpeakers)
    {
        var counter = new FactCounter(columns, filter, monthLength);
        try
        {
            foreach (FactSegment segment in columns.Segments)
            {
                if (filter.Match(segment, PackedDay.None, int.MaxValue, out PositionSet set))
                {
                    counter._segment = segment;
                    set.Visit(ref counter);
                }
            }

            return counter.Counts(mostSpeakers);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counter._speakers);
        }
    }

    /// <inheritdoc/>
    public readonly void Visit(int position)
    {
        _shapes[_segment.Shapes[position]]++;
        _outlets[_segment.Outlets[position]]++;
        _months.Add(_segment.Days[position], 0);
        foreach (int link in _segment.LinksOf(position))
        {
            if ((link & 7) == (int)ActorRole.Speaker)
            {
                _speakers[link >> 3]++;
            }
        }
    }

    private readonly FactCounts Counts(int mostSpeakers)
    {
        CodeTable<FactShape> shapes = _columns.Tables.Shapes;
        CodeTable<string> outlets = _columns.Tables.Outlets;
        return new FactCounts
        {
            Shapes = [.. _shapes.Index().Where(pair => pair.Item > 0).Select(pair => (shapes[pair.Index], pair.Item))],
            Outlets = [.. _outlets.Index().Where(pair => pair.Item > 0 && pair.Index > 0).Select(pair => (outlets[pair.Index], pair.Item))],
            Months = [.. _months.Steps().Select(step => (step.Step, step.Count))],
            Speakers = MostFrequent.Of(_speakers.AsSpan(0, _columns.ActorLimit), mostSpeakers),
        };
    }
}

namespace Readout.Store.Columns;

/// <summary>The first facts of a filter in order of day and row: one pass, which passes over days that can no longer come first.</summary>
internal ref struct FirstFacts : IPositionVisitor
{
    // A row of the store in the lower bits, so that one comparison orders by day, then row: 17 thousand million rows.
    private const int RowBits = 34;

    private readonly PriorityQueue<long, long> _best = new();
    private readonly bool _oldest;
    private readonly int _limit;
    private readonly long _before;
    private FactSegment _segment = null!;
    private long _worst = long.MinValue;

    private FirstFacts(bool oldest, int limit, long before) => (_oldest, _limit, _before) = (oldest, limit, before);

    /// <summary>Days (<see cref="PackedDay"/>) and rows, in order.</summary>
    /// <param name="columns">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="oldest">True for the earliest day first.</param>
    /// <param name="limit">Most facts.</param>
    /// <param name="after">Day and row after which to go on; null for the beginning.</param>
    public static (int Day, long Row)[] Of(FactColumns columns, FactFilter filter, bool oldest, int limit, (int Day, long Row)? after)
    {
        var first = new FirstFacts(oldest, limit, after is var (day, row) ? Key(day, row, oldest) : long.MaxValue);
        for (int i = 0; i < columns.Segments.Count; i++)
        {
            first._segment = columns.Segments[oldest ? i : columns.Segments.Count - 1 - i];
            (int minDay, int maxDay) = first.Days();
            if (filter.Match(first._segment, minDay, maxDay, out PositionSet set))
            {
                set.Visit(ref first);
            }
        }

        (int, long)[] rows = new (int, long)[first._best.Count];
        for (int i = rows.Length - 1; i >= 0; i--)
        {
            long key = first._best.Dequeue();
            key = oldest ? ~key : key;
            rows[i] = ((int)(key >> RowBits) - 1, key & ((1L << RowBits) - 1));
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Visit(int position)
    {
        long key = Key(_segment.Days[position], _segment.First + position, _oldest);
        if (key <= _worst || key >= _before)
        {
            return;
        }

        if (_best.Count < _limit)
        {
            _best.Enqueue(key, key);
        }
        else
        {
            _best.EnqueueDequeue(key, key);
        }

        _worst = _best.Count == _limit ? _best.Peek() : long.MinValue;
    }

    // What sorts first has the largest key.
    private static long Key(int day, long row, bool oldest)
    {
        long key = ((long)(day + 1) << RowBits) | row;
        return oldest ? ~key : key;
    }

    // Days that can still come first: a heap that is full and the place to go on from leave the others out.
    private readonly (int Min, int Max) Days()
    {
        int? worst = _worst == long.MinValue ? null : DayOf(_worst, _oldest);
        int? before = _before == long.MaxValue ? null : DayOf(_before, _oldest);
        return _oldest ? (before ?? PackedDay.None, worst ?? int.MaxValue) : (worst ?? PackedDay.None, before ?? int.MaxValue);
    }

    private static int DayOf(long key, bool oldest) => (int)((oldest ? ~key : key) >> RowBits) - 1;
}

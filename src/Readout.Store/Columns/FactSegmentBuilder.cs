namespace Readout.Store.Columns;

/// <summary>Makes a segment from rows in any order of tables, each table in the order of facts.</summary>
internal sealed class FactSegmentBuilder
{
    private readonly int _number;
    private readonly ushort[] _shapes = new ushort[FactSegment.Size];
    private readonly int[] _days = new int[FactSegment.Size];
    private readonly float[] _confidences = new float[FactSegment.Size];
    private readonly int[] _reports = new int[FactSegment.Size];
    private readonly uint[] _added = new uint[FactSegment.Size];
    private readonly ushort[] _outlets = new ushort[FactSegment.Size];
    private readonly int[] _places = new int[FactSegment.Size];
    private readonly int[] _linkStarts = new int[FactSegment.Size + 1];
    private readonly List<int> _links = new(FactSegment.Size * 2);
    private readonly List<ushort> _duePositions = [];
    private readonly List<int> _dues = [];
    private int _linked;
    private int _minDay = int.MaxValue;
    private int _maxDay = PackedDay.None;

    /// <param name="number">Of the segment.</param>
    public FactSegmentBuilder(int number)
    {
        _number = number;
        Array.Fill(_days, PackedDay.None);
    }

    /// <summary>True where no fact was added.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds a fact.</summary>
    public void Add(int position, int shape, int day, double confidence)
    {
        IsEmpty = false;
        _shapes[position] = (ushort)shape;
        _days[position] = day;
        _confidences[position] = (float)confidence;
        _minDay = day == PackedDay.None ? _minDay : Math.Min(_minDay, day);
        _maxDay = Math.Max(_maxDay, day);
    }

    /// <summary>Says which report a fact is of.</summary>
    public void SetReport(int position, int report, uint added, int outlet)
    {
        _reports[position] = report;
        _added[position] = added;
        _outlets[position] = (ushort)outlet;
    }

    /// <summary>Says where a fact was.</summary>
    public void SetPlace(int position, int place) => _places[position] = place;

    /// <summary>Says by when a commitment is due; in the order of positions.</summary>
    public void SetDue(int position, int due)
    {
        _duePositions.Add((ushort)position);
        _dues.Add(due);
    }

    /// <summary>Says who takes part; in the order of positions.</summary>
    public void Link(int position, long actor, ActorRole role)
    {
        while (_linked < position)
        {
            _linkStarts[++_linked] = _links.Count;
        }

        // 28 bits of rows are some 270 million actors.
        _links.Add(checked((int)(actor << 3)) | (int)role);
    }

    /// <summary>The segment.</summary>
    /// <param name="version">As the store has it.</param>
    public FactSegment Build(long version)
    {
        while (_linked < FactSegment.Size)
        {
            _linkStarts[++_linked] = _links.Count;
        }

        (int[] actors, int[] starts, ushort[] postings) = Invert();
        return new FactSegment
        {
            Number = _number,
            Version = version,
            Shapes = _shapes,
            Days = _days,
            Confidences = _confidences,
            Reports = _reports,
            Added = _added,
            Outlets = _outlets,
            Places = _places,
            LinkStarts = _linkStarts,
            Links = [.. _links],
            Actors = actors,
            PostingStarts = starts,
            Postings = postings,
            DuePositions = [.. _duePositions],
            Dues = [.. _dues],
            MinDay = _minDay,
            MaxDay = _maxDay,
        };
    }

    private (int[] Actors, int[] Starts, ushort[] Postings) Invert()
    {
        // Actor, then position and role: one sort of numbers gives every list in order.
        long[] pairs = new long[_links.Count];
        for (int position = 0; position < FactSegment.Size; position++)
        {
            for (int i = _linkStarts[position]; i < _linkStarts[position + 1]; i++)
            {
                pairs[i] = ((long)(_links[i] >> 3) << 16) | (uint)(position << 3) | (uint)(_links[i] & 7);
            }
        }

        Array.Sort(pairs);
        var actors = new List<int>();
        var starts = new List<int>();
        ushort[] postings = new ushort[pairs.Length];
        for (int i = 0; i < pairs.Length; i++)
        {
            int actor = (int)(pairs[i] >> 16);
            if (actors.Count == 0 || actors[^1] != actor)
            {
                actors.Add(actor);
                starts.Add(i);
            }

            postings[i] = (ushort)pairs[i];
        }

        starts.Add(pairs.Length);
        return ([.. actors], [.. starts], postings);
    }
}

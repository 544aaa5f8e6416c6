namespace Readout.Store.Columns;

/// <summary>All facts of a store at one revision, in columns: what filters and counts ask, without their words. Immutable, thread-safe.</summary>
internal sealed class FactColumns
{
    private readonly Dictionary<int, FactSegment> _byNumber;
    private readonly Dictionary<int, ActorSegment> _actors;
    private readonly Lazy<int[]> _weights;

    /// <param name="tables">What codes stand for.</param>
    /// <param name="segments">Ascending.</param>
    /// <param name="actors">In any order.</param>
    /// <param name="revision">Of the store.</param>
    public FactColumns(ColumnTables tables, IReadOnlyList<FactSegment> segments, IEnumerable<ActorSegment> actors, long revision)
    {
        Tables = tables;
        Segments = segments;
        Revision = revision;
        _byNumber = segments.ToDictionary(segment => segment.Number);
        _actors = actors.ToDictionary(segment => segment.Number);

        // Facts may be of a moment later than the actors.
        ActorLimit = Math.Max(_actors.Count == 0 ? 0 : (_actors.Keys.Max() + 1) << FactSegment.Bits, segments.Select(segment => segment.Actors is [.., int last] ? last + 1 : 0).DefaultIfEmpty().Max());
        _weights = new Lazy<int[]>(() => ActorCounter.Weights(this));
        MinDay = segments.Count == 0 ? int.MaxValue : segments.Min(segment => segment.MinDay);
        MaxDay = segments.Count == 0 ? PackedDay.None : segments.Max(segment => segment.MaxDay);
    }

    /// <summary>What codes stand for.</summary>
    public ColumnTables Tables { get; }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<FactSegment> Segments { get; }

    /// <summary>Segments of actors.</summary>
    public IReadOnlyCollection<ActorSegment> ActorSegments => _actors.Values;

    /// <summary>Revision of the store.</summary>
    public long Revision { get; }

    /// <summary>Above the rows of all actors.</summary>
    public int ActorLimit { get; }

    /// <summary>Earliest day; above <see cref="MaxDay"/> where there is none.</summary>
    public int MinDay { get; }

    /// <summary>Latest day; <see cref="PackedDay.None"/> where there is none.</summary>
    public int MaxDay { get; }

    /// <summary>Bytes of all columns.</summary>
    public long Bytes => Segments.Sum(segment => segment.Bytes) + _actors.Values.Sum(segment => segment.Bytes);

    /// <summary>By row of the actor how often it takes part other than by being spoken about; counted when asked for first.</summary>
    public IReadOnlyList<int> ActorWeights => _weights.Value;

    /// <summary>The segment of a number; null where it has no fact.</summary>
    public FactSegment? Segment(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The segment of actors of a number; null where it has none.</summary>
    public ActorSegment? ActorsOf(int number) => _actors.GetValueOrDefault(number);

    /// <summary>For each row below <see cref="ActorLimit"/> whether the actor's segment and position there hold.</summary>
    public bool[] ActorsWhere(Func<ActorSegment, int, bool> holds)
    {
        bool[] all = new bool[ActorLimit];
        foreach (ActorSegment segment in _actors.Values)
        {
            for (int i = 0; i < FactSegment.Size; i++)
            {
                all[(segment.Number << FactSegment.Bits) + i] = segment.Types[i] != 0 && holds(segment, i);
            }
        }

        return all;
    }
}

using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Columns;

/// <summary>Counts the facts of a filter by type over time.</summary>
internal ref struct SpreadCounter : IPositionVisitor
{
    private static readonly FactType[] Types = [.. Enum.GetValues<FactType>().OrderBy(RecordNames.Of, StringComparer.Ordinal)];

    private readonly byte[] _typeOfShape;
    private readonly StepCounter _steps;
    private FactSegment _segment = null!;

    private SpreadCounter(FactColumns columns, FactFilter filter, int characters)
    {
        CodeTable<FactShape> shapes = columns.Tables.Shapes;
        _typeOfShape = new byte[shapes.Count];
        for (int code = 1; code < _typeOfShape.Length; code++)
        {
            _typeOfShape[code] = (byte)Array.IndexOf(Types, RecordNames.Find<FactType>(shapes[code].Type) ?? default);
        }

        _steps = new StepCounter(columns, filter, characters, Types.Length);
    }

    /// <summary>Counts, in order of time, then of the types' names.</summary>
    public static IReadOnlyList<TimeCount> Of(FactColumns columns, FactFilter filter, TimeScale scale)
    {
        var counter = new SpreadCounter(columns, filter, (int)scale);
        foreach (FactSegment segment in columns.Segments)
        {
            // Day 0 is before all known days, after none.
            if (filter.Match(segment, 0, int.MaxValue, out PositionSet set))
            {
                counter._segment = segment;
                set.Visit(ref counter);
            }
        }

        IEnumerable<TimeCount> counts = counter._steps.AllSteps().Select(step => new TimeCount(step.Step, Types[step.Kind], step.Count));
        return scale != TimeScale.Decade
            ? [.. counts]
            : [.. counts.GroupBy(count => (Step: count.Step[..3], count.Type)).Select(group => new TimeCount(group.Key.Step, group.Key.Type, group.Sum(count => count.Count)))
                .OrderBy(count => count.Step, StringComparer.Ordinal).ThenBy(count => RecordNames.Of(count.Type), StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public readonly void Visit(int position) => _steps.Add(_segment.Days[position], _typeOfShape[_segment.Shapes[position]]);
}

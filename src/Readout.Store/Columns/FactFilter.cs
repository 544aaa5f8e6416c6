using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Readout.Store.Columns;

/// <summary>A fact query over columns, its names and words resolved. What is null does not narrow. Immutable, thread-safe.</summary>
internal sealed record FactFilter
{
    /// <summary>By code of shape.</summary>
    public required bool[] Shapes { get; init; }

    /// <summary>First day.</summary>
    public int MinDay { get; init; } = PackedDay.None;

    /// <summary>Last day.</summary>
    public int MaxDay { get; init; } = int.MaxValue;

    /// <summary>By code of outlet.</summary>
    public bool[]? Outlets { get; init; }

    /// <summary>By code of place.</summary>
    public bool[]? Places { get; init; }

    /// <summary>By code of due date; facts without one are left out.</summary>
    public bool[]? Dues { get; init; }

    /// <summary>Rows of reports.</summary>
    public IReadOnlySet<int>? Reports { get; init; }

    /// <summary>Last second in which what was added is left out, since 1970.</summary>
    public uint? AddedAfter { get; init; }

    /// <summary>Least confidence.</summary>
    public float? Confidence { get; init; }

    /// <summary>Of each one must take part.</summary>
    public IReadOnlyList<ActorCondition> Actors { get; init; } = [];

    /// <summary>A state's places and people, of which one is enough.</summary>
    public CountryCondition? Country { get; init; }

    /// <summary>What words find.</summary>
    public WordSet? Words { get; init; }

    /// <summary>The positions of a segment that match and lie within some days; false where there are none.</summary>
    public bool Match(FactSegment segment, int minDay, int maxDay, out PositionSet set)
    {
        set = default;
        (minDay, maxDay) = (Math.Max(minDay, MinDay), Math.Min(maxDay, MaxDay));
        if (segment.MaxDay < minDay || (segment.MinDay > maxDay && minDay > PackedDay.None) || !Begin(segment, ref set))
        {
            return false;
        }

        if (minDay > PackedDay.None || maxDay < int.MaxValue)
        {
            set.KeepRange(segment.Days, minDay, maxDay);
        }

        set.Keep(new CodeTest(segment.Shapes, Shapes));
        KeepValues(segment, ref set);
        return !set.IsEmpty;
    }

    // What is found by lists comes first: it is mostly few.
    private bool Begin(FactSegment segment, ref PositionSet set)
    {
        if (Words is null)
        {
            set = PositionSet.All();
        }
        else if (!Words.TryGet(segment.Number, out set))
        {
            return false;
        }

        foreach (ActorCondition actor in Actors)
        {
            PositionSet part = default;
            if (!actor.Gather(segment, ref part))
            {
                return false;
            }

            set.And(part);
        }

        if (Country is not null)
        {
            PositionSet part = default;
            Country.Gather(segment, ref part);
            set.And(part);
        }

        if (Dues is not null)
        {
            PositionSet due = default;
            for (int i = 0; i < segment.Dues.Length; i++)
            {
                if (Dues[segment.Dues[i]])
                {
                    due.Add(segment.DuePositions[i]);
                }
            }

            set.And(due);
        }

        return true;
    }

    private void KeepValues(FactSegment segment, ref PositionSet set)
    {
        if (Outlets is not null)
        {
            set.Keep(new CodeTest(segment.Outlets, Outlets));
        }

        if (Places is not null)
        {
            set.Keep(new PlaceTest(segment.Places, Places));
        }

        if (Reports is not null)
        {
            set.Keep(new ReportTest(segment.Reports, Reports));
        }

        if (AddedAfter is { } moment)
        {
            set.Keep(new AddedTest(segment.Added, moment));
        }

        if (Confidence is { } least)
        {
            set.Keep(new ConfidenceTest(segment.Confidences, least));
        }
    }

    // Every column has a value for each position, and positions come from 4,096 bits: no index needs a check.
    private static T At<T>(T[] column, int position) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), position);

    private readonly struct CodeTest(ushort[] codes, bool[] holds) : IPositionTest
    {
        public bool Passes(int position) => holds[At(codes, position)];
    }

    private readonly struct PlaceTest(int[] codes, bool[] holds) : IPositionTest
    {
        public bool Passes(int position) => holds[At(codes, position)];
    }

    private readonly struct ReportTest(int[] reports, IReadOnlySet<int> wanted) : IPositionTest
    {
        public bool Passes(int position) => wanted.Contains(At(reports, position));
    }

    private readonly struct AddedTest(uint[] added, uint moment) : IPositionTest
    {
        public bool Passes(int position) => At(added, position) > moment;
    }

    private readonly struct ConfidenceTest(float[] confidences, float least) : IPositionTest
    {
        public bool Passes(int position) => At(confidences, position) >= least;
    }
}

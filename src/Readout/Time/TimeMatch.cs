namespace Readout.Time;

/// <summary>Atoms that a rule matched and what it read there.</summary>
internal sealed class TimeMatch
{
    /// <summary>Marks a name under which nothing was read.</summary>
    public const int Absent = int.MinValue;

    /// <summary>Number of names.</summary>
    public static readonly int KeyCount = Enum.GetValues<TimeKey>().Length;

    private readonly int[] _values;

    public TimeMatch(int first, int end, TimeRule rule, int[] values)
    {
        First = first;
        End = end;
        Rule = rule;
        _values = values;
    }

    /// <summary>First atom.</summary>
    public int First { get; }

    /// <summary>Atom after the last.</summary>
    public int End { get; }

    /// <summary>The rule.</summary>
    public TimeRule Rule { get; }

    /// <summary>Whether something was read under the name.</summary>
    public bool Has(TimeKey key) => _values[(int)key] != Absent;

    /// <summary>What was read under the name; <see cref="Absent"/> where nothing was.</summary>
    public int this[TimeKey key] => _values[(int)key];

    /// <summary>What was read under the name, or a value in its place.</summary>
    public int Or(TimeKey key, int otherwise) => _values[(int)key] == Absent ? otherwise : _values[(int)key];

    /// <summary>Modifier read.</summary>
    public TimeModifier Modifier => (TimeModifier)Or(TimeKey.Mod, 0);

    /// <summary>One match of both stretches, with what either read; the later one's rule type where it is a time of day.</summary>
    /// <param name="next">The later one.</param>
    /// <param name="end">Atom after both.</param>
    public TimeMatch With(TimeMatch next, int end)
    {
        int[] values = (int[])_values.Clone();
        bool hasClock = Has(TimeKey.Clock) || Has(TimeKey.Hour) || Has(TimeKey.Hhmm);
        for (int key = 0; key < values.Length; key++)
        {
            bool isClock = key is >= (int)TimeKey.Part and <= (int)TimeKey.Zone2;
            values[key] = values[key] != Absent || (hasClock && isClock) ? values[key] : next._values[key];
        }

        return new TimeMatch(First, end, Rule.Type == TimeType.Time ? Rule : next.Rule, values);
    }
}

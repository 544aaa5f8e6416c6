namespace Readout.Store.Columns;

/// <summary>Counts of facts by step of time, for some kinds of fact at once. Facts without a day are left out.</summary>
internal sealed class StepCounter
{
    // Thirty years of days are half a million steps; beyond this, few are used and they are kept by number.
    private const int MostSteps = 1 << 20;

    private readonly int _characters;
    private readonly int _shift;
    private readonly int _kinds;
    private readonly int _first;
    private readonly int[]? _dense;
    private readonly Dictionary<int, int> _sparse = [];

    /// <param name="columns">Whose days.</param>
    /// <param name="filter">Whose days.</param>
    /// <param name="characters">Leading characters of a day that name the step: 4, 7 or 10.</param>
    /// <param name="kinds">Counts a step.</param>
    public StepCounter(FactColumns columns, FactFilter filter, int characters, int kinds)
    {
        _characters = characters;
        _shift = PackedDay.Shift(characters);
        _kinds = kinds;
        _first = Math.Max(Math.Max(columns.MinDay, filter.MinDay), 0) >> _shift;
        long steps = ((Math.Min(columns.MaxDay, filter.MaxDay) >> _shift) - (long)_first + 1) * kinds;
        _dense = steps is > 0 and <= MostSteps ? new int[steps] : null;
    }

    /// <summary>Counts a fact.</summary>
    public void Add(int day, int kind)
    {
        if (day == PackedDay.None)
        {
            return;
        }

        int at = (((day >> _shift) - _first) * _kinds) + kind;
        if (_dense is not null)
        {
            _dense[at]++;
        }
        else
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_sparse, at, out _)++;
        }
    }

    /// <summary>Steps known as exactly as was asked, in time order.</summary>
    public IEnumerable<(string Step, int Kind, int Count)> Steps() => AllSteps().Where(step => step.Step.Length == _characters);

    /// <summary>All steps in time order; those of facts that are known less exactly have shorter names.</summary>
    public IEnumerable<(string Step, int Kind, int Count)> AllSteps()
    {
        IEnumerable<(int At, int Count)> counts = _dense is not null
            ? _dense.Index().Where(pair => pair.Item > 0)
            : _sparse.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));
        return counts.Select(pair => (PackedDay.Text(((pair.At / _kinds) + _first) << _shift), pair.At % _kinds, pair.Count));
    }
}

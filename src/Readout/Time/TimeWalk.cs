namespace Readout.Time;

/// <summary>
/// Walks the trie from one atom after another of a text. From an atom it visits each node at most once and no deeper than the longest pattern,
/// so that matching is linear in the text. Made for one text; not thread-safe.
/// </summary>
internal sealed class TimeWalk
{
    /// <summary>Most symbols of a pattern.</summary>
    public const int LongestPattern = 24;

    private readonly TimeTrie _trie;
    private readonly List<TimeAtom> _atoms;
    private readonly int[] _noValues;
    private readonly int[] _path = new int[LongestPattern];
    private readonly int[] _bestPath = new int[LongestPattern];
    private TimeTrie.Ending _best;
    private TimeRule? _bestRule;
    private int _first;

    // Atom after the longest match so far, what must follow it included.
    private int _reached;

    public TimeWalk(TimeTrie trie, List<TimeAtom> atoms, int[] noValues)
    {
        _trie = trie;
        _atoms = atoms;
        _noValues = noValues;
    }

    /// <summary>The longest match that begins at an atom, of equals the one of the earlier rule; null where none does.</summary>
    public TimeMatch? Match(int first)
    {
        _first = first;
        _bestRule = null;
        From(0, first, 0);
        return _bestRule is null ? null : new TimeMatch(first, _reached - _best.Ahead, _bestRule, Values());
    }

    // Depth first, because a node has only one way to it.
    private void From(int node, int atom, int depth)
    {
        if (depth > 0)
        {
            Accept(node, atom);
        }

        if (depth == LongestPattern || atom >= _atoms.Count || (depth > 0 && _atoms[atom].Has(TimeAtomTraits.BreakBefore)))
        {
            return;
        }

        foreach (TimeReading reading in _atoms[atom].Readings)
        {
            if (_trie.Next(node, reading.Symbol) is > 0 and int next)
            {
                _path[depth] = reading.Value;
                From(next, atom + 1, depth + 1);
            }
        }
    }

    private void Accept(int node, int end)
    {
        foreach (TimeTrie.Ending ending in _trie.Endings(node))
        {
            TimeRule rule = _trie.RuleOf(ending);
            bool isBetter = _bestRule is null || end > _reached || (end == _reached && rule.Order < _bestRule.Order);
            if (isBetter && Holds(rule, end))
            {
                (_reached, _best, _bestRule) = (end, ending, rule);
                _path.CopyTo(_bestPath, 0);
            }
        }
    }

    private bool Holds(TimeRule rule, int end)
    {
        foreach (TimeCondition condition in rule.Conditions)
        {
            if (!condition.Holds(_atoms, _first, end))
            {
                return false;
            }
        }

        return true;
    }

    private int[] Values()
    {
        int[] values = (int[])_noValues.Clone();
        foreach ((TimeKey key, int value) in _trie.ConstantsOf(_best))
        {
            values[(int)key] = value;
        }

        ReadOnlySpan<int> keys = _trie.KeysOf(_best);
        for (int depth = 0; depth < keys.Length; depth++)
        {
            if (keys[depth] >= 0)
            {
                values[keys[depth]] = _bestPath[depth];
            }
        }

        return values;
    }
}

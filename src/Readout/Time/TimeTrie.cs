namespace Readout.Time;

/// <summary>
/// All patterns as one trie over symbols. Filled while the rules are loaded, then frozen into arrays; immutable and thread-safe from then on.
/// </summary>
/// <remarks>
/// <code>
/// node        0           1        2
/// firstEdge   0           3        4       ...   edges of node n: firstEdge[n] .. firstEdge[n + 1], by symbol
/// symbols     2  7  9     4        ...
/// targets     1  5  8     2        ...
/// firstAccept 0           0        1       ...   rules that end at node n, the same way
/// </code>
/// </remarks>
internal sealed class TimeTrie
{
    private readonly List<int[]> _keys = [];
    private readonly List<(TimeKey Key, int Value)[]> _constants = [];
    private readonly List<TimeRule> _rules = [];
    private Dictionary<string, int>? _known = new(StringComparer.Ordinal);
    private Dictionary<long, int>? _building = [];
    private List<List<int>?>? _endings = [null];
    private List<Ending>? _added = [];
    private int[] _firstEdge = [];
    private ushort[] _symbols = [];
    private int[] _targets = [];
    private int[] _firstAccept = [];
    private Ending[] _accepts = [];

    /// <summary>Adds a pattern of a rule.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="rule">The rule; patterns of one rule are added one after the other.</param>
    /// <param name="constants">Values kept whatever the text.</param>
    public void Add(TimePattern pattern, TimeRule rule, (TimeKey Key, int Value)[] constants)
    {
        if (_rules.Count == 0 || _rules[^1] != rule)
        {
            _rules.Add(rule);
        }

        int node = 0;
        foreach (int symbol in pattern.Symbols)
        {
            long edge = ((long)node << 16) | checked((ushort)symbol);
            if (!_building!.TryGetValue(edge, out int next))
            {
                next = _endings!.Count;
                _endings.Add(null);
                _building.Add(edge, next);
            }

            node = next;
        }

        (_endings![node] ??= []).Add(_added!.Count);
        _added.Add(new Ending(
            checked((ushort)(_rules.Count - 1)),
            Share(_keys, pattern.Keys, "k" + string.Join(',', pattern.Keys)),
            Share(_constants, constants, "c" + string.Join(',', constants)),
            checked((byte)pattern.Ahead)));
    }

    /// <summary>Makes the arrays; nothing can be added any more.</summary>
    public void Freeze()
    {
        int nodes = _endings!.Count;
        _firstEdge = new int[nodes + 1];
        _firstAccept = new int[nodes + 1];
        _symbols = new ushort[_building!.Count];
        _targets = new int[_building.Count];
        int at = 0;
        foreach ((long edge, int target) in _building.OrderBy(e => e.Key))
        {
            _firstEdge[(edge >> 16) + 1]++;
            (_symbols[at], _targets[at]) = ((ushort)edge, target);
            at++;
        }

        var accepts = new List<Ending>(_added!.Count);
        for (int node = 0; node < nodes; node++)
        {
            _firstEdge[node + 1] += _firstEdge[node];
            foreach (int ending in _endings[node] ?? [])
            {
                accepts.Add(_added[ending]);
            }

            _firstAccept[node + 1] = accepts.Count;
        }

        _accepts = [.. accepts];
        (_building, _endings, _added, _known) = (null, null, null, null);
    }

    /// <summary>The node that a symbol leads to; 0 where it leads nowhere.</summary>
    public int Next(int node, int symbol)
    {
        ReadOnlySpan<ushort> symbols = _symbols.AsSpan(_firstEdge[node].._firstEdge[node + 1]);
        int at = symbols.Length <= ShortList ? symbols.IndexOf((ushort)symbol) : symbols.BinarySearch((ushort)symbol);
        return at < 0 ? 0 : _targets[_firstEdge[node] + at];
    }

    /// <summary>The rules that end at a node, in the order of the file.</summary>
    public ReadOnlySpan<Ending> Endings(int node) => _accepts.AsSpan(_firstAccept[node].._firstAccept[node + 1]);

    /// <summary>The rule of an ending.</summary>
    public TimeRule RuleOf(Ending ending) => _rules[ending.Rule];

    /// <summary>Name under which the value of each atom is kept, -1 for none.</summary>
    public ReadOnlySpan<int> KeysOf(Ending ending) => _keys[ending.Keys];

    /// <summary>Values kept whatever the text.</summary>
    public ReadOnlySpan<(TimeKey Key, int Value)> ConstantsOf(Ending ending) => _constants[ending.Constants];

    // Looked through one by one, with vectors; longer lists by halving.
    private const int ShortList = 64;

    private ushort Share<T>(List<T> list, T value, string key)
    {
        if (!_known!.TryGetValue(key, out int number))
        {
            number = list.Count;
            list.Add(value);
            _known.Add(key, number);
        }

        return checked((ushort)number);
    }

    /// <summary>One pattern that ends at a node: numbers of its rule, names and constants, and how many of its last symbols only follow.</summary>
    internal readonly record struct Ending(ushort Rule, ushort Keys, ushort Constants, byte Ahead);
}

using Readout.Text;

namespace Readout.Time;

/// <summary>
/// All time rules as one trie over symbols. From a given atom the walk visits each trie node at most once and no deeper than the
/// longest pattern, so matching is linear in the text. Immutable, thread-safe.
/// </summary>
internal sealed class TimeGrammar
{
    private const int LongestPattern = 24;

    private readonly TimeVocabulary _vocabulary;
    private readonly List<Variant> _variants = [];
    private readonly List<string> _strings = [];
    private readonly List<List<int>?> _accepts = [null];
    private readonly Dictionary<long, int> _edges = [];
    private readonly int[] _noValues;

    private TimeGrammar(TimeVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _noValues = new int[TimeMatch.KeyCount];
        Array.Fill(_noValues, TimeMatch.Absent);
    }

    /// <summary>Reads words, macros, named days and rules from a folder.</summary>
    public static TimeGrammar Load(string folder, TimeVocabulary vocabulary, NamedDays namedDays)
    {
        string path = Path.Combine(folder, "rules.tsv");
        vocabulary.ReadWords(Path.Combine(folder, "words.tsv"));
        var grammar = new TimeGrammar(vocabulary);
        var parser = new TimePatternParser(vocabulary, path);
        parser.ReadMacros(Path.Combine(folder, "macros.tsv"));
        for (int day = 0; day < namedDays.Phrases.Count; day++)
        {
            parser.AddMacro("NAMEDDAY", namedDays.Phrases[day], day);
        }

        int order = 0;
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            grammar.Add(parser, cells, path, order++);
        }

        return grammar;
    }

    /// <summary>A constant text of the rules by its number.</summary>
    public string Text(int number) => _strings[number];

    /// <summary>The longest match that begins at an atom; null where none does.</summary>
    public TimeMatch? Match(List<TimeAtom> atoms, int first)
    {
        var walk = new Walk(this, atoms, first);
        walk.From(0, first, 0);
        return walk.Best;
    }

    private void Add(TimePatternParser parser, string[] cells, string path, int order)
    {
        if (!Enum.TryParse(cells[1], ignoreCase: true, out TimeType type) || !Enum.TryParse(cells[2], ignoreCase: true, out TimeOperation operation))
        {
            throw new InvalidDataException($"{path}: rule '{cells[0]}': expected a TIMEX3 type and an operation, found '{cells[1]}' and '{cells[2]}'");
        }

        var rule = new TimeRule(order, type, operation, cells.Length > 4 ? Conditions(cells[4], path) : []);
        (TimeKey Key, int Value)[] constants = cells.Length > 3 ? Constants(cells[3], path) : [];
        foreach (TimePattern pattern in parser.Expand(cells[0]))
        {
            if (pattern.Symbols.Length > LongestPattern)
            {
                throw new InvalidDataException($"{path}: rule '{cells[0]}': expected at most {LongestPattern} atoms, found {pattern.Symbols.Length}");
            }

            Add(pattern, rule, constants);
        }
    }

    private void Add(TimePattern pattern, TimeRule rule, (TimeKey Key, int Value)[] constants)
    {
        int node = 0;
        foreach (int symbol in pattern.Symbols)
        {
            long edge = Edge(node, symbol);
            if (!_edges.TryGetValue(edge, out int next))
            {
                next = _accepts.Count;
                _accepts.Add(null);
                _edges.Add(edge, next);
            }

            node = next;
        }

        (_accepts[node] ??= []).Add(_variants.Count);
        _variants.Add(new Variant(rule, pattern.Keys, [.. constants, .. pattern.Constants], pattern.Ahead));
    }

    private (TimeKey Key, int Value)[] Constants(string cell, string path)
    {
        var constants = new List<(TimeKey Key, int Value)>();
        foreach (string pair in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            if (equals < 0 || !Enum.TryParse(pair.AsSpan(0, equals), ignoreCase: true, out TimeKey key))
            {
                throw new InvalidDataException($"{path}: expected name=value, found '{pair}'");
            }

            string value = pair[(equals + 1)..];
            if (key == TimeKey.Value)
            {
                _strings.Add(value);
                constants.Add((key, _strings.Count - 1));
            }
            else
            {
                constants.Add((key, key == TimeKey.Unit ? _vocabulary.ValueOf(value, "UNIT") ?? 0 : TimeVocabulary.ParseValue(value, path)));
            }
        }

        return [.. constants];
    }

    private TimeCondition[] Conditions(string cell, string path)
    {
        var conditions = new List<TimeCondition>();
        foreach (string part in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = part.IndexOf(':');
            string kind = colon < 0 ? part : part[..colon];
            if (kind is not ("after" or "notafter" or "before" or "notbefore"))
            {
                throw new InvalidDataException($"{path}: expected after:, notafter:, before: or notbefore:, found '{part}'");
            }

            int[] symbols = [.. part[(colon + 1)..].Split('|').Select(SymbolOf)];
            conditions.Add(new TimeCondition(kind.EndsWith("after", StringComparison.Ordinal), kind.StartsWith("not", StringComparison.Ordinal), symbols));
        }

        return [.. conditions];
    }

    private int SymbolOf(string name) => name == "NAME" ? TimeCondition.Name
        : name.Length > 1 && char.IsAsciiLetterUpper(name[0]) ? _vocabulary.Symbol(name) : _vocabulary.Word(name);

    private static long Edge(int node, int symbol) => ((long)node << 20) | (uint)symbol;

    private sealed record Variant(TimeRule Rule, int[] Keys, (TimeKey Key, int Value)[] Constants, int Ahead);

    // The walk over the trie from one atom: depth first, because a node has only one way to it.
    private sealed class Walk(TimeGrammar grammar, List<TimeAtom> atoms, int first)
    {
        private readonly int[] _path = new int[LongestPattern];

        // Atom after the longest match so far, what must follow it included.
        private int _reached;

        public TimeMatch? Best { get; private set; }

        public void From(int node, int atom, int depth)
        {
            if (grammar._accepts[node] is { } accepts)
            {
                Accept(accepts, atom);
            }

            if (depth == LongestPattern || atom >= atoms.Count || (depth > 0 && atoms[atom].Has(TimeAtomTraits.BreakBefore)))
            {
                return;
            }

            foreach (TimeReading reading in atoms[atom].Readings)
            {
                if (grammar._edges.TryGetValue(Edge(node, reading.Symbol), out int next))
                {
                    _path[depth] = reading.Value;
                    From(next, atom + 1, depth + 1);
                }
            }
        }

        private void Accept(List<int> accepts, int end)
        {
            foreach (int index in accepts)
            {
                Variant variant = grammar._variants[index];
                if (Best is not null && (end < _reached || (end == _reached && variant.Rule.Order >= Best.Rule.Order)))
                {
                    continue;
                }

                if (Array.TrueForAll(variant.Rule.Conditions, c => c.Holds(atoms, first, end)))
                {
                    _reached = end;
                    Best = new TimeMatch(first, end - variant.Ahead, variant.Rule, Values(variant));
                }
            }
        }

        private int[] Values(Variant variant)
        {
            int[] values = (int[])grammar._noValues.Clone();
            foreach ((TimeKey key, int value) in variant.Constants)
            {
                values[(int)key] = value;
            }

            for (int depth = 0; depth < variant.Keys.Length; depth++)
            {
                if (variant.Keys[depth] >= 0)
                {
                    values[variant.Keys[depth]] = _path[depth];
                }
            }

            return values;
        }
    }
}

using Readout.Text;

namespace Readout.Time;

/// <summary>
/// All time rules as one trie over symbols. From a given atom the walk visits each trie node at most once and no deeper than the
/// longest pattern, so matching is linear in the text. Immutable, thread-safe.
/// </summary>
internal sealed class TimeGrammar
{
    private const int LongestPattern = TimeWalk.LongestPattern;

    private readonly TimeVocabulary _vocabulary;
    private readonly List<string> _strings = [];
    private readonly int[] _noValues;
    private readonly TimeTrie _trie = new();

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

        grammar._trie.Freeze();
        return grammar;
    }

    /// <summary>A constant text of the rules by its number.</summary>
    public string Text(int number) => _strings[number];

    /// <summary>A walker over the atoms of one text; not thread-safe.</summary>
    public TimeWalk Walk(List<TimeAtom> atoms) => new(_trie, atoms, _noValues);

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

            _trie.Add(pattern, rule, [.. constants, .. pattern.Constants]);
        }
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
}

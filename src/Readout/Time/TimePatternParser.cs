using Readout.Text;

namespace Readout.Time;

/// <summary>Expands the patterns of <c>rules.tsv</c> and <c>macros.tsv</c> into <see cref="TimePattern"/>s without choices.</summary>
internal sealed class TimePatternParser
{
    // A pattern that expands into more is a mistake in the data: it would make loading slow.
    private const int MostExpansions = 20_000;

    private readonly TimeVocabulary _vocabulary;
    private readonly string _path;
    private readonly Dictionary<string, List<(string[] Elements, int? Value)>> _macros = new(StringComparer.Ordinal);

    public TimePatternParser(TimeVocabulary vocabulary, string path)
    {
        _vocabulary = vocabulary;
        _path = path;
    }

    /// <summary>Reads <c>macros.tsv</c>; a macro may use those before it.</summary>
    public void ReadMacros(string path)
    {
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            int? value = cells.Length < 3 || cells[2] is "" or "=" ? null : TimeVocabulary.ParseValue(cells[2], path);
            AddMacro(cells[0], cells[1], value);
        }
    }

    /// <summary>Adds one alternative to a macro.</summary>
    /// <param name="name">Name of the macro.</param>
    /// <param name="pattern">Its elements, separated by spaces.</param>
    /// <param name="value">What a capture of it yields; null for the value of its last class.</param>
    public void AddMacro(string name, string pattern, int? value)
    {
        if (!_macros.TryGetValue(name, out List<(string[] Elements, int? Value)>? alternatives))
        {
            _macros.Add(name, alternatives = []);
        }

        alternatives.Add((pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries), value));
    }

    /// <summary>Every way to write a pattern.</summary>
    /// <exception cref="InvalidDataException">The pattern is malformed or expands into too many.</exception>
    public List<TimePattern> Expand(string pattern)
    {
        var partial = new List<Partial> { new([], []) };
        foreach (string element in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element == ">")
            {
                partial = [.. partial.Select(p => p with { Extent = p.Steps.Length })];
                continue;
            }

            partial = Extend(partial, element);
            if (partial.Count > MostExpansions)
            {
                throw new InvalidDataException($"{_path}: pattern '{pattern}' expands into more than {MostExpansions}; use classes or split it");
            }
        }

        return [.. partial.Where(p => p.Steps.Length > 0).Select(p => new TimePattern(
            [.. p.Steps.Select(s => s.Symbol)], [.. p.Steps.Select(s => s.Key)], p.Constants, p.Extent < 0 ? 0 : p.Steps.Length - p.Extent))];
    }

    private List<Partial> Extend(List<Partial> partial, string element)
    {
        bool optional = element.Length > 1 && element[^1] == '?';
        string body = optional ? element[..^1] : element;
        int equals = body.IndexOf('=');
        TimeKey? key = equals > 0 ? ParseKey(body[..equals]) : null;
        var extended = new List<Partial>();
        if (optional)
        {
            extended.AddRange(partial);
        }

        foreach (string alternative in equals > 0 ? body[(equals + 1)..].Split('|') : body.Split('|'))
        {
            List<Partial> ways = Alternative(alternative, key);
            foreach (Partial prefix in partial)
            {
                foreach (Partial way in ways)
                {
                    extended.Add(prefix with { Steps = [.. prefix.Steps, .. way.Steps], Constants = [.. prefix.Constants, .. way.Constants] });
                }
            }
        }

        return extended;
    }

    private List<Partial> Alternative(string name, TimeKey? key)
    {
        if (_macros.TryGetValue(name, out List<(string[] Elements, int? Value)>? alternatives))
        {
            return [.. alternatives.SelectMany(a => Macro(a.Elements, a.Value, key))];
        }

        bool isClass = name.Length > 1 && char.IsAsciiLetterUpper(name[0]);
        int symbol = isClass ? _vocabulary.Symbol(name) : _vocabulary.Word(name);
        return [new([new(symbol, key is { } k ? (int)k : -1)], [])];
    }

    private List<Partial> Macro(string[] elements, int? value, TimeKey? key)
    {
        var ways = new List<Partial> { new([], []) };
        foreach (string element in elements)
        {
            ways = Extend(ways, element);
        }

        if (key is not { } k)
        {
            return ways;
        }

        return value is { } constant
            ? [.. ways.Select(w => w with { Constants = [.. w.Constants, (k, constant)] })]
            : [.. ways.Select(w => w with { Steps = KeepClass(w.Steps, k) })];
    }

    // A capture of a macro without a value of its own keeps the value of the macro's last class.
    private Step[] KeepClass(Step[] steps, TimeKey key)
    {
        var kept = (Step[])steps.Clone();
        for (int i = kept.Length - 1; i >= 0; i--)
        {
            if (kept[i].Key < 0 && _vocabulary.IsClass(kept[i].Symbol))
            {
                kept[i] = kept[i] with { Key = (int)key };
                break;
            }
        }

        return kept;
    }

    private TimeKey ParseKey(string name) => Enum.TryParse(name, ignoreCase: true, out TimeKey key)
        ? key
        : throw new InvalidDataException($"{_path}: expected one of {string.Join(", ", Enum.GetNames<TimeKey>())}, found '{name}'");

    private readonly record struct Step(int Symbol, int Key);

    private sealed record Partial(Step[] Steps, (TimeKey Key, int Value)[] Constants)
    {
        // Number of steps that belong to the expression; -1 for all.
        public int Extent { get; init; } = -1;
    }
}

using System.Globalization;
using Readout.Text;

namespace Readout.Time;

/// <summary>
/// The words and classes that time rules are made of, numbered, and for each word of the text the readings it has.
/// Filled while the data is loaded, then only read.
/// </summary>
internal sealed class TimeVocabulary
{
    /// <summary>Value of a count that is not said ("several"); written X in the data.</summary>
    public const int Unsaid = -1000;

    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(TimeReading Reading, bool NeedsCapital)>> _building = new(StringComparer.Ordinal);
    private readonly HashSet<int> _classes = [];
    private Entry[] _table = [];

    /// <summary>Number of symbols.</summary>
    public int SymbolCount => _symbols.Count;

    /// <summary>The symbol of a word or class, made on first use.</summary>
    public int Symbol(string name)
    {
        if (!_symbols.TryGetValue(name, out int symbol))
        {
            symbol = _symbols.Count;
            _symbols.Add(name, symbol);
            if (name.Length > 1 && char.IsAsciiLetterUpper(name[0]))
            {
                _classes.Add(symbol);
            }
        }

        return symbol;
    }

    /// <summary>Whether the symbol is a class of words or numbers, not a word.</summary>
    public bool IsClass(int symbol) => _classes.Contains(symbol);

    /// <summary>Reads <c>words.tsv</c>.</summary>
    public void ReadWords(string path)
    {
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            bool needsCapital = cells[1].EndsWith('!');
            int symbol = Symbol(needsCapital ? cells[1][..^1] : cells[1]);
            Readings(cells[0]).Add((new TimeReading(symbol, ParseValue(cells[2], path)), needsCapital));
        }
    }

    /// <summary>Makes a plain word known to the scanner and gives its symbol.</summary>
    public int Word(string word)
    {
        int symbol = Symbol(word);
        List<(TimeReading Reading, bool NeedsCapital)> readings = Readings(word);
        if (!readings.Exists(r => r.Reading.Symbol == symbol))
        {
            readings.Add((new TimeReading(symbol, 0), false));
        }

        return symbol;
    }

    /// <summary>The first value that a word has in one of two classes; null where it has none.</summary>
    public int? ValueOf(string word, string cls)
    {
        if (_building.TryGetValue(word, out List<(TimeReading Reading, bool NeedsCapital)>? readings) && _symbols.TryGetValue(cls, out int symbol))
        {
            foreach ((TimeReading reading, _) in readings)
            {
                if (reading.Symbol == symbol)
                {
                    return reading.Value;
                }
            }
        }

        return null;
    }

    /// <summary>A number, X, or the name of a modifier.</summary>
    public static int ParseValue(string text, string path)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        if (text == "X")
        {
            return Unsaid;
        }

        return Enum.TryParse(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out TimeModifier modifier)
            ? (int)modifier
            : throw new InvalidDataException($"{path}: expected a number, X or a TIMEX3 modifier, found '{text}'");
    }

    /// <summary>Freezes the words into the table that <see cref="Find"/> reads.</summary>
    public void Freeze()
    {
        int size = 64;
        while (size < _building.Count * 3)
        {
            size *= 2;
        }

        _table = new Entry[size];
        foreach ((string word, List<(TimeReading Reading, bool NeedsCapital)> readings) in _building)
        {
            var entry = new Entry(word, [.. readings.Where(r => !r.NeedsCapital).Select(r => r.Reading)], [.. readings.Select(r => r.Reading)]);
            uint slot = Hash(word) & (uint)(size - 1);
            while (_table[slot].Word is not null)
            {
                slot = (slot + 1) & (uint)(size - 1);
            }

            _table[slot] = entry;
        }

        _building.Clear();
    }

    /// <summary>The readings of a word whatever its case; empty where it means nothing to the rules.</summary>
    public TimeReading[] Find(ReadOnlySpan<char> word)
    {
        uint slot = Hash(word) & (uint)(_table.Length - 1);
        while (_table[slot].Word is { } candidate)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return char.IsUpper(word[0]) ? _table[slot].Capital : _table[slot].Any;
            }

            slot = (slot + 1) & (uint)(_table.Length - 1);
        }

        return [];
    }

    private List<(TimeReading Reading, bool NeedsCapital)> Readings(string word)
    {
        if (!_building.TryGetValue(word, out List<(TimeReading Reading, bool NeedsCapital)>? readings))
        {
            _building.Add(word, readings = []);
        }

        return readings;
    }

    // FNV-1a with ASCII letters folded to lower case.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
        {
            hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (uint)(c | 0x20) : c)) * 16777619;
        }

        return hash ^ (hash >> 15);
    }

    private readonly record struct Entry(string? Word, TimeReading[] Any, TimeReading[] Capital);
}

using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Events;

/// <summary>The patterns of a file by the lemma of their trigger, each part of speech apart. Immutable, thread-safe.</summary>
internal sealed class PatternTable
{
    private readonly FrozenDictionary<string, EventPattern[]> _verbs;
    private readonly FrozenDictionary<string, EventPattern[]> _nouns;
    private readonly FrozenDictionary<string, EventPattern[]> _adjectives;

    private PatternTable(Dictionary<string, List<EventPattern>> verbs, Dictionary<string, List<EventPattern>> nouns, Dictionary<string, List<EventPattern>> adjectives)
    {
        _verbs = Freeze(verbs);
        _nouns = Freeze(nouns);
        _adjectives = Freeze(adjectives);
    }

    /// <summary>Reads a pattern file; word classes come from <c>events/classes.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is broken; the message names the file and the row.</exception>
    public static PatternTable Load(string dataDirectory, string path)
    {
        Dictionary<string, string[]> classes = TsvFile.Rows(Path.Combine(dataDirectory, "events", "classes.tsv"), 2)
            .ToDictionary(cells => cells[0], cells => cells[1].Split(','), StringComparer.Ordinal);
        var verbs = new Dictionary<string, List<EventPattern>>(StringComparer.Ordinal);
        var nouns = new Dictionary<string, List<EventPattern>>(StringComparer.Ordinal);
        var adjectives = new Dictionary<string, List<EventPattern>>(StringComparer.Ordinal);
        string file = Path.Combine(dataDirectory, path);
        foreach (string[] cells in TsvFile.Rows(file, 6))
        {
            Dictionary<string, List<EventPattern>> part = cells[1] switch
            {
                "v" => verbs,
                "n" => nouns,
                "a" => adjectives,
                _ => throw new InvalidDataException($"{file}: {cells[0]}: expected part v, n or a, found '{cells[1]}'"),
            };
            EventPattern pattern = Read(file, cells, classes);
            foreach (string lemma in cells[0].Split(','))
            {
                if (!part.TryGetValue(lemma, out List<EventPattern>? patterns))
                {
                    part.Add(lemma, patterns = []);
                }

                patterns.Add(pattern);
            }
        }

        return new PatternTable(verbs, nouns, adjectives);
    }

    /// <summary>The lemmas of a class of <c>events/classes.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">There is no such class.</exception>
    public static FrozenSet<string> ReadClass(string dataDirectory, string name)
    {
        string path = Path.Combine(dataDirectory, "events", "classes.tsv");
        string[]? cells = TsvFile.Rows(path, 2).FirstOrDefault(row => row[0] == name);
        return cells?[1].Split(',').ToFrozenSet(StringComparer.Ordinal) ?? throw new InvalidDataException($"{path}: no class '{name}'");
    }

    /// <summary>Patterns of a verb, those with most conditions first; empty where it has none.</summary>
    public ReadOnlySpan<EventPattern> OfVerb(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>Patterns of a noun, those with most conditions first; empty where it has none.</summary>
    public ReadOnlySpan<EventPattern> OfNoun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>Patterns of an adjective, those with most conditions first; empty where it has none.</summary>
    public ReadOnlySpan<EventPattern> OfAdjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    private static EventPattern Read(string file, string[] cells, Dictionary<string, string[]> classes)
    {
        var conditions = new List<PatternCondition>();
        foreach (string condition in cells[2] == "-" ? [] : cells[2].Split(' '))
        {
            string[] sides = condition.Split('=');
            if (sides.Length != 2)
            {
                throw new InvalidDataException($"{file}: {cells[0]}: expected role=words, found '{condition}'");
            }

            conditions.Add(new PatternCondition(PatternRole.Parse(sides[0]), sides[1] == "*" ? null : Words(file, sides[1], classes)));
        }

        return new EventPattern
        {
            Conditions = [.. conditions],
            Recipients = cells[3] == "-" ? [] : [.. cells[3].Split(',').Select(PatternRole.Parse)],
            Type = cells[4],
            Mode = cells[5] == "-" ? null : cells[5],
        };
    }

    private static FrozenSet<string> Words(string file, string list, Dictionary<string, string[]> classes)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in list.Split(','))
        {
            if (word[0] != '@')
            {
                words.Add(word);
            }
            else if (classes.TryGetValue(word[1..], out string[]? members))
            {
                words.UnionWith(members);
            }
            else
            {
                throw new InvalidDataException($"{file}: no class '{word}' in events/classes.tsv");
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    // OrderByDescending is stable: among equals the file's order decides.
    private static FrozenDictionary<string, EventPattern[]> Freeze(Dictionary<string, List<EventPattern>> part) => part.ToFrozenDictionary(
        pair => pair.Key,
        pair => pair.Value.OrderByDescending(pattern => pattern.Conditions.Length).ToArray(),
        StringComparer.Ordinal);
}

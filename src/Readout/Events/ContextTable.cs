using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Events;

/// <summary>PLOVER contexts by the words of a paragraph. Immutable, thread-safe.</summary>
internal sealed class ContextTable
{
    private readonly string[] _names;
    private readonly FrozenDictionary<string, (string[] Others, int Context)[]> _byFirst;

    private ContextTable(string[] names, FrozenDictionary<string, (string[] Others, int Context)[]> byFirst) => (_names, _byFirst) = (names, byFirst);

    /// <summary>Reads <c>events/contexts.tsv</c>.</summary>
    public static ContextTable Load(string dataDirectory)
    {
        var names = new List<string>();
        var terms = new List<(string First, string[] Others, int Context)>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "events", "contexts.tsv"), 2))
        {
            foreach (string term in cells[1].Split(','))
            {
                string[] words = term.Split(' ');
                terms.Add((words[0], words[1..], names.Count));
            }

            names.Add(cells[0]);
        }

        return new ContextTable([.. names], terms.GroupBy(term => term.First, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(term => (term.Others, term.Context)).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The contexts that at least one word of the rows speaks of, in the order of the codebook.</summary>
    public IReadOnlyList<string> Find(ParsedText parse, int first, int end)
    {
        Span<bool> seen = stackalloc bool[64];
        for (int row = first; row < end; row++)
        {
            if (!_byFirst.TryGetValue(parse.Lemma(row).ToLowerInvariant(), out (string[] Others, int Context)[]? terms))
            {
                continue;
            }

            foreach ((string[] rest, int context) in terms)
            {
                seen[context] |= Follows(parse, row + 1, end, rest);
            }
        }

        var found = new List<string>();
        for (int i = 0; i < _names.Length; i++)
        {
            if (seen[i])
            {
                found.Add(_names[i]);
            }
        }

        return found;
    }

    private static bool Follows(ParsedText parse, int row, int end, string[] rest)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            if (row + i >= end || !string.Equals(parse.Lemma(row + i), rest[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}

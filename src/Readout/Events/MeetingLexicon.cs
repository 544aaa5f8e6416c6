using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Events;

/// <summary>The words of <c>events/meeting-words.tsv</c> that may tell of a meeting, by their part of speech. Immutable, thread-safe.</summary>
internal sealed class MeetingLexicon
{
    private readonly FrozenDictionary<string, string> _verbs;
    private readonly FrozenDictionary<string, string> _nouns;
    private readonly FrozenDictionary<string, string> _modifiers;

    private MeetingLexicon(Dictionary<string, string>[] parts) =>
        (_verbs, _nouns, _modifiers) = (parts[0].ToFrozenDictionary(StringComparer.Ordinal), parts[1].ToFrozenDictionary(StringComparer.Ordinal), parts[2].ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">A part of speech is unknown; the message names file and row.</exception>
    public static MeetingLexicon Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "events", "meeting-words.tsv");
        Dictionary<string, string>[] parts = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            int part = cells[1] switch
            {
                "v" => 0,
                "n" => 1,
                "a" => 2,
                _ => throw new InvalidDataException($"{path}: {cells[0]}: expected part v, n or a, found '{cells[1]}'"),
            };
            foreach (string lemma in cells[2].Split(','))
            {
                parts[part].Add(lemma, cells[0]);
            }
        }

        return new MeetingLexicon(parts);
    }

    /// <summary>Class of the word at a row, such as <c>talk</c> or <c>visit</c>; null where it can not tell of a meeting.</summary>
    public string? ClassOf(ParsedText parse, int row) => parse.Upos[row] switch
    {
        UposTag.Verb when IsModifier(parse, row) => ModifierAt(parse, row),
        UposTag.Verb => _verbs.GetValueOrDefault(parse.Lemma(row)),
        UposTag.Adj => ModifierAt(parse, row),
        UposTag.Noun or UposTag.Propn => _nouns.GetValueOrDefault(parse.Upos[row] == UposTag.Noun ? parse.Lemma(row) : parse.Lemma(row).ToLowerInvariant()),
        _ => null,
    };

    private static bool IsModifier(ParsedText parse, int row) => parse.Relations[row] is DependencyRelation.Amod or DependencyRelation.Compound;

    private string? ModifierAt(ParsedText parse, int row)
    {
        ReadOnlySpan<char> form = parse.Tokens.Form(row);
        Span<char> lower = stackalloc char[16];
        return form.Length <= lower.Length && form.ToLowerInvariant(lower) == form.Length
            && _modifiers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..form.Length], out string? found) ? found : null;
    }
}

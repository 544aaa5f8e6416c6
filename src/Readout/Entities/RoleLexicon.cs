using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Entities;

/// <summary>Nouns for offices, roles, groups, organisations, states and documents (<c>data/entities/roles.tsv</c>). Immutable, thread-safe.</summary>
public sealed class RoleLexicon
{
    private const int LongestNoun = 4;

    private readonly FrozenDictionary<string, Role> _roles;

    private RoleLexicon(FrozenDictionary<string, Role> roles) => _roles = roles;

    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message names it.</exception>
    public static RoleLexicon Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "entities", "roles.tsv");
        return new RoleLexicon(TsvFile.Rows(path, 4).ToFrozenDictionary(row => row[0], row => Parse(row, path), StringComparer.Ordinal));
    }

    /// <summary>The role of a noun in lower case; null where it is not listed.</summary>
    public Role? Find(string noun) => _roles.GetValueOrDefault(noun);

    /// <summary>
    /// The role that the noun at a row names, with as many of the words right before it as belong to it ("deputy foreign minister"), or with what follows
    /// ("secretary of state"); null where it is none. <paramref name="first"/> and <paramref name="end"/> receive the rows of the noun.
    /// </summary>
    public Role? Find(ParsedText parse, int row, out int first, out int end)
    {
        (first, end) = (row, row + 1);
        int sentence = parse.Tokens.SentenceOf(row);
        int from = parse.Tokens.SentenceStarts[sentence];
        int to = parse.Tokens.SentenceStarts[sentence + 1];
        string head = parse.Lemma(row).ToLowerInvariant();
        for (int longer = Math.Min(LongestNoun, to - row) - 1; longer > 0; longer--)
        {
            if (Joined(parse, row + 1, row + 1 + longer, head, after: true) is { } phrase && _roles.TryGetValue(phrase, out Role? after))
            {
                end = row + 1 + longer;
                return after;
            }
        }

        for (int longer = Math.Min(LongestNoun - 1, row - from); longer > 0; longer--)
        {
            if (Joined(parse, row - longer, row, head, after: false) is { } phrase && _roles.TryGetValue(phrase, out Role? before))
            {
                first = row - longer;
                return before;
            }
        }

        return _roles.TryGetValue(head, out Role? role) || _roles.TryGetValue(LowerForm(parse, row), out role) ? role : null;
    }

    // Hyphens and clitics stand without spaces, as in the list; null where a word ends the phrase.
    private static string? Joined(ParsedText parse, int first, int end, string head, bool after)
    {
        Span<char> buffer = stackalloc char[64];
        int length = 0;
        if (after && !Append(buffer, ref length, head, space: false))
        {
            return null;
        }

        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (form[0] is ',' or '.' or '"' or '(' or '\u201C' || !Append(buffer, ref length, form, length > 0 && parse.Tokens.SpaceBefore(row)))
            {
                return null;
            }
        }

        return after || Append(buffer, ref length, head, parse.Tokens.SpaceBefore(end)) ? buffer[..length].ToString() : null;
    }

    private static bool Append(Span<char> buffer, ref int length, ReadOnlySpan<char> word, bool space)
    {
        if (length + word.Length + 1 > buffer.Length)
        {
            return false;
        }

        if (space)
        {
            buffer[length++] = ' ';
        }

        foreach (char c in word)
        {
            buffer[length++] = c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
        }

        return true;
    }

    private static string LowerForm(ParsedText parse, int row) => parse.Tokens.Form(row).ToString().ToLowerInvariant();

    private static Role Parse(string[] row, string path) => new(
        row[0],
        row[1] switch
        {
            "person" => EntityType.Person,
            "organization" => EntityType.Organization,
            "state" => EntityType.Gpe,
            "document" => EntityType.Work,
            _ => throw new InvalidDataException($"{path}: '{row[0]}' has unknown type '{row[1]}'"),
        },
        row[2].Length == 0 ? null : row[2],
        row[3].Length == 0 ? null : row[3]);
}

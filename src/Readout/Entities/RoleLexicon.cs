using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Entities;

/// <summary>Nouns for offices, roles, groups, organisations, states and documents (<c>data/entities/roles.tsv</c>). Immutable, thread-safe.</summary>
public sealed class RoleLexicon
{
    private const int LongestNoun = 4;
    private const int LongestPhrase = 64;

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
        string head = parse.Lemma(row);
        Span<char> buffer = stackalloc char[LongestPhrase];
        for (int longer = Math.Min(LongestNoun, to - row) - 1; longer > 0; longer--)
        {
            int length = Join(parse, (row + 1, row + 1 + longer), head, after: true, buffer);
            if (length > 0 && Find(buffer[..length]) is { } after)
            {
                end = row + 1 + longer;
                return after;
            }
        }

        for (int longer = Math.Min(LongestNoun - 1, row - from); longer > 0; longer--)
        {
            int length = Join(parse, (row - longer, row), head, after: false, buffer);
            if (length > 0 && Find(buffer[..length]) is { } before)
            {
                first = row - longer;
                return before;
            }
        }

        int alone = 0;
        Role? role = Append(buffer, ref alone, head, space: false) ? Find(buffer[..alone]) : null;
        alone = 0;
        return role ?? (Append(buffer, ref alone, parse.Tokens.Form(row), space: false) ? Find(buffer[..alone]) : null);
    }

    private Role? Find(ReadOnlySpan<char> phrase) => _roles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(phrase, out Role? role) ? role : null;

    // Length of the phrase in lower case; hyphens and clitics stand without spaces, as in the list; 0 where a sign ends the phrase.
    private static int Join(ParsedText parse, (int First, int End) rows, string head, bool after, Span<char> buffer)
    {
        int length = 0;
        if (after && !Append(buffer, ref length, head, space: false))
        {
            return 0;
        }

        for (int row = rows.First; row < rows.End; row++)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (form[0] is ',' or '.' or '"' or '(' or '\u201C' || !Append(buffer, ref length, form, length > 0 && parse.Tokens.SpaceBefore(row)))
            {
                return 0;
            }
        }

        return after || Append(buffer, ref length, head, parse.Tokens.SpaceBefore(rows.End)) ? length : 0;
    }

    private static bool Append(Span<char> buffer, ref int length, scoped ReadOnlySpan<char> word, bool space)
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

using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Parts what the recogniser took for the name of one body although a person's title is in it or right before it: "Minister of Labour Tomas Ruyk", "Speaker of
/// the House of Representatives Tomas Ruyk", "Rowing Committee President Ruyk", "Mayor Tomas Ruyk". Immutable, thread-safe.
/// </summary>
internal sealed class TitledBodies
{
    private const int FewestWords = 2;
    private const int MostWords = 4;

    private readonly RoleLexicon _roles;
    private readonly HashSet<string> _portfolios;

    /// <param name="roles">Nouns for offices and bodies.</param>
    /// <param name="dataDirectory">The data folder.</param>
    public TitledBodies(RoleLexicon roles, string dataDirectory)
    {
        _roles = roles;
        _portfolios = TsvFile.Rows(Path.Combine(dataDirectory, "actors", "portfolios.tsv"), 2).Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names in text order, parted.</summary>
    public List<NameSpan> Part(ParsedText parse, IReadOnlyList<NameSpan> names)
    {
        var parted = new List<NameSpan>(names.Count + 2);
        foreach (NameSpan name in names)
        {
            if (name.Type != EntityType.Organization || name.End - name.First < FewestWords)
            {
                parted.Add(name.Type == EntityType.Person ? WithoutTitle(parse, name) : name);
            }
            else
            {
                Part(parse, name, parted);
            }
        }

        return parted;
    }

    private void Part(ParsedText parse, NameSpan name, List<NameSpan> parted)
    {
        TokenTable tokens = parse.Tokens;
        for (int row = name.First; row < name.End - 1; row++)
        {
            if (!IsTitle(parse, row, out int end))
            {
                continue;
            }

            bool isOf = end < name.End && tokens.Form(end) is "of" or "for";
            int person = isOf ? PersonAfterBody(parse, end, name.End) : end;
            if (isOf && person == name.End && row <= name.First + 1)
            {
                // "Minister for Natural Resources": an office, no body.
                return;
            }

            if (person < name.End && (row > name.First || name.End - person >= FewestWords) && IsName(parse, person, name.End))
            {
                if (row > name.First && !isOf)
                {
                    parted.Add(name with { End = row });
                }

                parted.Add(new NameSpan(person, name.End, EntityType.Person));
                return;
            }
        }

        int split = IsOfTitle(parse, name.First) ? PersonAfterBody(parse, name.First, name.End) : name.End;
        if (split < name.End)
        {
            parted.Add(name with { End = split });
            parted.Add(new NameSpan(split, name.End, EntityType.Person));
        }
        else
        {
            parted.Add(name);
        }
    }

    // "Mayor Tomas Ruyk": the title is no part of the name.
    private NameSpan WithoutTitle(ParsedText parse, NameSpan name)
    {
        int first = name.First;
        return name.End - first > FewestWords && IsTitle(parse, first, out int end) && end < name.End - 1 && parse.Tokens.Form(first).Length > 4 && IsName(parse, end, name.End)
            ? name with { First = end } : name;
    }

    // "Speaker of the [House ...": a title and "of" right before.
    private bool IsOfTitle(ParsedText parse, int first)
    {
        int before = first - 1;
        before -= before > 0 && parse.Tokens.Form(before) is "the" ? 1 : 0;
        return before > 0 && parse.Tokens.Form(before) is "of" or "for" && IsTitle(parse, before - 1, out int end) && end == before;
    }

    // One holder's office with a capital: no "Ministers", no "Doctors of the World".
    private bool IsTitle(ParsedText parse, int row, out int end)
    {
        end = row;
        return char.IsUpper(parse.Tokens.Form(row)[0]) && !parse.Features(row).Contains("Number=Plur", StringComparison.Ordinal)
            && _roles.Find(parse, row, out _, out end) is { Type: EntityType.Person, Office: not null, Sector: "GOV" or "LEG" or "IGO" or "BUS" or "PTY" };
    }

    // Where a person's name begins behind the last word of a body or a portfolio; the end where none does.
    private int PersonAfterBody(ParsedText parse, int first, int end)
    {
        for (int row = end - FewestWords - 1; row > first; row--)
        {
            if (_portfolios.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Tokens.Form(row)) || _roles.Find(parse, row, out _, out _) is not null)
            {
                return end - row - 1 <= MostWords && IsName(parse, row + 1, end) ? row + 1 : end;
            }
        }

        return end;
    }

    private bool IsName(ParsedText parse, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (!char.IsUpper(form[0]) || form.IndexOfAnyInRange('a', 'z') < 0 || _portfolios.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)
                || _roles.Find(parse, row, out _, out _) is not null)
            {
                return false;
            }
        }

        return end > first;
    }
}

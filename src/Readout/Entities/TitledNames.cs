using Readout.Parsing;
using Readout.Text;

namespace Readout.Entities;

/// <summary>
/// Completes names of a report where the words themselves leave no doubt: two to four capitalised words right behind a capitalised title ("Vice
/// Premier Wu Yi") are a person's, one behind "King"; a person's runs on over a particle ("Kengo wa Dondo", <c>data/entities/particles.tsv</c>), a medium's over
/// its number. Immutable, thread-safe.
/// </summary>
internal sealed class TitledNames
{
    private const int FewestWords = 2;
    private const int MostWords = 4;
    private const int LongestNumber = 3;
    private const string MediaSector = "MED";

    private readonly RoleLexicon _roles;
    private readonly Dictionary<string, string> _words;

    /// <param name="roles">Nouns for offices.</param>
    /// <param name="dataDirectory">The data folder.</param>
    public TitledNames(RoleLexicon roles, string dataDirectory)
    {
        _roles = roles;
        _words = TsvFile.Rows(Path.Combine(dataDirectory, "entities", "particles.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    }

    /// <summary>The names in text order, completed.</summary>
    public List<NameSpan> Complete(ParsedText parse, IReadOnlyList<NameSpan> names)
    {
        var complete = new List<NameSpan>(names.Count + 4);
        int row = 0;
        for (int i = 0; i <= names.Count; i++)
        {
            int first = i < names.Count ? names[i].First : parse.Tokens.Count;
            for (; row < first; row++)
            {
                if (NameEnd(parse, row, first) is var end && end > row)
                {
                    complete.Add(new NameSpan(row, end, EntityType.Person));
                    row = end;
                }
            }

            if (i == names.Count)
            {
                break;
            }

            int limit = i + 1 < names.Count ? names[i + 1].First : parse.Tokens.Count;
            NameSpan name = WithNumber(parse, names[i] with { End = Extended(parse, names[i], limit) }, limit);
            name = name with { First = FirstBehindTitle(parse, name, row), End = Trimmed(parse, name) };
            if (i + 1 < names.Count && limit == name.End + 1 && name.Type == EntityType.Person && Is(parse.Tokens.Form(name.End), "particle") && names[i + 1].Type is EntityType.Person or EntityType.Gpe or EntityType.Location)
            {
                // Both halves of "Kengo wa Dondo" were taken for names.
                name = name with { End = names[++i].End };
            }

            complete.Add(name);
            row = Math.Max(row, name.End);
        }

        return complete;
    }

    // End of the name that begins at the row; the row itself where none does.
    private int NameEnd(ParsedText parse, int row, int limit)
    {
        int sentence = parse.Tokens.SentenceOf(row);
        if (!IsCapitalised(parse, row) || row == parse.Tokens.SentenceStarts[sentence] || !IsCapitalised(parse, row - 1))
        {
            return row;
        }

        int end = row;
        limit = Math.Min(Math.Min(limit, parse.Tokens.SentenceStarts[sentence + 1]), row + MostWords);
        while (end < limit && IsCapitalised(parse, end) && !CalendarWords.Contains(parse.Tokens.Form(end)))
        {
            end++;
        }

        bool runsOn = end < parse.Tokens.Count && end == row + MostWords && IsCapitalised(parse, end);
        return end > row && !runsOn && _roles.Find(parse, row - 1, out _, out int stop) is { Type: EntityType.Person, Office: { } office } && stop == row
            && (end - row >= FewestWords || Is(office, "monarch"))
            && _roles.Find(parse, row, out _, out _) is null && (_roles.Find(parse, end - 1, out _, out _) is not { } last || (last.Noun == "major" && end == row + FewestWords)) ? end : row;
    }

    // "Commerce Minister Bo [Xilai]": what stands between a title and the rest of a name is of the name.
    private int FirstBehindTitle(ParsedText parse, NameSpan name, int free)
    {
        int before = name.First - 1;
        return name.Type == EntityType.Person && before > free && parse.Tokens.SentenceOf(before - 1) == parse.Tokens.SentenceOf(name.First)
            && IsCapitalised(parse, before) && IsCapitalised(parse, before - 1) && _roles.Find(parse, before, out _, out _) is null
            && _roles.Find(parse, before - 1, out _, out int stop) is { Type: EntityType.Person, Office: not null, Sector: "GOV" or "LEG" or "IGO" } && stop == before ? before : name.First;
    }

    private int Extended(ParsedText parse, NameSpan name, int limit)
    {
        int end = name.End;
        return name.Type == EntityType.Person && end + 1 < limit && Is(parse.Tokens.Form(end), "particle") && IsCapitalised(parse, end + 1)
            ? end + 2 : end;
    }

    // "European Commission of how it plans", "Matthias Drost Saturday said": a name does not end in a preposition, an article or a conjunction, and hardly in a day.
    private static int Trimmed(ParsedText parse, NameSpan name)
    {
        int end = name.End;
        end -= name.Type is EntityType.Person or EntityType.Organization && end - 2 > name.First && CalendarWords.IsDay(parse.Tokens.Form(end - 1)) ? 1 : 0;
        while (end - 1 > name.First && parse.Tokens.Form(end - 1) is "of" or "the" or "and" or "for" or "in" or "to" or "at" or "on" or "by" or "with")
        {
            end--;
        }

        return end;
    }

    // "the television channel Belmarra 24": behind a noun for a medium a name and its number are one organization's.
    private NameSpan WithNumber(ParsedText parse, NameSpan name, int limit)
    {
        int sentence = parse.Tokens.SentenceOf(name.First);
        bool isNumbered = name.Type is EntityType.Gpe or EntityType.Location or EntityType.Norp or EntityType.Organization or EntityType.Miscellaneous
            && name.End < Math.Min(limit, parse.Tokens.SentenceStarts[sentence + 1])
            && parse.Tokens.Form(name.End) is { Length: <= LongestNumber } number && !number.ContainsAnyExceptInRange('0', '9')
            && name.First > parse.Tokens.SentenceStarts[sentence]
            && _roles.Find(parse, name.First - 1, out _, out int stop) is { Type: EntityType.Organization, Sector: MediaSector } && stop == name.First;
        return isNumbered ? name with { End = name.End + 1, Type = EntityType.Organization } : name;
    }

    private bool Is(ReadOnlySpan<char> word, string kind) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? known) && known == kind;

    private static bool IsCapitalised(ParsedText parse, int row)
    {
        ReadOnlySpan<char> form = parse.Tokens.Form(row);
        return char.IsUpper(form[0]) && form.IndexOfAnyInRange('a', 'z') > 0;
    }
}

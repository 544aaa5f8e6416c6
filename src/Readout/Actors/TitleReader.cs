using Readout.Entities;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>Reads titles before names, appositions beside them, and descriptions such as "the Belarusian president". Immutable, thread-safe.</summary>
internal sealed class TitleReader
{
    // "Of the Democratic Republic of X".
    private const int LongestState = 8;

    private readonly RoleLexicon _roles;
    private readonly TitleStates _states;
    private readonly OfficeReader _offices;

    /// <param name="roles">Nouns for offices.</param>
    /// <param name="states">States and organisations that have offices.</param>
    /// <param name="offices">Ranks and portfolios.</param>
    public TitleReader(RoleLexicon roles, TitleStates states, OfficeReader offices)
    {
        _roles = roles;
        _states = states;
        _offices = offices;
    }

    /// <summary>The title right before a name, else that of an apposition to it; null where there is none.</summary>
    public TitleEvidence? OfName(ParsedText parse, Mention name)
    {
        int sentence = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(name.First)];
        int end = BeforeCourtesy(parse.Tokens, name.First, sentence);
        if ((Before(parse, end, sentence, out int rank) ?? BeforeOf(parse, end, sentence)) is { } title)
        {
            // "Information Minister Brigadier-General NAME": an office goes before a rank.
            return (title.Sector is "MIL" or "REL" || title.IsHonour)
                && Before(parse, AboveRank(parse.Tokens, rank, sentence), sentence, out _) is { Sector: not ("MIL" or "REL"), Office: not null } higher ? higher : title;
        }

        return Apposition(parse, name) is { } noun && _roles.Find(parse, noun, out int start, out int stop) is { } apposed
            ? With(parse, apposed, (start, stop), sentence, noun)
            : null;
    }

    // "Opposition leader Sheikh NAME", where the recogniser leaves the word of courtesy out of the name.
    private int BeforeCourtesy(TokenTable tokens, int first, int sentence)
    {
        while (first > sentence && char.IsUpper(tokens.Form(first - 1)[0]) && _offices.Qualifier(tokens.Form(first - 1)) == "courtesy")
        {
            first--;
        }

        return first;
    }

    // The title that ends where a name begins.
    private TitleEvidence? Before(ParsedText parse, int end, int sentence, out int first)
    {
        first = end;

        // A title ends in a noun; most names stand behind a comma, a verb or a preposition.
        bool canEnd = end > sentence && (parse.Upos[end - 1] is UposTag.Noun or UposTag.Propn or UposTag.Adj or UposTag.X);
        for (int back = 1; canEnd && back <= 3 && end - back >= sentence; back++)
        {
            if (_roles.Find(parse, end - back, out first, out int stop) is { Type: EntityType.Person } role && stop == end && !IsBody(parse, first, end, sentence))
            {
                TitleEvidence title = With(parse, role, (first, end), sentence, head: null, out (int First, int End) rows);
                first = rows.First;
                return title;
            }
        }

        first = end;
        return null;
    }

    // "Speaker of the House of Representatives NAME": several with a capital behind "of" are a body.
    private static bool IsBody(ParsedText parse, int first, int end, int sentence) =>
        first > sentence && parse.Tokens.Form(first - 1) is "of" && char.IsUpper(parse.Tokens.Form(first)[0])
        && parse.Features(end - 1).Contains("Number=Plur", StringComparison.Ordinal);

    // "Vice President of the Republic of Maravene NAME", "Minister of Fisheries NAME", "Minister for development aid NAME": capitals and nouns alone
    // between "of" and the name.
    private TitleEvidence? BeforeOf(ParsedText parse, int end, int sentence)
    {
        for (int row = end - 1; row > sentence && row >= end - LongestState; row--)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (form is "of" or "for" && row < end - 1 && char.IsUpper(parse.Tokens.Form(row - 1)[0])
                && _roles.Find(parse, row - 1, out int first, out int stop) is { Type: EntityType.Person, Office: not null } role && stop == row)
            {
                // "Grenada President of the Senate NAME": the Senate is Grenada's.
                TitleEvidence title = With(parse, role, (first, row), sentence, head: null, out _);
                return title.State is null && _states.Within(parse.Tokens, row + 1, end) is { } within ? title with { State = within.State, StateWord = within.Word } : title;
            }

            if (!char.IsUpper(form[0]) && form is not ("of" or "the" or "and" or "for" or "&" or ",") && parse.Upos[row] is not (UposTag.Noun or UposTag.Adj))
            {
                break;
            }
        }

        return null;
    }

    // First row of a military rank of several words: "Brigadier - General".
    private int AboveRank(TokenTable tokens, int first, int sentence)
    {
        while (first > sentence && (tokens.Form(first - 1) is ['-'] || _roles.Find(tokens.Form(first - 1).ToString().ToLowerInvariant()) is { Sector: "MIL" }))
        {
            first--;
        }

        return first;
    }

    /// <summary>What a description says; null where its head is no office or role.</summary>
    public TitleEvidence? OfDescription(ParsedText parse, Mention mention)
    {
        int sentence = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(mention.First)];
        return _roles.Find(parse, mention.Head, out int first, out int end) is { } role ? With(parse, role, (first, end), sentence, mention.Head) : null;
    }

    /// <summary>Head row of the description that stands in apposition to a name, before or after it; null where none does.</summary>
    public static int? Apposition(ParsedText parse, Mention name)
    {
        int after = parse.ChildWith(name.Head, DependencyRelation.Appos);
        int head = parse.Heads[name.Head];
        if (after >= 0 && LastConjunct(parse, name.Head, after) >= 0)
        {
            return null;
        }

        // "NAME and NAME, the minister": the tree may hang on the first what is said of the second.
        if (after < 0 && parse.Relations[name.Head] == DependencyRelation.Conj && head >= 0 && parse.ChildWith(head, DependencyRelation.Appos) is var shared && shared > name.Head
            && LastConjunct(parse, head, shared) == name.Head)
        {
            return shared;
        }

        return after >= 0 ? after
            : parse.Relations[name.Head] == DependencyRelation.Appos && parse.Heads[name.Head] >= 0 ? parse.Heads[name.Head]
            : null;
    }

    // The last conjunct of a noun before a row; -1 where it has none.
    private static int LastConjunct(ParsedText parse, int head, int before)
    {
        int last = -1;
        foreach (int child in parse.Children(head))
        {
            last = parse.Relations[child] == DependencyRelation.Conj && child > head && child < before ? Math.Max(last, child) : last;
        }

        return last;
    }

    /// <summary>State or organisation that rows [first, end) name; null where they name none.</summary>
    public (string? State, string Word)? StateOf(TokenTable tokens, int first, int end) => _states.Of(tokens, first, end);

    /// <summary>Whether a word by itself is a person's title: "Colonel", "Prince".</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _roles.Find(word.ToString().ToLowerInvariant()) is { Type: EntityType.Person };

    /// <summary>Whether a word before an office is its rank: "deputy".</summary>
    public bool IsRank(ReadOnlySpan<char> word) => _offices.Qualifier(word) == "rank";

    /// <summary>Whether a name is that of a continent, a sea or a land of several states ("Africa", "the Gulf").</summary>
    public bool IsRegion(string name) => _states.IsRegion(name);

    private TitleEvidence With(ParsedText parse, Role role, (int First, int End) rows, int sentence, int? head) => With(parse, role, rows, sentence, head, out _);

    // The evidence of a role, its state looked for behind it only in a description, whose head is given.
    private TitleEvidence With(ParsedText parse, Role role, (int First, int End) rows, int sentence, int? head, out (int First, int End) whole)
    {
        whole = rows;
        string? office = _offices.Read(parse, role, ref whole, sentence);
        (string? State, string Word)? state = head is { } row ? _states.Around(parse, row, whole, sentence) : _states.Before(parse, whole.First, sentence);
        // What is told of the office beyond the role makes it another noun: no "vice foreign minister" is the foreign minister.
        return new TitleEvidence(office == role.Office || office is null ? role.Noun : office, office, role.Sector, state?.State, state?.Word, _offices.IsFormer(parse.Tokens, whole.First, sentence), office is not null && _offices.Qualifier(office) == "honour");
    }
}

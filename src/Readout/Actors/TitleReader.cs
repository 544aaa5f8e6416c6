using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>Reads titles before names, appositions beside them, and descriptions such as "the Belarusian president". Immutable, thread-safe.</summary>
internal sealed class TitleReader
{
    // Words between the state and the title: "Russia's new foreign minister".
    private const int Reach = 4;

    // "Trade, Industry and Tourism Minister" is told by its last words.
    private const int LongestPortfolio = 4;

    // "of the Democratic Republic of X".
    private const int LongestState = 8;

    private readonly RoleLexicon _roles;
    private readonly PlaceGazetteer _states;
    private readonly OrganizationGazetteer _organizations;

    private readonly Dictionary<string, string> _qualifiers;
    private readonly Dictionary<string, string> _portfolios;

    /// <param name="roles">Nouns for offices.</param>
    /// <param name="states">States and their adjectives.</param>
    /// <param name="organizations">Organisations.</param>
    /// <param name="folder">Folder <c>data/actors</c>.</param>
    public TitleReader(RoleLexicon roles, PlaceGazetteer states, OrganizationGazetteer organizations, string folder)
    {
        _qualifiers = TsvFile.Rows(Path.Combine(folder, "former.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);
        _portfolios = TsvFile.Rows(Path.Combine(folder, "portfolios.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);
        _roles = roles;
        _states = states;
        _organizations = organizations;
    }

    /// <summary>The title right before a name, else that of an apposition to it; null where there is none.</summary>
    public TitleEvidence? OfName(ParsedText parse, Mention name)
    {
        int sentence = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(name.First)];
        if ((Before(parse, name.First, sentence, out int rank) ?? BeforeOf(parse, name.First, sentence)) is { } title)
        {
            // "Information Minister Brigadier-General NAME": an office goes before a rank.
            return (title.Sector is "MIL" or "REL" || (title.Office is { } honour && Qualifier(honour) == "honour")) && Before(parse, AboveRank(parse.Tokens, rank, sentence), sentence, out _) is { Sector: not ("MIL" or "REL"), Office: not null } higher ? higher : title;
        }

        return Apposition(parse, name) is { } noun && _roles.Find(parse, noun, out int start, out int stop) is { } apposed
            ? With(parse, apposed, (start, stop), sentence, StateAround(parse, noun, start, stop, sentence))
            : null;
    }

    // The title that ends where a name begins.
    private TitleEvidence? Before(ParsedText parse, int end, int sentence, out int first)
    {
        first = end;

        // A title ends in a noun; most names stand behind a comma, a verb or a preposition.
        bool canEnd = end > sentence && (parse.Upos[end - 1] is UposTag.Noun or UposTag.Propn or UposTag.Adj or UposTag.X);
        for (int back = 1; canEnd && back <= 3 && end - back >= sentence; back++)
        {
            if (_roles.Find(parse, end - back, out first, out int stop) is { Type: EntityType.Person } role && stop == end)
            {
                return With(parse, role, (first, end), sentence, StateBefore(parse, first, sentence));
            }
        }

        first = end;
        return null;
    }

    // "Vice President of the Republic of Maravene NAME", "Minister of Fisheries NAME": capitals alone between "of" and the name.
    private TitleEvidence? BeforeOf(ParsedText parse, int end, int sentence)
    {
        for (int row = end - 1; row > sentence && row >= end - LongestState; row--)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (form is "of" or "for" && row < end - 1 && char.IsUpper(parse.Tokens.Form(row - 1)[0])
                && _roles.Find(parse, row - 1, out int first, out int stop) is { Type: EntityType.Person, Office: not null } role && stop == row)
            {
                // "Grenada President of the Senate NAME": the Senate is Grenada's.
                (string? State, string Word)? before = StateBefore(parse, first, sentence);
                return With(parse, role, (first, row), sentence, before is { State: not null } ? before : StateWithin(parse.Tokens, row + 1, end) ?? before);
            }

            if (!char.IsUpper(form[0]) && form is not ("of" or "the" or "and" or "for" or "&" or ","))
            {
                break;
            }
        }

        return null;
    }

    private (string? State, string Word)? StateWithin(TokenTable tokens, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (char.IsUpper(tokens.Form(row)[0]) && StateOf(tokens, row, end) is { } state)
            {
                return state;
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
        return _roles.Find(parse, mention.Head, out int first, out int end) is { } role
            ? With(parse, role, (first, end), sentence, StateAround(parse, mention.Head, first, end, sentence))
            : null;
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
    public (string? State, string Word)? StateOf(TokenTable tokens, int first, int end)
    {
        ReadOnlySpan<char> text = tokens.Text.AsSpan(tokens.Starts[first], tokens.Ends[end - 1] - tokens.Starts[first]);
        if (_states.CountryOfAdjective(text) is { } byAdjective)
        {
            return (byAdjective, text.ToString().ToLowerInvariant());
        }

        foreach (PlaceEntry place in _states.Find(text))
        {
            if (place.Kind == PlaceKind.Country || place.IsCapital)
            {
                return (place.Country, text.ToString().ToLowerInvariant());
            }
        }

        return _organizations.Find(text) is { } organization
            ? (organization.Type == ActorType.State ? organization.State : ShortName(organization), text.ToString().ToLowerInvariant())
            : null;
    }

    // Offices of organisations are kept under the short name that the text most often uses.
    private static string ShortName(OrganizationEntry organization) => organization.Name switch
    {
        "United Nations" => "UN",
        "European Union" or "European Commission" => "EU",
        "International Atomic Energy Agency" => "IAEA",
        "World Trade Organization" => "WTO",
        "International Monetary Fund" => "IMF",
        "International Olympic Committee" => "IOC",
        "Organization of the Islamic Conference" => "OIC",
        _ => organization.Name,
    };

    private TitleEvidence With(ParsedText parse, Role role, (int First, int End) rows, int sentence, (string? State, string Word)? state)
    {
        string? office = role.Office;
        if (office is not null && rows.First > sentence && Qualifier(parse.Tokens.Form(rows.First - 1)) == "rank")
        {
            office = $"{parse.Tokens.Form(rows.First - 1).ToString().ToLowerInvariant()} {office}";
        }
        else if (office is not null && office.EndsWith(" minister", StringComparison.Ordinal) && rows.First > sentence && char.IsUpper(parse.Tokens.Form(rows.First)[0])
            && _portfolios.TryGetValue(parse.Tokens.Form(rows.First - 1).ToString(), out string? kind) && kind == "+" && char.IsUpper(parse.Tokens.Form(rows.First - 1)[0]))
        {
            // "Higher Education Minister" is none of schools.
            office = $"{parse.Tokens.Form(rows.First - 1).ToString().ToLowerInvariant()} {office}";
        }
        else if (office is "minister" && (Portfolio(parse, rows.First, sentence) ?? PortfolioBehind(parse.Tokens, rows.End)) is { } portfolio)
        {
            office = $"{portfolio} {office}";
        }

        return new TitleEvidence(role.Noun, office, role.Sector, state?.State, state?.Word, IsFormer(parse.Tokens, rows.First, sentence));
    }

    // "Minister of Agriculture and Rural Development": the capitalised words of a portfolio behind "of".
    private string? PortfolioBehind(TokenTable tokens, int end)
    {
        int last = end + 1;
        while (end < tokens.Count && tokens.Form(end) is "of" or "for" && last < tokens.Count && last <= end + LongestPortfolio
            && (IsPortfolio(tokens, last) || (tokens.Form(last) is "and" or "&" && last > end + 1 && last + 1 < tokens.Count && IsPortfolio(tokens, last + 1))))
        {
            last++;
        }

        if (last <= end + 1)
        {
            return null;
        }

        return Usual(tokens.Span(end + 1, last).In(tokens.Text).ToString().ToLowerInvariant());
    }

    // "Foreign affairs": what the office calls it.
    private string Usual(string portfolio) => _portfolios.TryGetValue(portfolio, out string? usual) && usual.Length > 1 ? usual : portfolio;

    private bool IsPortfolio(TokenTable tokens, int row) =>
        char.IsUpper(tokens.Form(row)[0]) && _portfolios.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(tokens.Form(row));

    // "International Development Minister": the capitalised words before a bare "Minister" that name no state.
    private string? Portfolio(ParsedText parse, int title, int sentence)
    {
        if (!char.IsUpper(parse.Tokens.Form(title)[0]))
        {
            return null;
        }

        int first = title;
        while (first > sentence && title - first < LongestPortfolio)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(first - 1);
            bool joins = form is "and" or "&" && first < title && first - 2 >= sentence && char.IsUpper(parse.Tokens.Form(first - 2)[0]);
            if (!joins && (!char.IsUpper(form[0]) || Qualifier(form) is not null || StateOf(parse.Tokens, first - 1, first) is not null
                || parse.Upos[first - 1] is not (UposTag.Noun or UposTag.Propn or UposTag.Adj)))
            {
                break;
            }

            first--;
        }

        // The first word of a sentence has its capital from there, but a noun before "Minister" is a portfolio all the same.
        if (first == title || (first == sentence && parse.Upos[first] is not (UposTag.Noun or UposTag.Propn)))
        {
            return null;
        }

        string portfolio = Usual(parse.Tokens.Span(first, title).In(parse.Tokens.Text).ToString().ToLowerInvariant());
        return first > sentence && Qualifier(parse.Tokens.Form(first - 1)) == "rank" ? $"{parse.Tokens.Form(first - 1).ToString().ToLowerInvariant()} {portfolio}" : portfolio;
    }

    /// <summary>Whether a word by itself is a person's title: "Colonel", "Prince".</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _roles.Find(word.ToString().ToLowerInvariant()) is { Type: EntityType.Person };

    /// <summary>Whether a name is that of a continent, a sea or a land of several states ("Africa", "the Gulf").</summary>
    public bool IsRegion(string name) => _states.IsRegion(name);

    private bool IsFormer(TokenTable tokens, int first, int sentence)
    {
        for (int row = first - 1; row >= sentence && row >= first - Reach; row--)
        {
            if (Qualifier(tokens.Form(row)) == "former")
            {
                return true;
            }
        }

        return false;
    }

    private string? Qualifier(ReadOnlySpan<char> word) => _qualifiers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? what) ? what : null;

    private (string? State, string Word)? StateAround(ParsedText parse, int head, int first, int end, int sentence)
    {
        int last = Math.Min(parse.Tokens.Count, Math.Max(end, parse.RightEdge(head) + 1));
        // Several may be anywhere: "European leaders in Brussels" are not Belgium's.
        bool isPlural = parse.Features(head).Contains("Number=Plur", StringComparison.Ordinal);
        bool isOf = end < last && (parse.Tokens.Form(end) is "of" or "for" or "from" || (parse.Tokens.Form(end) is "in" && !isPlural));
        for (int row = end; isOf && row < last && row < end + 6; row++)
        {
            if (char.IsUpper(parse.Tokens.Form(row)[0]) && StateFrom(parse.Tokens, row, last) is { } state)
            {
                // "Indonesian police in the town of Yogyakarta": a town says less than a state before the noun.
                return state.State is null && StateBefore(parse, first, sentence) is { State: not null } before ? before : state;
            }

            if (parse.Tokens.Form(row) is [','] or ['.'] or "who")
            {
                break;
            }
        }

        return StateBefore(parse, first, sentence);
    }

    private (string? State, string Word)? StateFrom(TokenTable tokens, int row, int limit)
    {
        for (int end = Math.Min(limit, row + 4); end > row; end--)
        {
            if (StateOf(tokens, row, end) is { } state)
            {
                return state;
            }
        }

        // A state that no gazetteer knows still tells one office-holder from another.
        return (null, tokens.Form(row).ToString().ToLowerInvariant());
    }

    private (string? State, string Word)? StateBefore(ParsedText parse, int first, int sentence)
    {
        TokenTable tokens = parse.Tokens;
        (string? State, string Word)? unknown = null;
        for (int row = first - 1; row >= sentence && row >= first - Reach; row--)
        {
            ReadOnlySpan<char> form = tokens.Form(row);
            if (form is [','] or ['.'] or [';'] or "and" or "with" or "to" or "by" or "that" or "said")
            {
                break;
            }

            if (!char.IsUpper(form[0]))
            {
                continue;
            }

            for (int start = Math.Max(sentence, row - 2); start <= row; start++)
            {
                if (char.IsUpper(tokens.Form(start)[0]) && StateOf(tokens, start, row + 1) is { } state)
                {
                    return state;
                }
            }

            if (unknown is null && parse.Upos[row] is UposTag.Adj or UposTag.Propn && row > sentence)
            {
                unknown = (null, form.ToString().ToLowerInvariant());
            }
        }

        return unknown;
    }
}

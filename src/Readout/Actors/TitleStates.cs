using Readout.Parsing;
using Readout.Places;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>Which state or organisation a title or description names. Immutable, thread-safe.</summary>
internal sealed class TitleStates
{
    // Words between the state and the title: "Russia's new foreign minister".
    private const int Reach = 4;

    // "The Democratic Republic of".
    private const int LongestName = 4;

    private readonly PlaceGazetteer _states;
    private readonly OrganizationGazetteer _organizations;

    /// <param name="states">States and their adjectives.</param>
    /// <param name="organizations">Organisations.</param>
    public TitleStates(PlaceGazetteer states, OrganizationGazetteer organizations)
    {
        _states = states;
        _organizations = organizations;
    }

    /// <summary>Whether a name is that of a continent, a sea or a land of several states ("Africa", "the Gulf").</summary>
    public bool IsRegion(string name) => _states.IsRegion(name);

    /// <summary>State or organisation that rows [first, end) name; null where they name none.</summary>
    public (string? State, string Word)? Of(TokenTable tokens, int first, int end)
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

    /// <summary>The first state or organisation that rows [first, end) name with a capital; null where none.</summary>
    public (string? State, string Word)? Within(TokenTable tokens, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            for (int last = Math.Min(end, row + LongestName); last > row && char.IsUpper(tokens.Form(row)[0]); last--)
            {
                if (Of(tokens, row, last) is { } state)
                {
                    return state;
                }
            }
        }

        return null;
    }

    /// <summary>The state behind a noun, else the one before it; null where neither stands there.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="head">Row of the noun that the tree hangs the description on.</param>
    /// <param name="rows">Rows of the office.</param>
    /// <param name="sentence">First row of the sentence.</param>
    public (string? State, string Word)? Around(ParsedText parse, int head, (int First, int End) rows, int sentence)
    {
        (int first, int end) = rows;
        int last = Math.Min(parse.Tokens.Count, Math.Max(end, parse.RightEdge(head) + 1));
        // Several may be anywhere: "European leaders in Brussels" are not Belgium's.
        bool isPlural = parse.Features(head).Contains("Number=Plur", StringComparison.Ordinal);
        bool isOf = end < last && (parse.Tokens.Form(end) is "of" or "for" or "from" || (parse.Tokens.Form(end) is "in" && !isPlural));
        for (int row = end; isOf && row < last && row < end + 6; row++)
        {
            if (char.IsUpper(parse.Tokens.Form(row)[0]) && From(parse.Tokens, row, last) is { } state)
            {
                // "Indonesian police in the town of Yogyakarta": a town says less than a state before the noun.
                return state.State is null && Before(parse, first, sentence) is { State: not null } before ? before : state;
            }

            if (parse.Tokens.Form(row) is [','] or ['.'] or "who")
            {
                break;
            }
        }

        return Before(parse, first, sentence);
    }

    private (string? State, string Word)? From(TokenTable tokens, int row, int limit)
    {
        for (int end = Math.Min(limit, row + LongestName); end > row; end--)
        {
            if (Of(tokens, row, end) is { } state)
            {
                return state;
            }
        }

        // A state that no gazetteer knows still tells one office-holder from another.
        return (null, tokens.Form(row).ToString().ToLowerInvariant());
    }

    public (string? State, string Word)? Before(ParsedText parse, int first, int sentence)
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

            // "The Maravenian Press Union's president" is the union's.
            if (row > sentence && form is "'s" or "\u2019s" && char.IsUpper(tokens.Form(row - 1)[0]) && EndingAt(tokens, row, sentence) is null)
            {
                return (null, tokens.Form(row - 1).ToString().ToLowerInvariant());
            }

            // "The pro-Maravenian minister" is another state's.
            if (!char.IsUpper(form[0]) || (row > sentence + 1 && tokens.Form(row - 1) is ['-'] && tokens.Form(row - 2) is "anti" or "pro"))
            {
                continue;
            }

            if (EndingAt(tokens, row + 1, sentence) is { } state)
            {
                return state;
            }

            if (unknown is null && parse.Upos[row] is UposTag.Adj or UposTag.Propn && row > sentence)
            {
                unknown = (null, form.ToString().ToLowerInvariant());
            }
        }

        return unknown;
    }

    // The state whose name of up to three words ends before a row.
    private (string? State, string Word)? EndingAt(TokenTable tokens, int end, int sentence)
    {
        for (int start = Math.Max(sentence, end - 3); start < end; start++)
        {
            if (char.IsUpper(tokens.Form(start)[0]) && Of(tokens, start, end) is { } state)
            {
                return state;
            }
        }

        return null;
    }
}

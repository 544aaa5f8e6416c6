using Readout.Entities;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Places;

/// <summary>Finds the rows that may name a place: gazetteer names that stand where a place can stand, and what the name recogniser holds for places.</summary>
internal sealed class PlaceCandidates
{
    private const int MostRows = 7;

    // "Xishuangbanna Dai", "Uygur": words between a province's name and its kind.
    private const int MostPeoples = 3;
    private const int MostDatelineRows = 12;

    private readonly PlaceGazetteer _gazetteer;
    private readonly PlaceWords _words;

    public PlaceCandidates(PlaceGazetteer gazetteer, PlaceWords words)
    {
        _gazetteer = gazetteer;
        _words = words;
    }

    /// <summary>Candidates in text order, never overlapping.</summary>
    public List<PlaceCandidate> Find(ParsedText parse, IReadOnlyList<NameSpan> names)
    {
        var found = new List<PlaceCandidate>();
        TokenTable tokens = parse.Tokens;
        var clubs = new ClubNames(parse, _words);
        int name = 0;
        for (int row = 0; row < tokens.Count;)
        {
            while (name < names.Count && names[name].End <= row)
            {
                name++;
            }

            NameSpan? span = name < names.Count && names[name].First <= row ? names[name] : null;
            int end = char.IsUpper(tokens.Form(row)[0]) ? Longest(parse, row, span, clubs, out IReadOnlyList<PlaceEntry> senses) : Nothing(row, out senses);
            if (end > row)
            {
                found.Add(new PlaceCandidate(row, end, senses));
                row = end;
            }
            else if (span is { Type: EntityType.Gpe or EntityType.Location } place && place.First == row && !IsRejected(parse, place) && !HoldsKnown(parse, place, clubs)
                && StandsAsPlace(parse, place, found))
            {
                found.Add(new PlaceCandidate(row, place.End, []));
                row = place.End;
            }
            else if (DatelineEnd(tokens, row) is var dateline && dateline > row)
            {
                found.Add(new PlaceCandidate(row, dateline, []));
                row = dateline;
            }
            else
            {
                row++;
            }
        }

        return found;
    }

    // What no gazetteer knows is a place where somebody is, comes from or goes to, or where "X, Y" names it with a place; elsewhere it is as likely a
    // state or a body that acts.
    private bool StandsAsPlace(ParsedText parse, NameSpan name, List<PlaceCandidate> found)
    {
        TokenTable tokens = parse.Tokens;
        int at = name.First - 1;
        if (name.Type == EntityType.Location)
        {
            return true;
        }

        // A line may open with the place where it was written: "Caldermouth, 11 December".
        if (at < 0 || StartsLine(tokens, name.First))
        {
            return DatelineEnd(tokens, name.First) > name.First
                || (name.End + 1 < tokens.Count && tokens.Form(name.End) is [','] && char.IsAsciiDigit(tokens.Form(name.End + 1)[0]));
        }

        bool behindPlace = tokens.Form(at) is [','] && found.Count > 0 && found[^1].End == at;
        if (tokens.Form(at).Equals("the", StringComparison.OrdinalIgnoreCase) && at > 0)
        {
            at--;
        }

        // "of" after an office names the state, not the place: "the president of Maravene".
        bool isOf = tokens.Form(at).SequenceEqual("of") && at > 0 && !_words.Is(Lower(tokens.Form(at - 1)), "office");
        DependencyRelation relation = parse.Relations[name.End - 1];
        int head = parse.Heads[name.End - 1];
        bool visited = relation == DependencyRelation.Obj && head >= 0 && _words.Is(parse.Lemma(head), "going");
        bool acts = relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj or DependencyRelation.NmodPoss;
        bool isMotion = _words.Is(Lower(tokens.Form(at)), "motion") && !tokens.Form(at).SequenceEqual("of");
        return relation != DependencyRelation.Amod && (behindPlace || visited || HasLocative(parse, name.First) || (!acts && (isOf || isMotion)));
    }

    // End of the capitals that open a line's dateline, "PORT SELKOW, December 4 (MPA) --"; the row itself where there is none.
    private static int DatelineEnd(TokenTable tokens, int row)
    {
        int end = row;
        while (StartsLine(tokens, row) && end < tokens.Count && end < row + MostRows && IsAllCapitals(tokens.Form(end)))
        {
            end++;
        }

        if (end == row || end >= tokens.Count || tokens.Form(end) is not ([','] or ['('] or ['—'] or ['–']))
        {
            return row;
        }

        for (int dash = end; dash < tokens.Count && dash < end + MostDatelineRows && !(dash > end && StartsLine(tokens, dash)); dash++)
        {
            if (tokens.Form(dash)[0] is '-' or '–' or '—')
            {
                return end;
            }
        }

        return row;
    }

    private static bool StartsLine(TokenTable tokens, int row) => row == 0 || tokens.Text.AsSpan(tokens.Ends[row - 1], tokens.Starts[row] - tokens.Ends[row - 1]).Contains('\n');

    // A name that the gazetteer knows and that cannot stand as a place here is no unknown place either; nor is a nationality.
    private bool IsRejected(ParsedText parse, NameSpan name)
    {
        ReadOnlySpan<char> text = parse.Tokens.Span(name.First, name.End).In(parse.Tokens.Text);
        return _gazetteer.Find(text).Count > 0 || _gazetteer.CountryOfAdjective(text) is not null || IsFollowedBy(parse.Tokens, name.End, "money");
    }

    // Whether a better-known place stands within a longer name, as in "south China's Guangxi Zhuang Autonomous Region".
    private bool HoldsKnown(ParsedText parse, NameSpan name, ClubNames clubs)
    {
        for (int row = name.First + 1; row < name.End; row++)
        {
            if (char.IsUpper(parse.Tokens.Form(row)[0]) && Longest(parse, row, name, clubs, out _) > row)
            {
                return true;
            }
        }

        return false;
    }

    private static int Nothing(int row, out IReadOnlyList<PlaceEntry> senses)
    {
        senses = [];
        return row;
    }

    private int Longest(ParsedText parse, int first, NameSpan? span, ClubNames clubs, out IReadOnlyList<PlaceEntry> senses)
    {
        TokenTable tokens = parse.Tokens;
        int longest = _gazetteer.LongestFrom(PlaceTables.FirstWord(tokens.Form(first)));
        senses = [];
        int best = first;
        for (int end = first + 1; longest > 0 && end <= tokens.Count && end <= first + MostRows; end++)
        {
            int length = tokens.Ends[end - 1] - tokens.Starts[first];
            if (length > longest)
            {
                break;
            }

            ReadOnlySpan<char> text = tokens.Text.AsSpan(tokens.Starts[first], length);
            IReadOnlyList<PlaceEntry> entries = _gazetteer.Find(text);
            if (entries.Count > 0 && (length > 4 || IsExact(text)) && IsPlace(parse, (first, end), entries, span, clubs))
            {
                best = end;
                senses = entries;
            }
        }

        return best;
    }

    // What the rules accept, but clubs; besides, names that nothing around them can make part of another name: "China's Xinjiang Uygur Autonomous Region",
    // "Incheon Airport", "the US State Department".
    private bool IsPlace(ParsedText parse, (int First, int End) rows, IReadOnlyList<PlaceEntry> senses, NameSpan? span, ClubNames clubs)
    {
        TokenTable tokens = parse.Tokens;
        bool isCity = senses.Any(sense => sense.Kind is PlaceKind.City or PlaceKind.ProminentCity);
        if (Accept(parse, rows.First, rows.End, senses, span))
        {
            return senses[0].Kind is not (PlaceKind.City or PlaceKind.ProminentCity) || !clubs.IsClub(rows.First, rows.End);
        }

        bool opensName = span is null or { Type: not (EntityType.Person or EntityType.Work) } && (span is not { } name || name.First == rows.First);
        bool isVenue = isCity && opensName && IsFollowedBy(tokens, rows.End, "venue");
        bool isOfState = senses[0].Kind == PlaceKind.Province && rows.First > 1 && tokens.Form(rows.First - 1) is "'s" or "’s" && HasGenericBehind(tokens, rows.End);
        bool isState = senses[0].Kind == PlaceKind.Country && opensName && tokens.Form(rows.First) is "US" or "U.S." && !IsFollowedBy(tokens, rows.End, "money")
            && rows.End < tokens.Count && char.IsUpper(tokens.Form(rows.End)[0]);
        return isVenue || isOfState || isState;
    }

    // Short names in small letters or mixed case are other words: "us", "Us". City names as short are written with one capital.
    private bool IsExact(ReadOnlySpan<char> text)
    {
        foreach (PlaceEntry entry in _gazetteer.Find(text))
        {
            bool isAcronym = entry.Kind is PlaceKind.Country && !text.Equals(entry.Name, StringComparison.OrdinalIgnoreCase);
            if (isAcronym ? text.IndexOfAnyInRange('a', 'z') < 0 : char.IsUpper(text[0]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Accept(ParsedText parse, int first, int end, IReadOnlyList<PlaceEntry> senses, NameSpan? span)
    {
        if (span is { } name)
        {
            if (name.End - name.First == 1 && _words.IsTrap(parse.Tokens.Form(first).ToString()) && !HasLocative(parse, first) && !IsNamedWithRegion(parse.Tokens, end, senses))
            {
                return false;
            }

            bool whole = name.First == first && name.End <= end;
            bool wellKnown = senses[0].Kind is not (PlaceKind.City or PlaceKind.Province);
            switch (name.Type)
            {
                case EntityType.Person:
                    return false;
                case EntityType.Gpe or EntityType.Location:
                    return !IsFollowedBy(parse.Tokens, end, "money") && ((name.First == first && (name.End <= end || IsGeneric(parse.Tokens, end, name.End))) || wellKnown);
                case EntityType.Facility:
                    return whole || (wellKnown && name.First == first && end + 1 < name.End);
                case EntityType.Norp or EntityType.Work or EntityType.Miscellaneous:
                    return whole && wellKnown;
                case EntityType.Organization:
                    return whole && wellKnown && (senses[0].Kind != PlaceKind.Building || HasLocative(parse, first));
            }
        }

        return StandsAlone(parse, first, end, senses) && IsPlaceHere(parse, first, end, senses);
    }

    // "Xinjiang Uygur Autonomous Region": capitals up to a word for a kind of place.
    private bool HasGenericBehind(TokenTable tokens, int end)
    {
        for (int row = end; row < tokens.Count && row < end + MostPeoples && char.IsLetter(tokens.Form(row)[0]); row++)
        {
            if (_words.Is(tokens.Form(row), "generic"))
            {
                return true;
            }

            if (!char.IsUpper(tokens.Form(row)[0]))
            {
                break;
            }
        }

        return false;
    }

    // Whether the capitalised words beside the name leave it a name of its own: not "George Washington", "China Daily", "Bank of China".
    private bool StandsAlone(ParsedText parse, int first, int end, IReadOnlyList<PlaceEntry> senses)
    {
        TokenTable tokens = parse.Tokens;
        bool isCountry = senses[0].Kind is PlaceKind.Country or PlaceKind.Part;
        if (end < tokens.Count && tokens.Starts[end] == tokens.Ends[end - 1] + 1
            && (char.IsUpper(tokens.Form(end)[0]) || _words.Is(tokens.Form(end), "money")))
        {
            ReadOnlySpan<char> next = tokens.Form(end);
            if (_words.Is(next, "body") || _words.Is(next, "money") || (!isCountry && !_words.Is(next, "follower") && !IsAllCapitals(tokens.Form(first))))
            {
                return false;
            }
        }

        if (first == 0 || StartsSentence(tokens, first) || tokens.Starts[first] > tokens.Ends[first - 1] + 1)
        {
            return true;
        }

        ReadOnlySpan<char> before = tokens.Form(first - 1);
        if (!char.IsUpper(before[0]))
        {
            // "Bank of China", "University of Georgia": the head before "of" is part of an organisation's name.
            return !before.SequenceEqual("of") || first < 2 || !_words.Is(tokens.Form(first - 2), "body");
        }

        if (_words.Is(before, "title") || _words.Is(before, "body"))
        {
            return false;
        }

        return _words.Is(before, "direction") || _words.Is(before, "follower") || _gazetteer.CountryOfAdjective(before) is not null
            || IsAllCapitals(tokens.Form(first));
    }

    private bool IsFollowedBy(TokenTable tokens, int end, string role) =>
        end < tokens.Count && tokens.Starts[end] == tokens.Ends[end - 1] + 1 && _words.Is(tokens.Form(end), role);

    // "Guizhou Province": the rest of the name says only what kind of place it is.
    private bool IsGeneric(TokenTable tokens, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (!_words.Is(tokens.Form(row), "generic"))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPlaceHere(ParsedText parse, int first, int end, IReadOnlyList<PlaceEntry> senses)
    {
        PlaceKind kind = senses[0].Kind;
        string name = parse.Tokens.Text.Substring(parse.Tokens.Starts[first], parse.Tokens.Ends[end - 1] - parse.Tokens.Starts[first]);
        bool named = IsNamedWithRegion(parse.Tokens, end, senses);
        if (kind == PlaceKind.Building)
        {
            return HasLocative(parse, first);
        }

        if (_words.IsTrap(name) || kind == PlaceKind.City)
        {
            return named || (HasLocative(parse, first) && !_words.IsTrap(name));
        }

        return kind != PlaceKind.Province || name.Length > 4 || named || HasLocative(parse, first) || name.Contains('.', StringComparison.Ordinal);
    }

    private bool HasLocative(ParsedText parse, int first)
    {
        TokenTable tokens = parse.Tokens;
        int at = first - 1;
        if (at >= 0 && tokens.Form(at).Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            at--;
        }

        return at >= 0 && (_words.Is(Lower(tokens.Form(at)), "locative")
            || (at > 0 && tokens.Form(at).SequenceEqual("of") && _words.Is(tokens.Form(at - 1), "city"))
            || _words.Is(tokens.Form(at), "city"));
    }

    // "X, Y" where Y is a province or state that one of the senses lies in.
    private bool IsNamedWithRegion(TokenTable tokens, int end, IReadOnlyList<PlaceEntry> senses)
    {
        if (end + 1 >= tokens.Count || tokens.Form(end) is not [','])
        {
            return false;
        }

        for (int last = Math.Min(end + 4, tokens.Count); last > end + 1; last--)
        {
            ReadOnlySpan<char> region = tokens.Text.AsSpan(tokens.Starts[end + 1], tokens.Ends[last - 1] - tokens.Starts[end + 1]);
            foreach (PlaceEntry outer in _gazetteer.Find(region))
            {
                if (senses.Any(inner => PlaceResolver.LiesIn(inner, outer)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool StartsSentence(TokenTable tokens, int row) => row == 0 || tokens.SentenceStarts[tokens.SentenceOf(row)] == row || tokens.Form(row - 1) is ['"'] or ['“'];

    private static bool IsAllCapitals(ReadOnlySpan<char> word) => word.Length > 2 && word.IndexOfAnyInRange('a', 'z') < 0;

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word) => word.SequenceEqual("In") ? "in" : word.SequenceEqual("At") ? "at" : word;
}

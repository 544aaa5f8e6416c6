using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>Tells from number, determiner and place in the sentence what a mention can be: one holder, a group, no actor; <c>uses.tsv</c>. Immutable, thread-safe.</summary>
internal sealed class ActorUses
{
    private readonly Dictionary<string, string> _uses;

    private ActorUses(Dictionary<string, string> uses) => _uses = uses;

    /// <summary>Reads the file.</summary>
    public static ActorUses Load(string folder) =>
        new(TsvFile.Rows(Path.Combine(folder, "uses.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a description means several: "European leaders", "both sides", "the two".</summary>
    public static bool IsPlural(ParsedText parse, Mention mention) => mention.Kind == MentionKind.Nominal
        && (parse.Features(mention.Head).Contains("Number=Plur", StringComparison.Ordinal) || parse.Upos[mention.Head] == UposTag.Num);

    /// <summary>Whether a description may mean one certain holder: singular, and not "a president" or "any president".</summary>
    public bool IsDefinite(ParsedText parse, Mention mention) =>
        !IsPlural(parse, mention) && !Is(parse.Tokens.Form(mention.First), "indefinite");

    /// <summary>Whether a name is the agency's that a dateline gives in brackets: "OSTREVAR, March 12 (MPA) --".</summary>
    public static bool IsDatelineAgency(TokenTable tokens, Mention mention) =>
        mention.First > 0 && mention.End + 1 < tokens.Count && tokens.Form(mention.First - 1) is ['('] && tokens.Form(mention.End) is [')']
        && tokens.Form(mention.End + 1)[0] is '-' or '–' or '—';

    /// <summary>Whether a name only tells whose money is meant: "U.S. dollars".</summary>
    public bool IsMoney(TokenTable tokens, Mention mention) => mention.End < tokens.Count && Is(tokens.Form(mention.End), "currency");

    /// <summary>Whether a name of a building acts, and so stands for who sits there: "the Lantern Palace announced".</summary>
    public static bool Acts(ParsedText parse, Mention mention) =>
        parse.Relations[mention.Head] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.OblAgent;

    /// <summary>
    /// Whether a description that no name goes with is somebody or a body that takes part: not a predicate, a document that says nothing, a bare noun
    /// ("into force"), or the setting of what others do.
    /// </summary>
    public bool TakesPart(ParsedText parse, Mention mention)
    {
        if (IsRelation(parse, mention))
        {
            return false;
        }

        if (Acts(parse, mention))
        {
            return parse.ChildWith(mention.Head, DependencyRelation.Cop) < 0;
        }

        int preposition = parse.ChildWith(mention.Head, DependencyRelation.Case);
        if (mention.Type == EntityType.Work)
        {
            return preposition >= 0 && parse.Lemma(preposition) is "accord" or "according";
        }

        bool isBare = mention.First == mention.Head && mention.End == mention.Head + 1 && !IsPlural(parse, mention);
        return !isBare && parse.ChildWith(mention.Head, DependencyRelation.Cop) < 0
            && parse.Relations[mention.Head] is not (DependencyRelation.Vocative or DependencyRelation.Compound or DependencyRelation.Xcomp or DependencyRelation.Dep)
            && !(preposition >= 0 && Is(parse.Tokens.Form(preposition), "setting"));
    }

    /// <summary>
    /// Whether a description names the head of a part only, so that no holder of a state's office is meant: "the council president", "the communist leader",
    /// "Maravene's nuclear chief".
    /// </summary>
    public bool IsPartial(ParsedText parse, Mention mention, TitleEvidence title)
    {
        if (IsOfPart(parse, mention, title))
        {
            return true;
        }

        int words = title.Noun.AsSpan().Count(' ') + 1;
        int first = title.Noun.Contains(" of ", StringComparison.Ordinal) ? mention.Head : mention.Head - words + 1;
        for (int row = mention.First; row < first; row++)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            // "The Shas leader": a name that is no state's.
            if (char.IsUpper(form[0]) && row > mention.First && title is { State: null, StateWord: null } && parse.Relations[row] == DependencyRelation.Compound && parse.Heads[row] == mention.Head)
            {
                return true;
            }

            bool isNoun = parse.Upos[row] == UposTag.Noun && parse.Relations[row] == DependencyRelation.Compound && parse.Heads[row] == mention.Head;
            if (char.IsLower(form[0]) && (isNoun || Is(form, "part") || (title.Noun is "chief" or "head" && parse.Upos[row] == UposTag.Adj && !Is(form, "lasting"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether several hold an office at once: "senator", "deputy minister".</summary>
    public bool IsOfMany(string office) =>
        Is(office.AsSpan(office.LastIndexOf(' ') + 1), "many") || Is(office.AsSpan(0, Math.Max(0, office.IndexOf(' ', StringComparison.Ordinal))), "many");

    // "Maravene's chief of intelligence", "the widow's head": of something in the state, or somebody's.
    private bool IsOfPart(ParsedText parse, Mention mention, TitleEvidence title)
    {
        TokenTable tokens = parse.Tokens;
        int next = mention.Head + 2;
        next += next < tokens.Count && tokens.Form(next) is "the" ? 1 : 0;
        if (title.Noun is "chief" or "head" or "leader" && next < mention.End && tokens.Form(mention.Head + 1) is "of" && char.IsLower(tokens.Form(next)[0])
            && !Is(parse.Lemma(next), "whole"))
        {
            return true;
        }

        // "Head of Maravenian Custody Service".
        if (title.Noun is "chief" or "head" or "leader" && next + 1 < mention.End && tokens.Form(mention.Head + 1) is "of" && parse.Upos[next] == UposTag.Adj
            && !Is(parse.Lemma(next + 1), "whole"))
        {
            return true;
        }

        int owner = parse.ChildWith(mention.Head, DependencyRelation.NmodPoss);
        return owner >= 0 && parse.Upos[owner] == UposTag.Noun && char.IsLower(tokens.Form(owner)[0]) && !Is(parse.Lemma(owner), "whole");
    }

    // "The alliance between the two countries", "an exchange of fire": what is between them, no body.
    private bool IsRelation(ParsedText parse, Mention mention)
    {
        int after = mention.Head + 1;
        return mention.Type == EntityType.Organization && after < parse.Tokens.Count
            && (parse.Tokens.Form(after) is "between" || (Is(parse.Lemma(mention.Head), "relation") && parse.Tokens.Form(after) is "with" or "of" && !IsNameAfter(parse.Tokens, after)));
    }

    private static bool IsNameAfter(TokenTable tokens, int preposition)
    {
        int row = preposition + 1;
        row += row < tokens.Count && tokens.Form(row) is "the" ? 1 : 0;
        return row < tokens.Count && char.IsUpper(tokens.Form(row)[0]) && tokens.Form(preposition) is "of";
    }

    private bool Is(ReadOnlySpan<char> word, string use) => _uses.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? uses) && uses == use;
}

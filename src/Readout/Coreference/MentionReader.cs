using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>Reads off the words around a mention what agreement and identity ask of it.</summary>
internal sealed class MentionReader(ParsedText parse, IReadOnlyList<Mention> mentions, CorefLexicon lexicon, StateWords states)
{
    // Words before a name that may be its title or nationality.
    private const int TitleReach = 5;

    public MentionTraits Traits(int mention)
    {
        Mention it = mentions[mention];
        string head = parse.Tokens.Form(it.Head).ToString().ToLowerInvariant();
        int sentence = parse.Tokens.SentenceOf(it.Head);
        if (it.Kind == MentionKind.Pronoun)
        {
            return Pronoun(head, sentence);
        }

        bool isPlural = it.Kind == MentionKind.Nominal && parse.Xpos(it.Head) is "NNS" or "NNPS";
        bool isPerson = it.Type == EntityType.Person && !isPlural;
        bool isBody = it.Type is EntityType.Organization or EntityType.Gpe or EntityType.Norp;
        bool isThing = !isPerson && !isPlural && it.Type is not EntityType.Norp;
        string key = it.Kind == MentionKind.Name ? parse.Tokens.Form(LastOfName(it)).ToString().ToLowerInvariant() : parse.Lemma(it.Head).ToLowerInvariant();
        return new MentionTraits(it.Kind, isPerson, isPlural || isBody, isThing, isPerson ? GenderOf(it) : Gender.Unknown, key, sentence);
    }

    /// <summary>The office noun of a mention: its head, or the title before the name; null where there is none.</summary>
    public string? Office(Mention mention)
    {
        string lemma = parse.Lemma(mention.Head).ToLowerInvariant();
        if (mention.Kind == MentionKind.Nominal)
        {
            return lemma;
        }

        for (int row = mention.First - 1; row >= Math.Max(SentenceStart(mention.First), mention.First - TitleReach); row--)
        {
            string word = parse.Lemma(row).ToLowerInvariant();
            if (lexicon.IsOffice(word) && parse.Upos[row] is UposTag.Noun or UposTag.Propn)
            {
                return word;
            }

            if (parse.Upos[row] is not (UposTag.Noun or UposTag.Propn or UposTag.Adj))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Key of the state in the words around the mention's head ("the Belarusian president", "the head of the Kremlin").</summary>
    public string? State(Mention mention)
    {
        int first = mention.Kind == MentionKind.Name ? Math.Max(SentenceStart(mention.First), mention.First - TitleReach) : mention.First;
        int end = mention.Kind == MentionKind.Name ? Math.Min(parse.Tokens.Count, mention.End + 3) : mention.End;
        for (int row = first; row < end; row++)
        {
            if (row >= mention.First && row < mention.End && mention.Kind == MentionKind.Name)
            {
                continue;
            }

            if (row > mention.End && mention.Kind == MentionKind.Name && parse.Tokens.Form(mention.End) is not "of")
            {
                return null;
            }

            if (char.IsUpper(parse.Tokens.Form(row)[0]) && (row < mention.First ? IsModifier(row, mention) : true) && StateAt(row) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    private bool IsModifier(int row, Mention mention) =>
        mention.Kind != MentionKind.Name || parse.IsUnder(row, mention.Head) || (row + 1 < mention.First && parse.IsUnder(parse.Heads[row] < 0 ? row : parse.Heads[row], mention.Head));

    private string? StateAt(int row)
    {
        string form = parse.Tokens.Form(row).ToString();
        if (row + 1 < parse.Tokens.Count && states.KeyOf(form + " " + parse.Tokens.Form(row + 1).ToString(), false) is { } two)
        {
            return two;
        }

        bool isName = parse.Upos[row] is UposTag.Propn or UposTag.Adj && !lexicon.IsOffice(parse.Lemma(row).ToLowerInvariant()) && IsNorpOrPlace(row);
        return states.KeyOf(form, isName);
    }

    private bool IsNorpOrPlace(int row)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].First < row ? (middle + 1, high) : (low, middle);
        }

        return low < mentions.Count && mentions[low].First == row && mentions[low].Type is EntityType.Norp or EntityType.Gpe;
    }

    private int SentenceStart(int row) => parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(row)];

    private int LastOfName(Mention mention)
    {
        int last = mention.End - 1;
        while (last > mention.First && parse.Tokens.Form(last) is "'s" or "’s" or "'" or "’" or ")" or "," or "Jr." or "Jr" or "Sr.")
        {
            last--;
        }

        return last;
    }

    private Gender GenderOf(Mention mention)
    {
        if (mention.Kind == MentionKind.Nominal)
        {
            return lexicon.OfWord(parse.Lemma(mention.Head).ToLowerInvariant());
        }

        for (int row = mention.First - 1; row >= Math.Max(SentenceStart(mention.First), mention.First - 3); row--)
        {
            Gender gender = lexicon.OfWord(parse.Tokens.Form(row).ToString().ToLowerInvariant());
            if (gender != Gender.Unknown)
            {
                return gender;
            }

            if (parse.Upos[row] is not (UposTag.Noun or UposTag.Propn or UposTag.Adj))
            {
                break;
            }
        }

        // A single word is mostly a last name; then the fuller name, told before, has given the chain its gender already.
        return lexicon.OfGivenName(parse.Tokens.Form(mention.First).ToString().ToLowerInvariant());
    }

    private static MentionTraits Pronoun(string form, int sentence) => form switch
    {
        "he" or "him" or "his" or "himself" => new(MentionKind.Pronoun, true, false, false, Gender.Male, form, sentence),
        "she" or "her" or "hers" or "herself" => new(MentionKind.Pronoun, true, false, false, Gender.Female, form, sentence),
        "it" or "its" or "itself" => new(MentionKind.Pronoun, false, false, true, Gender.Unknown, form, sentence),
        "they" or "them" or "their" or "theirs" or "themselves" => new(MentionKind.Pronoun, false, true, false, Gender.Unknown, form, sentence),
        _ => new(MentionKind.Pronoun, false, false, false, Gender.Unknown, form, sentence),
    };
}

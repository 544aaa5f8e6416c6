using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>The text that actors are described from.</summary>
/// <param name="Parse">The text.</param>
/// <param name="Mentions">All mentions.</param>
/// <param name="Linking">Keys and titles of the mentions.</param>
/// <param name="Day">Day of the report; null where unknown.</param>
/// <param name="Nouns">Nouns for offices.</param>
/// <param name="Offices">The offices that the gazetteer knows holders of.</param>
internal sealed record ActorSource(ParsedText Parse, IReadOnlyList<Mention> Mentions, ActorLinking Linking, DateOnly? Day, OfficeNouns Nouns, PersonGazetteer Offices)
{
    /// <summary>The longest name among the mentions, the first of equals; where none is a name, the first description.</summary>
    public string LongestName(List<int> own)
    {
        int best = -1;
        foreach (int mention in own)
        {
            if (best < 0 || Rank(mention) > Rank(best))
            {
                best = mention;
            }
        }

        return TextOf(best);
    }

    /// <summary>The shortest name among the mentions, the first of equals: "Maravene", not "Republic of Maravene".</summary>
    public string ShortestName(List<int> own)
    {
        int best = -1;
        foreach (int mention in own)
        {
            if (Mentions[mention].Kind == MentionKind.Name && (best < 0 || Mentions[mention].End - Mentions[mention].First < Mentions[best].End - Mentions[best].First))
            {
                best = mention;
            }
        }

        return best < 0 ? LongestName(own) : TextOf(best);
    }

    /// <summary>A name of the gazetteer with the hyphens that the text gives it: "Kim Yong-nam".</summary>
    public string Spelling(string name, List<int> own)
    {
        string longest = LongestName(own);
        return longest.Contains('-', StringComparison.Ordinal) && !name.Contains('-', StringComparison.Ordinal) && longest.AsSpan().IndexOfAnyInRange('a', 'z') >= 0
            && NameFolding.Words(longest).AsSpan().SequenceEqual(NameFolding.Words(name)) && longest.Count(char.IsUpper) <= name.Count(char.IsUpper) ? longest : name;
    }

    /// <summary>Whether a description joins what belongs to several: "the Russian and Belarusian presidents", "the peoples of Russia and Belarus".</summary>
    public bool IsOfSeveralStates(int mention)
    {
        for (int row = Mentions[mention].First; row < Mentions[mention].End; row++)
        {
            if ((Parse.Upos[row] is UposTag.Adj or UposTag.Propn) && Parse.ChildWith(row, DependencyRelation.Conj) is var other && other > row && other < Mentions[mention].End)
            {
                return true;
            }
        }

        return false;
    }

    private string TextOf(int mention)
    {
        string text = Parse.Tokens.Span(Mentions[mention].First, Mentions[mention].End).In(Parse.Tokens.Text).ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The first title that names an office and a state, else an office, else anything; null where no mention has one.</summary>
    public TitleEvidence? BestTitle(List<int> own)
    {
        TitleEvidence? best = null;
        foreach (int mention in own)
        {
            if (Linking.Titles[mention] is { } title && (title.IsFormer || !IsTold(title.Office, own, isFormer: true)) && Rank(title) > (best is null ? -1 : Rank(best)))
            {
                best = title;
            }
        }

        return best;
    }

    /// <summary>Whether the titles of the names say that an office is of the past ("Former Majority Leader NAME") and none that it is held.</summary>
    public bool IsOver(string? office, List<int> own) => IsTold(office, own, isFormer: true) && !IsTold(office, own, isFormer: false);

    private bool IsTold(string? office, List<int> own, bool isFormer)
    {
        foreach (int mention in own)
        {
            if (Mentions[mention].Kind == MentionKind.Name && Linking.Titles[mention] is { } title && title.Office == office && title.IsFormer == isFormer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The office in full that the title of a name gives ("trade minister", not "minister"), the first of several; null where none does.</summary>
    public string? ToldOffice(List<int> own)
    {
        foreach (int mention in own)
        {
            if (Mentions[mention].Kind == MentionKind.Name && Linking.Titles[mention] is { IsFormer: false, Office: { } office, Sector: "GOV" or "LEG" or "IGO" }
                && office.Contains(' ', StringComparison.Ordinal) && Nouns.OfficesOf(office) is null)
            {
                return office;
            }
        }

        return null;
    }

    // An office that is held now counts most, then one of government, then one that the gazetteer knows, one told in full ("trade minister", not
    // "minister"), a proper one ("president", not "leader"), then one with its state.
    private int Rank(TitleEvidence title)
    {
        bool isProper = title is { Office: not null, IsHonour: false } && !(Nouns.OfficesOf(title.Noun) is { } offices && offices[0] != title.Noun);
        int proper = !isProper ? 0 : Offices.IsOffice(title.Office!) ? 6 : title.Office!.Contains(' ', StringComparison.Ordinal) ? 4 : 2;
        return (title.IsFormer ? 0 : 32) + (title.Office is null ? 0 : 16) + (title.Sector is "GOV" or null ? 8 : 0) + proper + (title.State is null ? 0 : 1);
    }

    private int Rank(int mention) => Mentions[mention].Kind switch
    {
        MentionKind.Name => 10_000 + Math.Min(9_000, Mentions[mention].End - Mentions[mention].First),
        MentionKind.Nominal => 1,
        _ => 0,
    };
}

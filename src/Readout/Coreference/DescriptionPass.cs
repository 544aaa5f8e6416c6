using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Resolves descriptions that say something new of somebody told before ("the 35-year-old handler", "the Scot", "the international media rights group"). Only where they
/// speak: agencies write so for variety, and then mean who spoke or was the subject last. Runs after names and offices, which know better.
/// </summary>
internal sealed class DescriptionPass(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    // Sentences of the reporter's and mentions looked back.
    private const int Sentences = 4;
    private const int Reach = 40;

    public required CorefLexicon Lexicon { get; init; }

    public required MentionReader Reader { get; init; }

    /// <summary>Whether each mention is the subject of a reporting verb, [mentions].</summary>
    public required bool[] IsSpeaker { get; init; }

    public void Run()
    {
        // Chains told by then, or with a name: only the first of a repeated description ("the company", "the company") says anew whom it means.
        var told = new HashSet<int>();
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind == MentionKind.Name)
            {
                told.Add(chains.Find(i));
            }
        }

        for (int i = 0; i < mentions.Count; i++)
        {
            int root = chains.Find(i);
            bool isFirst = mentions[i].Kind == MentionKind.Name ? chains.SizeOf(i) == 1 : told.Add(root);
            if (isFirst && IsSpeaker[i] && IsDescription(i))
            {
                int antecedent = Antecedent(i);
                if (antecedent >= 0)
                {
                    chains.Join(antecedent, i);
                    told.Add(chains.Find(i));
                }
            }
        }
    }

    // "The Scot" is a name of a people that stands for one of them.
    private bool IsOneOfPeople(int mention) =>
        mentions[mention].Type == EntityType.Norp && parse.Xpos(mentions[mention].Head) is "NN" or "NNP" or "JJ" && HasArticle(mentions[mention]);

    private bool IsDescription(int mention)
    {
        Mention it = mentions[mention];
        if (IsOneOfPeople(mention))
        {
            return true;
        }

        bool isBody = it.Type == EntityType.Organization && Lexicon.IsGenericBody(parse.Lemma(it.Head).ToLowerInvariant()) && Reader.State(it) is null && !IsNamed(it);
        return it.Kind == MentionKind.Nominal && HasArticle(it) && !IsPlural(it.Head) && ((traits[mention].IsPerson && !IsOffice(it)) || isBody);
    }

    // An office of its own may be somebody's who has not been named.
    private bool IsOffice(Mention mention) => Lexicon.IsOffice(parse.Lemma(mention.Head).ToLowerInvariant()) && Reader.State(mention) is not null;

    // "The Sunday Punch newspaper" has its name with it.
    private bool IsNamed(Mention mention)
    {
        foreach (int child in parse.Children(mention.Head))
        {
            if (parse.Upos[child] == UposTag.Propn && child < mention.Head && parse.Relations[child] is DependencyRelation.Compound or DependencyRelation.Flat)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPlural(int row) => parse.Xpos(row) is "NNS" or "NNPS";

    private bool HasArticle(Mention mention)
    {
        int first = parse.LeftEdge(mention.Head);
        return parse.Lemma(Math.Min(first, mention.First)).ToLowerInvariant() is "the" or "this";
    }

    // The last of the right kind that speaks or is the subject of the reporter's sentence.
    private int Antecedent(int mention)
    {
        bool isPerson = traits[mention].IsPerson || IsOneOfPeople(mention);
        string? office = isPerson ? Reader.Office(mentions[mention]) : null;
        for (int i = mention - 1; i >= Math.Max(0, mention - Reach) && traits[mention].Sentence - traits[i].Sentence < Sentences; i--)
        {
            if (!(IsSpeaker[i] || IsMainSubject(mentions[i].Head)) || mentions[i].End > mentions[mention].First || mentions[i].Kind == MentionKind.Pronoun)
            {
                continue;
            }

            bool isKind = isPerson ? traits[i].IsPerson : mentions[i].Type == EntityType.Organization && mentions[i].Kind == MentionKind.Name;
            if (isKind && Agrees(mention, i, office))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsMainSubject(int row) =>
        parse.Relations[row] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && parse.Heads[row] >= 0 && parse.Heads[parse.Heads[row]] < 0;

    private bool Agrees(int mention, int other, string? office)
    {
        Gender left = traits[mention].Gender, right = chains.GenderOf(other);
        string? held = chains.OfficeOf(other);
        bool isHolder = office is null || held is null || !Lexicon.IsOffice(office) || Lexicon.MayShareOffice(office, held);
        return isHolder && (left == Gender.Unknown || right == Gender.Unknown || left == right);
    }
}

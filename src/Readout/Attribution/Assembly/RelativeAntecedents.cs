using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>Finds whom a relative pronoun stands for that is a source by itself: "a rabbi who said", "Ildiko Brandt, the pilot, who warned".</summary>
internal sealed class RelativeAntecedents(Scene scene, MentionIndex index)
{
    // Clauses climbed from the pronoun's verb to the one that hangs on a noun ("who tried to deny").
    private const int LongestClimb = 4;

    // Rows between an antecedent and its clause that the tree has hung elsewhere: a comma, a bracket with an age or a party.
    private const int LongestGap = 6;

    private readonly ParsedText _parse = scene.Parse;

    /// <summary>The mention that the pronoun at a row stands for; -1 where the row is none, or its noun names no actor.</summary>
    public int Of(int row)
    {
        if (_parse.Lemma(row) is not ("who" or "which" or "that") || _parse.Relations[row] is not (DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter))
        {
            return -1;
        }

        int noun = Noun(row);
        int found = noun >= 0 ? Actor(noun) : -1;
        return found >= 0 && Fits(row, found) ? found : Before(row);
    }

    // "which" is said of no person, "who" of no state and no document.
    private bool Fits(int row, int mention)
    {
        ActorType type = scene.Actors.Actors[scene.Actors.ActorOf(mention)].Type;
        return _parse.Lemma(row) == "who" ? type is not (ActorType.State or ActorType.Document) : type != ActorType.Person;
    }

    // The noun on which the pronoun's clause hangs.
    private int Noun(int row)
    {
        int verb = _parse.Heads[row];
        for (int climb = 0; climb < LongestClimb && verb >= 0; climb++)
        {
            if (_parse.Relations[verb] is DependencyRelation.AclRelcl or DependencyRelation.Acl)
            {
                return _parse.Heads[verb] < row ? _parse.Heads[verb] : -1;
            }

            verb = _parse.Relations[verb] is DependencyRelation.Conj or DependencyRelation.Xcomp or DependencyRelation.Advcl or DependencyRelation.Parataxis ? _parse.Heads[verb] : -1;
        }

        return -1;
    }

    private int Actor(int noun)
    {
        int mention = index.WithHead(noun, _parse.LeftEdge(noun), _parse.RightEdge(noun) + 1);
        mention = mention >= 0 ? mention : index.At(noun);
        return mention >= 0 && scene.Actors.ActorOf(mention) >= 0 ? mention : -1;
    }

    // "who" behind a person's phrase and a comma, where the tree shows no relative clause.
    private int Before(int row)
    {
        if (_parse.Lemma(row) != "who")
        {
            return -1;
        }

        int sentence = _parse.Tokens.SentenceStarts[_parse.Tokens.SentenceOf(row)], best = -1;
        for (int i = index.FirstFrom(row) - 1; i >= 0 && scene.Mentions[i].First >= sentence; i--)
        {
            Mention mention = scene.Mentions[i];
            bool isNear = mention.End <= row && row - mention.End < LongestGap && IsGap(mention.End, row);
            if (isNear && mention.Kind != MentionKind.Pronoun && scene.Actors.ActorOf(i) >= 0 && IsPerson(i) && (best < 0 || mention.End > scene.Mentions[best].End))
            {
                best = i;
            }
        }

        return best;
    }

    private bool IsPerson(int mention) => scene.Actors.Actors[scene.Actors.ActorOf(mention)].Type is ActorType.Person or ActorType.Unnamed or ActorType.Group;

    // Nothing but a comma, or what stands between commas or brackets without a verb.
    private bool IsGap(int first, int row)
    {
        bool isOpen = false;
        for (int i = first; i < row; i++)
        {
            bool isSign = _parse.Tokens.Form(i) is "," or "(" or ")" or "-" or "–" or "—";
            isOpen |= isSign;
            if ((!isSign && !isOpen) || _parse.Upos[i] is UposTag.Verb or UposTag.Aux or UposTag.Sconj or UposTag.Cconj)
            {
                return false;
            }
        }

        return true;
    }
}

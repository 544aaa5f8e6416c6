using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Resolves third-person pronouns: the best of the agreeing mentions of the last sentences by distance, grammatical role and how often the chain
/// is spoken of (Lappin and Leass 1994). Weights were set on OntoGUM train and GAP development.
/// </summary>
internal sealed class PronounPass(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    private const int Sentences = 4;
    private const int Candidates = 40;

    private const float PerSentence = -1.3f;
    private const float Subject = 1.0f;
    private const float SameRole = 0.5f;
    private const float Possessor = -0.3f;
    private const float Name = 0.5f;
    private const float First = 0.3f;
    private const float Frequent = 0.35f;
    private const float OtherMarks = -1.2f;
    private const float PerMention = -0.06f;
    private const float SameSpeaker = 1.6f;

    /// <summary>Whether each row stands in quotation marks, [rows].</summary>
    public required bool[] Quoted { get; init; }

    /// <summary>Whether each mention is the subject of a reporting verb: who speaks in one sentence likely goes on in the next, [mentions].</summary>
    public required bool[] IsSpeaker { get; init; }

    public void Run()
    {
        for (int i = 0; i < mentions.Count; i++)
        {
            MentionTraits it = traits[i];
            if (it.Kind != MentionKind.Pronoun || !(it.IsPerson || it.IsPlural || it.IsThing))
            {
                continue;
            }

            int antecedent = it.Head is "who" or "whom" or "whose" or "which" ? Relative(i) : Best(i);
            if (antecedent >= 0)
            {
                chains.Join(antecedent, i);
                chains.Describe(i, it.Gender, null, null);
            }
        }
    }

    // A relative pronoun stands for the noun that its clause hangs on.
    private int Relative(int pronoun)
    {
        int row = mentions[pronoun].Head;
        for (int climb = 0; climb < 4 && row >= 0; climb++)
        {
            if (parse.Relations[row] is DependencyRelation.AclRelcl or DependencyRelation.Acl)
            {
                int noun = parse.Heads[row];
                for (int i = pronoun - 1; i >= Math.Max(0, pronoun - Candidates); i--)
                {
                    if (mentions[i].Head == noun)
                    {
                        return i;
                    }
                }

                return -1;
            }

            row = parse.Heads[row];
        }

        return -1;
    }

    private int Best(int pronoun)
    {
        int best = -1;
        float highest = float.NegativeInfinity;
        for (int i = pronoun - 1, seen = 0; i >= 0 && seen < Candidates; i--, seen++)
        {
            if (traits[pronoun].Sentence - traits[i].Sentence >= Sentences)
            {
                break;
            }

            if (Agrees(pronoun, i) && !Excluded(pronoun, i))
            {
                float score = Score(pronoun, i);
                (best, highest) = score > highest ? (i, score) : (best, highest);
            }
        }

        return best;
    }

    private bool Agrees(int pronoun, int other)
    {
        MentionTraits a = traits[pronoun], b = traits[other];
        if (b.Kind == MentionKind.Pronoun)
        {
            return (a.IsPerson && b.IsPerson && a.Gender == b.Gender) || (a.IsPlural && b.IsPlural && !a.IsPerson) || (a.IsThing && b.IsThing && !b.IsPerson && !a.IsPerson);
        }

        if (a.IsPerson)
        {
            Gender gender = chains.GenderOf(other);
            return b.IsPerson && (gender == Gender.Unknown || gender == a.Gender);
        }

        return a.IsPlural ? b.IsPlural : b.IsThing && !b.IsPlural || (a.IsThing && b.IsThing);
    }

    // A mention that holds the pronoun, or the subject of the verb whose object the pronoun is, is not what it stands for.
    private bool Excluded(int pronoun, int other)
    {
        (Mention it, Mention candidate) = (mentions[pronoun], mentions[other]);
        if (candidate.End > it.First)
        {
            return true;
        }

        bool isReflexive = parse.Tokens.Form(it.Head).EndsWith("self", StringComparison.OrdinalIgnoreCase)
            || parse.Tokens.Form(it.Head).EndsWith("selves", StringComparison.OrdinalIgnoreCase);
        bool isPossessive = parse.Relations[it.Head] == DependencyRelation.NmodPoss;
        return !isReflexive && !isPossessive && parse.Heads[it.Head] >= 0 && parse.Heads[it.Head] == parse.Heads[candidate.Head];
    }

    private float Score(int pronoun, int other)
    {
        (Mention it, Mention candidate) = (mentions[pronoun], mentions[other]);
        DependencyRelation role = parse.Relations[candidate.Head], own = parse.Relations[it.Head];
        float score = PerSentence * (traits[pronoun].Sentence - traits[other].Sentence);
        score += PerMention * (pronoun - other);
        score += IsSubject(role) ? Subject : 0;
        score += IsSubject(role) == IsSubject(own) ? SameRole : 0;
        score += role is DependencyRelation.NmodPoss or DependencyRelation.Nmod or DependencyRelation.Compound ? Possessor : 0;
        score += candidate.Kind == MentionKind.Name ? Name : 0;
        score += other == 0 || traits[other - 1].Sentence < traits[other].Sentence ? First : 0;
        score += Frequent * MathF.Log2(chains.SizeOf(other));
        score += IsSpeaker[pronoun] && IsSpeaker[other] ? SameSpeaker : 0;
        score += Quoted[it.Head] != Quoted[candidate.Head] ? OtherMarks : 0;
        return score;
    }

    private static bool IsSubject(DependencyRelation relation) => relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter;
}

using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Resolves third-person pronouns: of the agreeing mentions of the last sentences the one that the ranker puts first, or none (mention ranking of Denis and
/// Baldridge 2008).
/// </summary>
internal sealed class PronounPass(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    private const int Sentences = 5;
    private const int Candidates = 40;

    // Kinds of mention looked at between, agreeing or not.
    private const int Reach = 80;

    private readonly List<int> _candidates = new(Candidates);

    /// <summary>What the ranker sees of a pair.</summary>
    public required PronounFeatures Features { get; init; }

    /// <summary>The trained weights.</summary>
    public required PronounRanker Ranker { get; init; }

    /// <summary>Receives every choice, for training; null elsewhere.</summary>
    public IList<PronounChoice>? Choices { get; init; }

    public void Run()
    {
        var last = new Dictionary<(int Person, int Quotation), int>();
        for (int i = 0; i < mentions.Count; i++)
        {
            MentionTraits it = traits[i];
            if (it.Kind == MentionKind.Pronoun && PersonOf(it.Head) is > 0 and int person)
            {
                // "I" is the same all through one quotation, or through the text of one who tells it.
                (int, int) voice = (person, Features.Quoted[mentions[i].Head]);
                if (last.TryGetValue(voice, out int before))
                {
                    chains.Join(before, i);
                }

                last[voice] = i;
                continue;
            }

            if (it.Kind != MentionKind.Pronoun || !(it.IsPerson || it.IsPlural || it.IsThing))
            {
                continue;
            }

            int antecedent = Best(i);
            if (antecedent >= 0)
            {
                chains.Join(antecedent, i);
                chains.Describe(i, it.Gender, null, null);
            }
        }
    }

    private static int PersonOf(string head) => head switch
    {
        "i" or "me" or "my" or "mine" or "myself" => 1,
        "we" or "us" or "our" or "ours" or "ourselves" => 2,
        "you" or "your" or "yours" or "yourself" => 3,
        _ => 0,
    };

    private int Best(int pronoun)
    {
        _candidates.Clear();
        for (int i = pronoun - 1; i >= Math.Max(0, pronoun - Reach) && _candidates.Count < Candidates; i--)
        {
            if (traits[pronoun].Sentence - traits[i].Sentence >= Sentences)
            {
                break;
            }

            if (Agrees(pronoun, i) && !Excluded(pronoun, i))
            {
                _candidates.Add(i);
            }
        }

        int best = -1, highest = Features.IsNamed(pronoun) ? int.MinValue : Ranker.Score(Features.None(pronoun, _candidates.Count));
        int[][]? seen = Choices is null ? null : new int[_candidates.Count][];
        for (int rank = 0, speakers = 0; rank < _candidates.Count; rank++)
        {
            int other = _candidates[rank];
            List<int> ids = Features.Pair(pronoun, other, rank, speakers);
            int score = Ranker.Score(ids);
            (best, highest) = score > highest ? (other, score) : (best, highest);
            speakers += Features.IsSpeaker[other] ? 1 : 0;
            seen?[rank] = [.. ids];
        }

        Choices?.Add(new PronounChoice(pronoun, [.. _candidates], [.. _candidates.Select(chains.Find)], seen!, [.. Features.None(pronoun, _candidates.Count)]));
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
}

using Readout.Actors;
using Readout.Entities;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>Resolves "they", "both leaders", "the two governments" to the actors meant: the last two that were named together.</summary>
internal sealed class PluralMembers(Scene scene, PluralLexicon lexicon)
{
    // Sentences looked back for a pair that is named together.
    private const int Reach = 12;

    private readonly MentionIndex _index = new(scene.Mentions);

    /// <summary>Members in text order; null where the phrase is no such plural or no pair is found.</summary>
    /// <param name="first">First row of the phrase.</param>
    /// <param name="end">Row after the last.</param>
    /// <param name="head">Its syntactic head.</param>
    /// <param name="mention">Its mention, -1 where there is none.</param>
    public IReadOnlyList<int>? Of(int first, int end, int head, int mention)
    {
        TokenTable tokens = scene.Parse.Tokens;
        EntityType? type = lexicon.TypeOf(tokens.Form(head));
        bool isPronoun = end - first == 1;
        if (type is null || (!isPronoun && !IsDual(tokens, first, head) && !IsBare(first, head, type.Value)) || (isPronoun && mention >= 0 && IsGroup(mention)))
        {
            return null;
        }

        int sentence = tokens.SentenceOf(first);
        for (int back = sentence; back >= Math.Max(0, sentence - Reach); back--)
        {
            int stop = back == sentence ? first : tokens.SentenceStarts[back + 1];
            if (PairIn(tokens.SentenceStarts[back], stop, type.Value) is { } pair)
            {
                return pair;
            }
        }

        return null;
    }

    // "The leaders agreed": the two persons told before, where nothing says which leaders.
    private bool IsBare(int first, int head, EntityType type) =>
        type == EntityType.Person && head == first + 1 && scene.Parse.Lemma(first).Equals("the", StringComparison.OrdinalIgnoreCase);

    private static bool IsDual(TokenTable tokens, int first, int head)
    {
        for (int row = first; row < head; row++)
        {
            if (tokens.Form(row) is "both" or "Both" or "two" or "Two" or "Their" or "their")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsGroup(int mention)
    {
        int actor = scene.Actors.ActorOf(mention);
        return actor >= 0 && scene.Actors.Actors[actor].Type is ActorType.Group or ActorType.Organization;
    }

    // The first two distinct named actors of the type in the rows.
    private List<int>? PairIn(int first, int end, EntityType type)
    {
        var found = new List<int>(2);
        for (int i = _index.FirstFrom(first); i < scene.Mentions.Count && scene.Mentions[i].First < end; i++)
        {
            if (scene.Actors.MembersOf(i) is { Count: 2 } joint && Fits(scene.Actors.Actors[joint[0]].Type, type))
            {
                return [.. joint];
            }

            int actor = scene.Actors.ActorOf(i);
            if (actor >= 0 && Fits(scene.Actors.Actors[actor].Type, type) && !found.Contains(actor))
            {
                found.Add(actor);
                if (found.Count == 2)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool Fits(ActorType actor, EntityType wanted) => wanted switch
    {
        EntityType.Person => actor == ActorType.Person,
        EntityType.Gpe => actor == ActorType.State,
        _ => actor is ActorType.Person or ActorType.State,
    };
}

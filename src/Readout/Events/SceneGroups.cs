using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Finds the actors of noun phrases: conjuncts, what stands inside a phrase, and who "the two leaders" are.</summary>
internal static class SceneGroups
{
    // Two leaders that the text calls "the two" are named before; further back than this they are others.
    private const int GroupReach = 400;

    /// <summary>
    /// Adds the actors of a noun phrase: its own, those of its conjuncts, and for "the two leaders" the two that were named last.
    /// </summary>
    public static void Collect(this SceneIndex index, int row, List<int> into)
    {
        if (row < 0)
        {
            return;
        }

        int actor = index.NamedAt(row);
        if (index.MentionHeadedBy(row) is >= 0 and var mention && index.Scene.Actors.MembersOf(mention) is { Count: > 1 } joint)
        {
            foreach (int member in joint)
            {
                SceneIndex.AddOnce(into, member);
            }
        }
        else if (actor >= 0 && !IsPlural(index, row, actor))
        {
            SceneIndex.AddOnce(into, actor);
        }
        else if (!ExpandGroup(index, row, into))
        {
            if (actor >= 0)
            {
                SceneIndex.AddOnce(into, actor);
            }
            else
            {
                CollectInside(index, row, into);
            }
        }

        foreach (int child in index.Parse.Children(row))
        {
            if (index.Parse.Relations[child] == DependencyRelation.Conj && index.Parse.Upos[child] is not (UposTag.Verb or UposTag.Aux))
            {
                index.Collect(child, into);
            }
            else if (index.Parse.Relations[child] == DependencyRelation.Appos)
            {
                // "the president of Maravene, Ildiko Brandt-Okafor, and Matthias Drost": the tree may hang the second on the first's name.
                foreach (int other in index.Parse.Children(child))
                {
                    if (index.Parse.Relations[other] == DependencyRelation.Conj && index.Parse.Upos[other] is not (UposTag.Verb or UposTag.Aux))
                    {
                        index.Collect(other, into);
                    }
                }
            }
        }
    }

    // "a delegation of Japan", "leaders from both countries", "Chinese and Russian officials": the actor stands inside the phrase.
    private static void CollectInside(SceneIndex index, int row, List<int> into)
    {
        foreach (int child in index.Parse.Children(row))
        {
            if (index.Parse.Relations[child].Universal() is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Appos or DependencyRelation.Flat)
            {
                int actor = index.ActorAt(child);
                if (actor >= 0 && (!IsPlural(index, child, actor) || !ExpandGroup(index, child, into)))
                {
                    SceneIndex.AddOnce(into, actor);
                }
            }
        }
    }

    // "the two leaders", "both sides", "they": the two who were named last.
    private static bool ExpandGroup(SceneIndex index, int row, List<int> into)
    {
        bool two = index.Parse.Lemma(row) is "both" or "two" or "they" or "their" or "pair";
        foreach (int child in index.Parse.Children(row))
        {
            two |= index.Parse.Lemma(child) is "two" or "both" || (index.Parse.Lemma(child) is "their" or "they" && index.Parse.Xpos(row) == "NNS" && index.Parse.Lemma(row) is "leader" or "president" or "minister" or "government");
        }

        if (!two)
        {
            return false;
        }

        ActorType? wanted = index.Parse.Lemma(row) switch
        {
            "country" or "nation" or "state" or "government" or "capital" => ActorType.State,
            "leader" or "president" or "minister" or "man" or "premier" or "official" => ActorType.Person,
            _ => null,
        };
        List<int> found = LastTwo(index, row, wanted);
        if (found.Count < 2 && wanted is not null)
        {
            found = LastTwo(index, row, null);
        }

        if (found.Count < 2)
        {
            return false;
        }

        SceneIndex.AddOnce(into, found[1]);
        SceneIndex.AddOnce(into, found[0]);
        return true;
    }

    private static List<int> LastTwo(SceneIndex index, int row, ActorType? wanted)
    {
        var found = new List<int>(2);
        for (int at = row - 1; at >= Math.Max(0, row - GroupReach) && found.Count == 0; at--)
        {
            // Two who were named together ("Maravene and Quendria") come before two who merely follow one another.
            int first = index.Parse.Relations[at] == DependencyRelation.Conj ? index.NamedAt(index.Parse.Heads[at]) : -1;
            int second = first >= 0 ? index.NamedAt(at) : -1;
            if (second >= 0 && first != second && IsParty(index, first, wanted) && IsParty(index, second, wanted) && index.Scene.Actors.Actors[first].Type == index.Scene.Actors.Actors[second].Type)
            {
                found.AddRange([second, first]);
            }
        }

        for (int at = row - 1; at >= Math.Max(0, row - GroupReach) && found.Count < 2; at--)
        {
            int mention = index.MentionHeadedBy(at);
            int actor = mention < 0 ? -1 : index.Scene.Actors.ActorOf(mention);
            if (actor >= 0 && IsParty(index, actor, wanted) && (found.Count == 0 || index.Scene.Actors.Actors[actor].Type == index.Scene.Actors.Actors[found[0]].Type))
            {
                SceneIndex.AddOnce(found, actor);
            }
        }

        return found;
    }

    private static bool IsParty(SceneIndex index, int actor, ActorType? wanted) =>
        wanted is null ? index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State : index.Scene.Actors.Actors[actor].Type == wanted;

    private static bool IsPlural(SceneIndex index, int row, int actor) =>
        index.Scene.Actors.Actors[actor].Type is ActorType.Group or ActorType.Unnamed || index.MentionHeadedBy(row) < 0 || index.Scene.Mentions[index.MentionHeadedBy(row)].Kind != MentionKind.Name;
}

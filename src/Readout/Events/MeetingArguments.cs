using System.Collections.Frozen;
using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Who takes part in a meeting by the patterns: subject and partner, possessor, the subject of the clause above.</summary>
internal static class MeetingArguments
{
    private const int SubjectReach = 30;

    /// <summary>Adds both sides of a match.</summary>
    public static void Collect(SceneIndex index, StatementView view, PatternMatcher matcher, PatternMatch match, (List<int> Acting, List<int> Others) sides)
    {
        ParsedText parse = index.Parse;
        (List<int> acting, List<int> others) = sides;
        bool isVerb = parse.Upos[match.Trigger] == UposTag.Verb;
        int actor = isVerb ? Clause.Actor(parse, match.Trigger) : Clause.Holder(parse, match.Trigger);
        if (actor >= 0 && actor != match.Support)
        {
            index.Collect(actor, acting);
            if (acting.Count == 0 && parse.Upos[actor] == UposTag.Pron)
            {
                view.SpeakersAt(actor, acting);
            }
        }

        if (acting.Count == 0)
        {
            // "after talks with X", "during a visit to Y": the subject of the clause is the other side.
            index.Collect(isVerb ? index.Neighbour(match.Trigger, -1) : SubjectAbove(parse, match.Trigger), acting);
        }

        index.Collect(matcher.Recipient(match), others);
        if (others.Count == 0)
        {
            index.Collect(After(parse, Math.Max(match.Support, match.Trigger)), others);
        }

        if (match.Support != match.Trigger && isVerb)
        {
            // "held a meeting between A and B", "their talks with C".
            foreach (string preposition in (ReadOnlySpan<string>)["with", "between", "among", "of"])
            {
                index.Collect(Clause.Under(parse, match.Support, preposition), others);
            }
        }

        Involved(index, match.Support, others);
        if (isVerb && acting.Count + others.Count == 1 && match.Pattern.Recipients.Length > 0)
        {
            Together(index, match.Trigger, acting);
        }
    }

    // "The president of Maravene, Ildiko Brandt-Okafor, and Chancellor Drost spoke by telephone": whatever the tree makes of the commas, two
    // persons or more between the verb before and this one, joined by "and", act together.
    private static void Together(SceneIndex index, int verb, List<int> acting)
    {
        ParsedText parse = index.Parse;
        int first = Math.Max(parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(verb)], verb - SubjectReach);
        var persons = new List<int>();
        bool joined = false;
        for (int row = verb - 1; row >= first && parse.Upos[row] != UposTag.Verb; row--)
        {
            joined |= parse.Lemma(row) == "and";
            if (index.NamedAt(row) is >= 0 and var actor && index.Scene.Actors.Actors[actor].Type == ActorType.Person && index.ActorAt(row) == actor)
            {
                SceneIndex.AddOnce(persons, actor);
            }
        }

        if (joined && persons.Count >= 2)
        {
            acting.Clear();
            persons.Reverse();
            acting.AddRange(persons);
        }
    }

    // "a meeting over the weekend in Helsinki between Cyprus and Turkey": the preposition may stand far off.
    private static int After(ParsedText parse, int row)
    {
        int end = Math.Min(parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(row) + 1], row + 12);
        for (int at = row + 1; at < end; at++)
        {
            if (parse.Upos[at] is UposTag.Verb or UposTag.Cconj or UposTag.Punct && parse.Lemma(at) != "-")
            {
                return -1;
            }

            if (parse.Lemma(at) is "with" or "between" or "among" && parse.Relations[at] == DependencyRelation.Case)
            {
                return parse.Heads[at];
            }
        }

        return -1;
    }

    // "the talks, involving A, B and C", "a meeting that includes A and B".
    private static void Involved(SceneIndex index, int noun, List<int> others)
    {
        foreach (int child in index.Parse.Children(noun))
        {
            if (index.Parse.Relations[child].Universal() is DependencyRelation.Acl && index.Parse.Lemma(child) is "involve" or "include" or "group" or "comprise" or "attend")
            {
                index.Collect(index.Parse.Lemma(child) == "attend" ? Clause.Actor(index.Parse, child) : Clause.Object(index.Parse, child), others);
            }
        }
    }

    private static int SubjectAbove(ParsedText parse, int noun)
    {
        int at = parse.Heads[noun];
        for (int depth = 0; depth < 4 && at >= 0; depth++)
        {
            if (parse.Upos[at] == UposTag.Verb)
            {
                int subject = Clause.IsPassive(parse, at) ? Clause.Object(parse, at) : Clause.Subject(parse, at, 0);
                if (subject >= 0 && !parse.IsUnder(noun, subject))
                {
                    return subject;
                }
            }

            at = parse.Heads[at];
        }

        // A phrase that the tree hung elsewhere: what the sentence as a whole says of its subject is the best guess.
        int root = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(noun)];
        while (parse.Heads[root] >= 0)
        {
            root = parse.Heads[root];
        }

        return parse.Upos[root] == UposTag.Verb && root != noun && !parse.IsUnder(noun, Clause.Subject(parse, root, 0)) ? Clause.Subject(parse, root, 0) : -1;
    }

    /// <summary>Puts the state in the place of its officials: "Azerbaijani officials" sit at the table for Azerbaijan, where the report names that state.</summary>
    public static void Represent(SceneIndex index, FrozenSet<string> delegates, List<int> side)
    {
        IReadOnlyList<Actor> actors = index.Scene.Actors.Actors;
        for (int i = 0; i < side.Count; i++)
        {
            Actor actor = actors[side[i]];
            if (actor.State is null || actor.Type is ActorType.Person or ActorType.State || index.Scene.Mentions[actor.Mentions[0]].Kind == MentionKind.Name
                || !delegates.Contains(index.Parse.Lemma(index.Scene.Mentions[actor.Mentions[0]].Head)))
            {
                continue;
            }

            for (int other = 0; other < actors.Count; other++)
            {
                if (actors[other].Type == ActorType.State && actors[other].State == actor.State)
                {
                    side[i] = other;
                }
            }
        }
    }
}

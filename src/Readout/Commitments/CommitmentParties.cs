using Readout.Actors;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>
/// Who is bound, from who acts: the partner that the tree lost from "X and Y agreed", the sides that "the parties" stand for, and the one that
/// a spokesman speaks for. Immutable, thread-safe.
/// </summary>
internal sealed class CommitmentParties(CommitmentLexicon lexicon)
{
    private const int PhraseReach = 8;

    // Rows back to two who were named together.
    private const int PairReach = 400;

    /// <summary>Completes the parties that the subject of an act gave.</summary>
    /// <param name="index">The report.</param>
    /// <param name="subject">Row of who acts; -1 where nobody does.</param>
    /// <param name="verb">Row of the act or its cue.</param>
    /// <param name="parties">Actors found so far; changed in place.</param>
    public void Complete(SceneIndex index, int subject, int verb, List<int> parties)
    {
        if (subject < 0)
        {
            return;
        }

        if (subject < verb && parties.Count == 1)
        {
            AddJoined(index, subject, verb, parties);
        }

        if (parties.Count <= 1 && IsTheSides(index.Parse, subject))
        {
            bool persons = lexicon.Is(CommitmentWord.Leader, index.Parse.Lemma(subject));
            List<int> sides = LastPair(index, subject, persons ? ActorType.Person : ActorType.State);
            sides = sides.Count == 2 || persons ? sides : LastPair(index, subject, null);
            if (sides.Count == 2)
            {
                parties.Clear();
                parties.AddRange(sides);
            }
        }

        if (parties.Count <= 1 && IsTwoOf(index.Parse, subject) && LastTwo(index, subject) is [_, _] organizations)
        {
            parties.Clear();
            parties.AddRange(organizations);
        }

        if (parties.Count == 1 && Principal(index, subject, parties[0]) is >= 0 and var principal)
        {
            parties[0] = principal;
        }
    }

    // Who is bound by what another does: whom a spokesman speaks for, whose government, staff or police it is; -1 where the one who acts is bound.
    private int Principal(SceneIndex index, int subject, int known)
    {
        string lemma = index.Parse.Lemma(subject);
        if (IsOf(index, known, ActorType.Person))
        {
            return SpokenFor(index, subject, known);
        }

        if (lexicon.Is(CommitmentWord.Government, lemma))
        {
            return StateOf(index, subject, known) is >= 0 and var bound ? bound : IsNamed(index, known) ? -1 : MainState(index);
        }

        if (IsNamed(index, known) && index.Scene.Actors.Actors[known].Type != ActorType.Group)
        {
            return -1;
        }

        if (OwnerOf(index, subject, known) is >= 0 and var owner)
        {
            return owner;
        }

        // "The police will withdraw": of the state that the report is about.
        return lexicon.Is(CommitmentWord.Organ, lemma) ? MainState(index) : IsTheOne(index.Parse, subject) && lexicon.Is(CommitmentWord.Company, lemma) ? LastNamed(index, subject) : -1;
    }

    // "UN officials", "70 EU observers": they bind the body that they are of.
    private int OwnerOf(SceneIndex index, int subject, int known)
    {
        if (!lexicon.Is(CommitmentWord.Staff, index.Parse.Lemma(subject)))
        {
            return -1;
        }

        foreach (int child in index.Parse.Children(subject))
        {
            DependencyRelation relation = index.Parse.Relations[child].Universal();
            bool isPart = relation is DependencyRelation.Compound or DependencyRelation.Amod || index.Parse.Relations[child] == DependencyRelation.NmodPoss || Clause.CaseIs(index.Parse, child, "of") || Clause.CaseIs(index.Parse, child, "from");
            int actor = isPart ? index.ActorAt(child) : -1;
            if (actor >= 0 && actor != known && index.Scene.Actors.Actors[actor].Type is ActorType.Organization or ActorType.State)
            {
                return actor;
            }
        }

        return -1;
    }

    // "the company": one, with nothing that says which.
    private static bool IsTheOne(ParsedText parse, int subject)
    {
        bool article = false;
        foreach (int child in parse.Children(subject))
        {
            article |= parse.Lemma(child) == "the";
            if (parse.Relations[child].Universal() is not DependencyRelation.Det)
            {
                return false;
            }
        }

        return article && parse.Xpos(subject) == "NN";
    }

    // The organization that was named last; -1 where none is.
    private static int LastNamed(SceneIndex index, int subject)
    {
        for (int row = subject - 1; row >= Math.Max(0, subject - PairReach); row--)
        {
            if (index.HeadActorAt(row) is >= 0 and var actor && IsOf(index, actor, ActorType.Organization))
            {
                return actor;
            }
        }

        return -1;
    }

    private static bool IsNamed(SceneIndex index, int actor) =>
        index.Scene.Actors.Actors[actor].State is not null || index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization;

    // The state of which the report speaks most; -1 where it speaks of none.
    private static int MainState(SceneIndex index)
    {
        int best = -1;
        for (int actor = 0; actor < index.Scene.Actors.Actors.Count; actor++)
        {
            best = IsOf(index, actor, ActorType.State) && (best < 0 || index.Scene.Actors.Actors[actor].Mentions.Length > index.Scene.Actors.Actors[best].Mentions.Length) ? actor : best;
        }

        return best;
    }

    // "the two companies", "both firms".
    private bool IsTwoOf(ParsedText parse, int subject)
    {
        bool two = false;
        foreach (int child in parse.Children(subject))
        {
            two |= parse.Lemma(child) is "two" or "both";
        }

        return two && lexicon.Is(CommitmentWord.Company, parse.Lemma(subject));
    }

    // The two organizations that were named last.
    private static List<int> LastTwo(SceneIndex index, int subject)
    {
        var found = new List<int>(2);
        for (int row = subject - 1; row >= Math.Max(0, subject - PairReach) && found.Count < 2; row--)
        {
            if (index.HeadActorAt(row) is >= 0 and var actor && IsOf(index, actor, ActorType.Organization) && !found.Contains(actor))
            {
                found.Insert(0, actor);
            }
        }

        return found;
    }

    // "-- Maravene and Quendria agreed": two names of one type with nothing but "and" between them act together, whatever the tree says.
    private static void AddJoined(SceneIndex index, int subject, int verb, List<int> parties)
    {
        ParsedText parse = index.Parse;
        int first = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(verb)];
        for (int row = subject; row > first && row > subject - PhraseReach; row--)
        {
            if (parse.Upos[row] == UposTag.Verb || index.Tokens.Form(row) is "," or "--" || row + 1 > verb)
            {
                return;
            }

            if (parse.Lemma(row) == "and" && Joins(index, row, parties[0]) is >= 0 and var other)
            {
                parties.Insert(0, other);
                return;
            }
        }

        if (subject + 1 < verb && parse.Lemma(subject + 1) == "and" && index.NamedAt(subject + 2) is >= 0 and var next && AreAlike(index, next, parties[0]))
        {
            SceneIndex.AddOnce(parties, next);
        }
    }

    private static int Joins(SceneIndex index, int conjunction, int known)
    {
        int other = index.ActorAt(conjunction - 1);
        return other >= 0 && index.ActorAt(conjunction + 1) == known && AreAlike(index, other, known) ? other : -1;
    }

    private static bool AreAlike(SceneIndex index, int one, int two) =>
        one != two && index.Scene.Actors.Actors[one].Type == index.Scene.Actors.Actors[two].Type && index.Scene.Actors.Actors[one].Type is ActorType.Person or ActorType.State or ActorType.Organization;

    // "the parties", "the sides", "the leaders": plural, with the article and nothing that says which.
    private bool IsTheSides(ParsedText parse, int subject)
    {
        if (!lexicon.Is(CommitmentWord.Side, parse.Lemma(subject)) || parse.Xpos(subject) != "NNS")
        {
            return false;
        }

        bool article = false;
        foreach (int child in parse.Children(subject))
        {
            article |= parse.Lemma(child) == "the";
            if (parse.Relations[child].Universal() is DependencyRelation.Nmod or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Acl)
            {
                return false;
            }
        }

        return article;
    }

    // The two states or persons that stand joined nearest before the words.
    private static List<int> LastPair(SceneIndex index, int subject, ActorType? wanted)
    {
        int first = Math.Max(1, subject - PairReach);
        for (int row = subject - 1; row >= first; row--)
        {
            if (index.Parse.Relations[row] != DependencyRelation.Conj || index.Parse.Heads[row] < 0)
            {
                continue;
            }

            int one = index.NamedAt(index.Parse.Heads[row]);
            int two = index.NamedAt(row);
            if (one >= 0 && two >= 0 && AreAlike(index, one, two) && (wanted is null || index.Scene.Actors.Actors[one].Type == wanted))
            {
                return [one, two];
            }
        }

        return [];
    }

    private static bool IsOf(SceneIndex index, int actor, ActorType type) => index.Scene.Actors.Actors[actor].Type == type;

    // "her government", "the government of Maravene": bound is the one whose government it is, where the report names that one.
    private static int StateOf(SceneIndex index, int subject, int known)
    {
        foreach (int child in index.Parse.Children(subject))
        {
            int actor = index.ActorAt(child);
            bool owner = index.Parse.Relations[child] == DependencyRelation.NmodPoss || Clause.CaseIs(index.Parse, child, "of");
            if (owner && actor >= 0 && actor != known && (IsOf(index, actor, ActorType.Person) || IsOf(index, actor, ActorType.State)))
            {
                return actor;
            }
        }

        IReadOnlyList<Actor> actors = index.Scene.Actors.Actors;
        for (int actor = 0; actor < actors.Count && actors[known].State is not null; actor++)
        {
            if (actors[actor].Type == ActorType.State && actors[actor].State == actors[known].State)
            {
                return actor;
            }
        }

        return -1;
    }

    // "Hamas spokesman X", "X, a spokesman for Hamas": bound is whom he speaks for.
    private int SpokenFor(SceneIndex index, int subject, int speaker)
    {
        ParsedText parse = index.Parse;
        int first = Math.Max(parse.LeftEdge(subject), subject - PhraseReach);
        int last = Math.Min(parse.RightEdge(subject), subject + PhraseReach);
        bool isSpokesman = false;
        int principal = -1;
        for (int row = first; row <= last; row++)
        {
            isSpokesman |= lexicon.Is(CommitmentWord.Spokesman, parse.Lemma(row));
            int actor = index.ActorAt(row);
            if (principal < 0 && actor >= 0 && actor != speaker && index.Scene.Actors.Actors[actor].Type is ActorType.State or ActorType.Organization or ActorType.Person)
            {
                principal = actor;
            }
        }

        return isSpokesman ? principal : -1;
    }
}

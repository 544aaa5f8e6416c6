using Readout.Actors;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>
/// Plans in the passive, told with their period or day and without anybody who acts: "new frameworks for 2024 through 2026 would be
/// formalized", "a programme for 2025 is being prepared", "the accord is to be signed by June". Immutable, thread-safe.
/// </summary>
internal sealed class PlanRule(CommitmentLexicon lexicon, ClauseMood mood, ActBounds bounds)
{
    /// <summary>Name of the rule.</summary>
    public const string Origin = "plan";

    /// <summary>Adds what is to be done at a given time, if it is known by whom.</summary>
    public void Add(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        if (parse.Upos[row] != UposTag.Verb || !IsAt(index, row) || mood.IsDoubted(parse, row) || view.IsDenialAt(row) || ClauseMood.IsAsked(index, row)
            || !(lexicon.IsPlan(parse.Lemma(row)) || (lexicon.IsBinding(parse.Lemma(row)) && lexicon.ClassOf(parse.Lemma(Subject(parse, row))) is not null))
            || bounds.OfClause(parse, row, withSubject: true) is not { } act)
        {
            return;
        }

        act = act with { First = parse.LeftEdge(Subject(parse, row)) };
        if (!CommitmentTimes.HasAny(lexicon, index, act.First, act.End))
        {
            return;
        }

        List<int> parties = Parties(index, view, row, act);
        if (parties.Count > 0)
        {
            drafts.Add(CommitmentDraft.Of(index, parties, new CommitmentCue(default, CommitmentKind.Announcement, CommitmentStatus.Planned), act, row, Origin));
        }
    }

    // A passive that is still to come: "will be", "is to be" or "is being" with a subject that is no actor.
    private static bool IsAt(SceneIndex index, int verb)
    {
        ParsedText parse = index.Parse;
        int subject = Subject(parse, verb);
        return subject >= 0 && subject < verb && Clause.IsPassive(parse, verb) && parse.Upos[subject] == UposTag.Noun
            && parse.Relations[verb] != DependencyRelation.AclRelcl && (parse.Relations[verb] != DependencyRelation.Advcl || IsThatClause(parse, verb))
            && (index.ActorAt(subject) < 0 || index.Scene.Actors.Actors[index.ActorAt(subject)].Type == ActorType.Document)
            && !Reality.IsNegated(parse, verb) && IsAhead(parse, verb, subject);
    }

    // "There was anticipation that a pact would be signed": what is hoped or agreed, wherever the parser hangs it.
    private static bool IsThatClause(ParsedText parse, int verb)
    {
        int mark = parse.ChildWith(verb, DependencyRelation.Mark);
        return mark >= 0 && parse.Lemma(mark) == "that";
    }

    // Row of what is planned: the subject of the passive, which the tree may hang on "are" or on the "said" that follows; -1 where there is none.
    private static int Subject(ParsedText parse, int verb)
    {
        int subject = parse.ChildWith(verb, DependencyRelation.NsubjPass);
        subject = subject >= 0 ? subject : parse.ChildWith(verb, DependencyRelation.Nsubj);
        if (subject < 0 && parse.Relations[verb].Universal() is DependencyRelation.Xcomp or DependencyRelation.Ccomp
            && (parse.Lemma(parse.Heads[verb]) == "be" || parse.Heads[verb] > verb))
        {
            subject = parse.ChildWith(parse.Heads[verb], DependencyRelation.Nsubj);
        }

        return subject;
    }

    // Who stands behind a plan: the actors named in it, else in its sentence, else who says so, else, where both sides are spoken of, the two
    // states of which the report speaks most; else the same of the sentence before in the paragraph.
    private List<int> Parties(SceneIndex index, StatementView view, int verb, Act act)
    {
        var parties = new List<int>();
        Named(index, act.First, act.End, parties);
        int sentence = index.Tokens.SentenceOf(verb);
        (int first, int end) = (index.Tokens.SentenceStarts[sentence], index.Tokens.SentenceStarts[sentence + 1]);
        if (parties.Count == 0)
        {
            Named(index, first, end, parties);
        }

        if (parties.Count == 0)
        {
            view.SpeakersAt(verb, parties);
            parties.RemoveAll(one => index.Scene.Actors.Actors[one].Type is not (ActorType.Person or ActorType.State or ActorType.Organization));
        }

        if (parties.Count == 0 && IsJoint(index.Parse, first, end))
        {
            MainPair(index.Scene.Actors, parties);
        }

        if (parties.Count == 0)
        {
            view.SpeakersAt(verb, parties);
        }

        if (parties.Count == 0 && sentence > 0 && index.Tokens.ParagraphOf(first) == index.Tokens.ParagraphOf(first - 1))
        {
            NamedBefore(index, (index.Tokens.SentenceStarts[sentence - 1], first), parties);
        }

        return parties;
    }

    // "There was hope that ... would be signed" goes on from the sentence before, which tells whose plan it is.
    private void NamedBefore(SceneIndex index, (int First, int End) sentence, List<int> into)
    {
        Named(index, sentence.First, sentence.End, into);
        if (into.Count == 0 && IsJoint(index.Parse, sentence.First, sentence.End))
        {
            MainPair(index.Scene.Actors, into);
        }
    }

    private static bool IsAhead(ParsedText parse, int verb, int subject)
    {
        bool being = false;
        bool present = false;
        for (int row = subject + 1; row < verb; row++)
        {
            string lemma = parse.Lemma(row);
            if (lemma is "will" or "would" && parse.Upos[row] == UposTag.Aux)
            {
                return true;
            }

            if (lemma == "be" && row + 2 < verb && parse.Lemma(row + 1) == "to" && parse.Lemma(row + 2) == "be")
            {
                return true;
            }

            being |= lemma == "be" && parse.Xpos(row) == "VBG";
            present |= lemma == "be" && parse.Xpos(row) is "VBZ" or "VBP" or "VBD";
        }

        return being && present;
    }

    private static void Named(SceneIndex index, int first, int end, List<int> into)
    {
        for (int row = first; row < end; row++)
        {
            if (index.ActorAt(row) is >= 0 and var actor && index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization)
            {
                SceneIndex.AddOnce(into, actor);
            }
        }
    }

    private bool IsJoint(ParsedText parse, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (lexicon.Is(CommitmentWord.Joint, parse.Lemma(row)) || (parse.Lemma(row) == "two" && row + 1 < end && lexicon.Is(CommitmentWord.Pair, parse.Lemma(row + 1))))
            {
                return true;
            }
        }

        return false;
    }

    private static void MainPair(ActorTable table, List<int> into)
    {
        IReadOnlyList<Actor> actors = table.Actors;
        int[] pair = [.. Enumerable.Range(0, actors.Count).Where(one => actors[one].Type == ActorType.State).OrderByDescending(one => actors[one].Mentions.Length).ThenBy(one => one).Take(2).Order()];
        if (pair.Length == 2)
        {
            into.AddRange(pair);
        }
    }
}

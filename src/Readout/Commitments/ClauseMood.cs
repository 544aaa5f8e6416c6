using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Whether a verb is still to come, and whether its clause binds anybody. Immutable, thread-safe.</summary>
internal sealed class ClauseMood(CommitmentLexicon lexicon)
{
    private const int MaximumDepth = 3;

    /// <summary>Whether a verb has an auxiliary of the future.</summary>
    public bool IsFuture(ParsedText parse, int verb)
    {
        foreach (int child in parse.Children(verb))
        {
            if (parse.Relations[child].Universal() == DependencyRelation.Aux && lexicon.Is(CommitmentWord.Future, parse.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is conditional, hoped, asked or feared: "did not say whether it would", "asked them to promise".</summary>
    public bool IsDoubted(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] == DependencyRelation.Mark && lexicon.Is(CommitmentWord.Condition, parse.Lemma(child)))
            {
                return true;
            }

            if (parse.Relations[child] == DependencyRelation.Aux && lexicon.Is(CommitmentWord.Modal, parse.Lemma(child)))
            {
                return true;
            }
        }

        return IsWished(parse, row);
    }

    // What is hoped, asked or feared binds nobody, through clauses that are joined to it as well.
    private bool IsWished(ParsedText parse, int row)
    {
        int at = row;
        for (int depth = 0; depth < MaximumDepth && parse.Heads[at] >= 0; depth++)
        {
            if (parse.Relations[at].Universal() is not (DependencyRelation.Ccomp or DependencyRelation.Xcomp or DependencyRelation.Conj))
            {
                return false;
            }

            bool governed = parse.Relations[at].Universal() != DependencyRelation.Conj;
            at = parse.Heads[at];
            if (governed && lexicon.Is(CommitmentWord.Wish, parse.Lemma(at)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it stands before a question mark: "Will your government accept joint patrols?"</summary>
    public static bool IsAsked(SceneIndex index, int row)
    {
        int end = index.Tokens.SentenceStarts[index.Tokens.SentenceOf(row) + 1];
        for (int at = row + 1; at < end; at++)
        {
            if (index.Tokens.Form(at) is "?")
            {
                return true;
            }
        }

        return false;
    }
}

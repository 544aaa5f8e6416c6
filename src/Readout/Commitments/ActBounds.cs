using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Where the words of an act begin and end in the dependency tree. Immutable, thread-safe.</summary>
internal sealed class ActBounds(CommitmentLexicon lexicon)
{
    private const int LongestAction = 60;

    // "..., palace spokeswoman Rosalind Achterby said": words of who says so, after the comma.
    private const int SpeakerReach = 9;

    /// <summary>The verb phrase without its subject and "to"; with the subject where another than the party is to act. Null where there is none.</summary>
    public Act? OfClause(ParsedText parse, int verb, bool withSubject)
    {
        if (verb < 0 || parse.Upos[verb] is not (UposTag.Verb or UposTag.Noun or UposTag.Adj))
        {
            return null;
        }

        int first = verb;
        foreach (int child in parse.Children(verb))
        {
            DependencyRelation relation = parse.Relations[child].Universal();
            if (child < verb && relation is DependencyRelation.Advmod && !lexicon.Is(CommitmentWord.Connective, parse.Lemma(child)))
            {
                first = Math.Min(first, child);
            }

            if (child < verb && withSubject && parse.Upos[child] is not UposTag.Pron && parse.Relations[child] == DependencyRelation.NsubjPass)
            {
                first = Math.Min(first, parse.LeftEdge(child));
            }
        }

        return Of(parse, verb, first);
    }

    /// <summary>From a given first row to the end of what belongs to the head; null where nothing does.</summary>
    public Act? Of(ParsedText parse, int head, int first)
    {
        int marker = parse.ChildWith(head, DependencyRelation.Case);
        first = marker >= 0 && marker == first ? first + 1 : first;
        int last = head;
        foreach (int child in parse.Children(head))
        {
            if (!IsAside(parse, head, child))
            {
                last = Math.Max(last, parse.RightEdge(child));
            }
        }

        last = Math.Min(CutRemark(parse, head, last), first + LongestAction);
        while (last > head && parse.Upos[last] == UposTag.Punct)
        {
            last--;
        }

        return last < first ? null : new Act(head, first, last + 1);
    }

    /// <summary>Whether a verb is joined to another and has a "to" of its own, so that it is an act of its own: "to share the fish and to patrol".</summary>
    public static bool IsSecond(ParsedText parse, int row)
    {
        int mark = parse.ChildWith(row, DependencyRelation.Mark);
        return parse.Relations[row] == DependencyRelation.Conj && parse.Upos[row] == UposTag.Verb && mark >= 0 && parse.Lemma(mark) == "to";
    }

    // "..., a move to ...", "..., which ...", "..., said ...": remarks hang on some word of the act in the tree and still are none of it.
    private int CutRemark(ParsedText parse, int head, int last)
    {
        for (int row = head + 1; row < last; row++)
        {
            if (parse.Tokens.Form(row) is "," && (lexicon.Is(CommitmentWord.Remark, parse.Lemma(row + 1)) || IsSpeaker(parse, row, last)))
            {
                return row - 1;
            }
        }

        return last;
    }

    private bool IsSpeaker(ParsedText parse, int comma, int last)
    {
        for (int row = comma + 1; row <= Math.Min(last + 1, comma + SpeakerReach) && row < parse.Tokens.Count; row++)
        {
            if (parse.Upos[row] == UposTag.Verb)
            {
                return lexicon.Is(CommitmentWord.Say, parse.Lemma(row));
            }
        }

        return false;
    }

    // What follows the act without being part of it: who says so, after what and while what else it happens.
    private bool IsAside(ParsedText parse, int head, int child)
    {
        if (child < head)
        {
            return true;
        }

        bool afterComma = parse.LeftEdge(child) > 0 && parse.Tokens.Form(parse.LeftEdge(child) - 1) is ",";
        int mark = parse.ChildWith(child, DependencyRelation.Mark);
        return parse.Relations[child].Universal() switch
        {
            DependencyRelation.Parataxis => true,
            DependencyRelation.Advcl => afterComma || (mark >= 0 && lexicon.Is(CommitmentWord.Aside, parse.Lemma(mark))),
            DependencyRelation.Obl => Clause.CaseIs(parse, child, "accord") || Clause.CaseIs(parse, child, "according"),
            DependencyRelation.Conj when IsSecond(parse, child) => true,
            DependencyRelation.Conj => afterComma && parse.Upos[child] == UposTag.Verb && parse.ChildWith(child, DependencyRelation.Nsubj) >= 0,
            _ => false,
        };
    }
}

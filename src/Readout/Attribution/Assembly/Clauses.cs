using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>What the parse tells of the clause of a reporting verb.</summary>
internal sealed class Clauses(ParsedText parse)
{
    // Chains of conjuncts, participles and open complements are followed no further than this.
    private const int LongestClimb = 6;

    /// <summary>The row whose head lies outside the range: its syntactic head; the last such where there are several.</summary>
    public int HeadOf(int first, int end)
    {
        int head = first;
        for (int row = first; row < end; row++)
        {
            int up = parse.Heads[row];
            if ((up < first || up >= end) && parse.Relations[row] != DependencyRelation.Punct)
            {
                return row;
            }

            head = row;
        }

        return head;
    }

    /// <summary>Rows of the subject of the verb in the range, its own or the one that it shares; an empty range where none is found.</summary>
    public (int First, int End) SubjectOf(int first, int end)
    {
        int verb = HeadOf(first, end);
        for (int climb = 0; climb < LongestClimb && verb >= 0; climb++)
        {
            // Of a passive cue the agent speaks; what hangs on a passive clause is done by its subject.
            int subject = parse.ChildWith(verb, DependencyRelation.Nsubj);
            subject = subject >= 0 ? subject : parse.ChildWith(verb, climb == 0 ? DependencyRelation.OblAgent : DependencyRelation.NsubjPass);
            if (subject >= 0)
            {
                return Phrase(subject);
            }

            DependencyRelation relation = parse.Relations[verb];
            if (relation is DependencyRelation.Acl or DependencyRelation.AclRelcl)
            {
                int noun = parse.Heads[verb];
                return noun >= 0 ? PhraseBefore(noun, verb) : default;
            }

            if (relation is not (DependencyRelation.Conj or DependencyRelation.Advcl or DependencyRelation.Xcomp or DependencyRelation.Parataxis))
            {
                return default;
            }

            verb = parse.Heads[verb];
        }

        return default;
    }

    /// <summary>The noun phrase under a row, without a preposition, closing punctuation or clause that hangs on it.</summary>
    public (int First, int End) Phrase(int head) => Strip(parse.LeftEdge(head), parse.RightEdge(head) + 1, head);

    private (int First, int End) PhraseBefore(int head, int verb) => Strip(parse.LeftEdge(head), Math.Max(head + 1, Math.Min(verb, parse.RightEdge(head) + 1)), head);

    private (int First, int End) Strip(int first, int end, int head)
    {
        while (first < head && (parse.Relations[first] is DependencyRelation.Case or DependencyRelation.Punct or DependencyRelation.Mark or DependencyRelation.Cc))
        {
            first++;
        }

        while (end - 1 > head && parse.Relations[end - 1] == DependencyRelation.Punct && parse.Tokens.Form(end - 1) is "," or "." or ";" or ":" or "–" or "—" or "-")
        {
            end--;
        }

        return (first, end);
    }
}

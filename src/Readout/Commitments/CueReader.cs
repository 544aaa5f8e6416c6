using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Finds the act that stands in the place where a cue has it. Immutable, thread-safe.</summary>
internal sealed class CueReader(CommitmentLexicon lexicon, ClauseMood mood, ActBounds bounds)
{
    /// <summary>The act; null where the cue's place is empty.</summary>
    public Act? Find(ParsedText parse, int cue, CommitmentCue kind)
    {
        switch (kind.Role.Kind)
        {
            case PatternRoleKind.OpenClause:
                int open = parse.ChildWith(cue, DependencyRelation.Xcomp);
                return open >= 0 ? bounds.OfClause(parse, open, withSubject: false) : ClauseUnder(parse, cue, "to");
            case PatternRoleKind.NounClause:
                return Infinitive(parse, cue);
            case PatternRoleKind.Clause:
                int clause = parse.ChildWith(cue, DependencyRelation.Ccomp);
                return clause >= 0 && mood.IsFuture(parse, clause) ? bounds.OfClause(parse, clause, withSubject: true) : null;
            case PatternRoleKind.Object:
                return ObjectAct(parse, cue, kind);
            default:
                int filler = Clause.Under(parse, cue, kind.Role.Preposition);
                if (filler >= 0 && kind.Role.Preposition == "to" && lexicon.ClassOf(parse.Lemma(filler)) is null)
                {
                    return null;
                }

                return filler >= 0 && parse.Upos[filler] is UposTag.Noun ? bounds.Of(parse, filler, parse.LeftEdge(filler)) : ClauseUnder(parse, cue, kind.Role.Preposition);
        }
    }

    private Act? ClauseUnder(ParsedText parse, int cue, string preposition)
    {
        foreach (int child in parse.Children(cue))
        {
            int mark = parse.ChildWith(child, DependencyRelation.Mark);
            if (parse.Relations[child].Universal() is DependencyRelation.Advcl or DependencyRelation.Xcomp && mark >= 0 && parse.Lemma(mark) == preposition)
            {
                return bounds.OfClause(parse, child, withSubject: false);
            }
        }

        return null;
    }

    private Act? ObjectAct(ParsedText parse, int cue, CommitmentCue kind)
    {
        int found = Clause.Object(parse, cue);
        string? group = found < 0 ? null : lexicon.ClassOf(parse.Lemma(found));
        if (group is null || (kind.Kind != CommitmentKind.Agreement && group == "agreement" && !lexicon.Is(CommitmentWord.OneSided, parse.Lemma(found))))
        {
            return null;
        }

        if (group == "agreement" && kind.Kind == CommitmentKind.Agreement)
        {
            // What was agreed stands behind the agreement: "an accord to share", "a deal on gas".
            if ((Infinitive(parse, found) ?? ClauseUnder(parse, cue, "to")) is { } act)
            {
                return act;
            }

            foreach (string preposition in (ReadOnlySpan<string>)["on", "for", "to"])
            {
                int filler = Clause.Under(parse, found, preposition);
                if (filler >= 0 && parse.Upos[filler] == UposTag.Noun)
                {
                    return bounds.Of(parse, filler, parse.LeftEdge(filler));
                }
            }
        }

        return bounds.Of(parse, found, parse.LeftEdge(found));
    }

    // "an accord to share": a clause with "to", not "an accord signed by".
    private Act? Infinitive(ParsedText parse, int noun)
    {
        foreach (int child in parse.Children(noun))
        {
            int mark = parse.ChildWith(child, DependencyRelation.Mark);
            if (parse.Relations[child] == DependencyRelation.Acl && mark >= 0 && parse.Lemma(mark) == "to")
            {
                return bounds.OfClause(parse, child, withSubject: false);
            }
        }

        return null;
    }
}

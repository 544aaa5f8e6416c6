using Readout.Parsing;

namespace Readout.Events;

/// <summary>Who does what to whom around one verb or noun of a dependency tree; all walks are bounded in depth.</summary>
internal static class Clause
{
    private const int MaximumDepth = 6;

    /// <summary>Whether a verb is passive: it has a passive subject or auxiliary, or is a bare past participle on a noun.</summary>
    public static bool IsPassive(ParsedText parse, int verb)
    {
        bool subject = false;
        bool complement = false;
        foreach (int child in parse.Children(verb))
        {
            switch (parse.Relations[child])
            {
                case DependencyRelation.AuxPass:
                    return true;
                case DependencyRelation.NsubjPass:
                    subject = true;
                    break;
                case DependencyRelation.Obj or DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.Advcl:
                    complement |= child > verb;
                    break;
            }
        }

        if (subject)
        {
            // Without an auxiliary a headline is passive ("Minister arrested"), but what has a complement of its own is a misread past tense.
            return !complement;
        }

        DependencyRelation relation = parse.Relations[verb];
        return parse.Xpos(verb) == "VBN" && relation is DependencyRelation.Acl or DependencyRelation.Amod && !Has(parse, verb, DependencyRelation.Aux)
            || (relation == DependencyRelation.Conj && parse.Xpos(verb) == "VBN" && !Has(parse, verb, DependencyRelation.Nsubj)
                && IsParticiplePair(parse, verb));
    }

    /// <summary>Row of who acts: the subject, the agent of a passive, or what the governing clause hands down; -1 where nobody is named.</summary>
    public static int Actor(ParsedText parse, int verb) => IsPassive(parse, verb) ? Agent(parse, verb) : Subject(parse, verb, 0);

    /// <summary>Row of what is acted upon: the object, or the subject of a passive; -1 where there is none.</summary>
    public static int Object(ParsedText parse, int verb)
    {
        if (!IsPassive(parse, verb))
        {
            int found = parse.ChildWith(verb, DependencyRelation.Obj);
            found = found >= 0 ? found : NominalComplement(parse, verb);
            return found >= 0 ? found : parse.ChildWith(verb, DependencyRelation.Ccomp) >= 0 ? -1 : RelativeObject(parse, verb);
        }

        int subject = parse.ChildWith(verb, DependencyRelation.NsubjPass);
        if (subject >= 0)
        {
            return Antecedent(parse, verb, subject);
        }

        return parse.Relations[verb] switch
        {
            DependencyRelation.Acl or DependencyRelation.Amod => parse.Heads[verb],
            DependencyRelation.Conj => Object(parse, parse.Heads[verb]),
            _ => -1,
        };
    }

    /// <summary>Subject as the syntax has it, active or handed down by control; -1 where there is none.</summary>
    public static int Subject(ParsedText parse, int verb, int depth)
    {
        foreach (int child in parse.Children(verb))
        {
            if (parse.Relations[child] is DependencyRelation.Nsubj or DependencyRelation.NsubjOuter
                || (parse.Relations[child] == DependencyRelation.NsubjPass && !IsPassive(parse, verb)))
            {
                return Antecedent(parse, verb, child);
            }
        }

        int head = parse.Heads[verb];
        if (head < 0 || depth >= MaximumDepth)
        {
            return -1;
        }

        return parse.Relations[verb].Universal() switch
        {
            DependencyRelation.Xcomp => ControllerOf(parse, head, depth),
            DependencyRelation.Conj or DependencyRelation.Advcl or DependencyRelation.Parataxis => AnySubject(parse, head, depth + 1),
            DependencyRelation.Acl when parse.Xpos(verb) == "VBG" => head,
            DependencyRelation.Acl => HolderOf(parse, head, depth),
            _ => -1,
        };
    }

    /// <summary>Who a noun of action belongs to: its possessor, what follows "of" or "by", or a name or demonym before it; -1 where nobody is named.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="noun">Row of the noun.</param>
    /// <param name="except">Row of a dependent with another role ("the murder of the governor"); -1 for none.</param>
    public static int Holder(ParsedText parse, int noun, int except = -1)
    {
        int named = -1;
        foreach (int child in parse.Children(noun))
        {
            if (child == except)
            {
                continue;
            }

            switch (parse.Relations[child])
            {
                case DependencyRelation.NmodPoss:
                    return child;
                case DependencyRelation.Nmod when CaseIs(parse, child, "by"):
                    return child;
                case DependencyRelation.Nmod when named < 0 && CaseIs(parse, child, "of"):
                    named = child;
                    break;
                case DependencyRelation.Compound or DependencyRelation.Amod when named < 0 && parse.Upos[child] is UposTag.Propn or UposTag.Adj:
                    named = child;
                    break;
            }
        }

        return named;
    }

    /// <summary>Whether a dependent carries the given case marker.</summary>
    public static bool CaseIs(ParsedText parse, int row, string preposition)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] == DependencyRelation.Case)
            {
                return string.Equals(parse.Lemma(child), preposition, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>Oblique or noun modifier of a row under a preposition; -1 where there is none.</summary>
    public static int Under(ParsedText parse, int row, string preposition)
    {
        foreach (int child in parse.Children(row))
        {
            DependencyRelation relation = parse.Relations[child].Universal();
            if (relation is DependencyRelation.Obl or DependencyRelation.Nmod && CaseIs(parse, child, preposition))
            {
                return child;
            }
        }

        return -1;
    }

    private static bool Has(ParsedText parse, int row, DependencyRelation relation) => parse.ChildWith(row, relation) >= 0;

    // "met Okafor": a name that the parser takes for an open complement is the object.
    private static int NominalComplement(ParsedText parse, int verb)
    {
        int found = parse.ChildWith(verb, DependencyRelation.Xcomp);
        return found >= 0 && parse.Upos[found] == UposTag.Propn && parse.ChildWith(found, DependencyRelation.Mark) < 0 ? found : -1;
    }

    private static bool IsParticiplePair(ParsedText parse, int verb)
    {
        int head = parse.Heads[verb];
        return parse.Xpos(head) == "VBN" && (Has(parse, head, DependencyRelation.AuxPass) || Has(parse, head, DependencyRelation.NsubjPass));
    }

    private static int Agent(ParsedText parse, int verb)
    {
        int agent = parse.ChildWith(verb, DependencyRelation.OblAgent);
        return agent >= 0 ? agent : Under(parse, verb, "by");
    }

    private static int AnySubject(ParsedText parse, int verb, int depth)
    {
        int passive = parse.ChildWith(verb, DependencyRelation.NsubjPass);
        return passive >= 0 ? Antecedent(parse, verb, passive) : Subject(parse, verb, depth);
    }

    // The object controls the infinitive where there is one ("urged Iran to stop"), else the subject ("agreed to stop").
    private static int ControllerOf(ParsedText parse, int head, int depth)
    {
        int found = parse.ChildWith(head, DependencyRelation.Obj);
        return found >= 0 ? found : AnySubject(parse, head, depth + 1);
    }

    // "its commitment to withdraw", "Iran repeated its readiness to talk".
    private static int HolderOf(ParsedText parse, int noun, int depth)
    {
        int holder = Holder(parse, noun);
        int verb = parse.Heads[noun];
        return holder >= 0 ? holder : verb >= 0 ? AnySubject(parse, verb, depth + 1) : -1;
    }

    // "who", "which" and "that" of a relative clause stand for the noun that the clause modifies.
    private static int Antecedent(ParsedText parse, int verb, int subject)
    {
        bool relative = parse.Relations[verb] is DependencyRelation.AclRelcl or DependencyRelation.Acl
            && parse.Upos[subject] is UposTag.Pron or UposTag.Det or UposTag.Sconj
            && parse.Lemma(subject) is "who" or "which" or "that" or "whom";
        return relative && parse.Heads[verb] >= 0 ? parse.Heads[verb] : subject;
    }

    // "the talks that they held": a relative clause with a subject and no object of its own.
    private static int RelativeObject(ParsedText parse, int verb) =>
        parse.Relations[verb] == DependencyRelation.AclRelcl && Has(parse, verb, DependencyRelation.Nsubj)
        && parse.Lemma(parse.ChildWith(verb, DependencyRelation.Nsubj)) is not ("who" or "which" or "that")
            ? parse.Heads[verb]
            : -1;
}

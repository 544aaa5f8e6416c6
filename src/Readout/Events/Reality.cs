using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// Reality of a clause from its auxiliaries, negation, mood and the verbs above it: the auxiliary modes of PLOVER
/// (codebook v2.0, section "Auxiliary modes"). Immutable, thread-safe.
/// </summary>
internal sealed class Reality(OperatorTable operators)
{
    private const int MaximumDepth = 5;

    /// <summary>Status of the event that a verb or noun tells of.</summary>
    public EventStatus Of(ParsedText parse, int row)
    {
        int verb = parse.Upos[row] is UposTag.Verb or UposTag.Aux ? row : Governor(parse, row);
        int found = parse.Upos[row] == UposTag.Verb ? Clause.Object(parse, row) : -1;
        if (IsNegated(parse, row) || (found >= 0 && HasNo(parse, found)) || (verb >= 0 && verb != row && IsNegated(parse, verb)))
        {
            return EventStatus.Negated;
        }

        return verb < 0 ? EventStatus.Past : OfVerb(parse, verb, 0);
    }

    // A noun happens when its verb does: "talks will begin", "to hold talks".
    private static int Governor(ParsedText parse, int noun)
    {
        int at = noun;
        for (int depth = 0; depth < MaximumDepth && at >= 0; depth++)
        {
            if (parse.Upos[at] == UposTag.Verb)
            {
                return at;
            }

            if (parse.Relations[at] is DependencyRelation.Root)
            {
                // A copular predicate carries its tense in its auxiliaries, as a verb does.
                return at == noun && parse.ChildWith(at, DependencyRelation.Cop) < 0 ? -1 : at;
            }

            at = parse.Heads[at];
        }

        return -1;
    }

    private EventStatus OfVerb(ParsedText parse, int verb, int depth)
    {
        EventStatus? mood = FromAuxiliaries(parse, verb);
        if (mood is { } known)
        {
            return known;
        }

        int head = parse.Heads[verb];
        if (head >= 0 && depth < MaximumDepth)
        {
            EventStatus? above = FromGovernor(parse, verb, head, depth);
            if (above is { } handed)
            {
                return handed;
            }
        }

        return EventStatus.Past;
    }

    private static EventStatus? FromAuxiliaries(ParsedText parse, int verb)
    {
        bool progressive = false;
        bool future = false;
        bool infinitive = false;
        bool copula = false;
        bool past = parse.Xpos(verb) == "VBD";
        foreach (int child in parse.Children(verb))
        {
            string lemma = parse.Lemma(child);
            switch (parse.Relations[child])
            {
                case DependencyRelation.Mark when lemma is "if" or "unless" or "whether":
                    return EventStatus.Hypothetical;
                case DependencyRelation.Mark when lemma == "to":
                    infinitive = true;
                    break;
                case DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop:
                    past |= parse.Xpos(child) is "VBD" || lemma == "have";
                    copula |= lemma == "be";
                    progressive |= lemma == "be" && parse.Xpos(verb) == "VBG" && parse.Xpos(child) is "VBZ" or "VBP";
                    future |= lemma is "will" or "shall" or "'ll" or "would" or "wo" or "ll";
                    if (lemma is "may" or "might" or "could" or "can" or "should" or "must" or "ought")
                    {
                        return EventStatus.Hypothetical;
                    }

                    break;
            }
        }

        // "are to hold", "is to be opened".
        return future || (infinitive && copula && parse.Xpos(verb) == "VB") ? EventStatus.Future : progressive ? EventStatus.Ongoing : past ? EventStatus.Past : null;
    }

    private EventStatus? FromGovernor(ParsedText parse, int verb, int head, int depth)
    {
        DependencyRelation relation = parse.Relations[verb].Universal();
        switch (relation)
        {
            case DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.Acl:
                string? effect = operators.Effect(parse, head, verb);
                if (effect is not null)
                {
                    return effect switch
                    {
                        "hypothetical" or "REQUEST" or "REJECT" or "THREATEN" => EventStatus.Hypothetical,
                        "ACCUSE" => null,
                        _ => EventStatus.Future,
                    };
                }

                return relation == DependencyRelation.Xcomp ? OfVerb(parse, head, depth + 1) : IsInfinitive(parse, verb) ? EventStatus.Future : null;
            case DependencyRelation.Conj:
                return OfVerb(parse, head, depth + 1);
            case DependencyRelation.Advcl when IsInfinitive(parse, verb):
                return EventStatus.Future;
            default:
                return IsInfinitive(parse, verb) ? EventStatus.Future : null;
        }
    }

    private static bool IsInfinitive(ParsedText parse, int verb)
    {
        foreach (int child in parse.Children(verb))
        {
            if (parse.Relations[child] == DependencyRelation.Mark && parse.Lemma(child) == "to")
            {
                return true;
            }
        }

        return false;
    }

    // "will release no prisoners".
    private static bool HasNo(ParsedText parse, int noun)
    {
        int determiner = parse.ChildWith(noun, DependencyRelation.Det);
        return determiner >= 0 && parse.Lemma(determiner) == "no";
    }

    /// <summary>Whether a verb has an auxiliary of the future.</summary>
    public static bool HasFuture(ParsedText parse, int verb) => FromAuxiliaries(parse, verb) == EventStatus.Future;

    /// <summary>Whether a word itself is denied: "not", "never", "no".</summary>
    public static bool IsNegated(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] is DependencyRelation.Advmod or DependencyRelation.Det or DependencyRelation.Cc or DependencyRelation.CcPreconj
                && parse.Lemma(child) is "not" or "never" or "no" or "n't" or "neither" or "nor")
            {
                return true;
            }
        }

        return false;
    }
}

using Readout.Parsing;

namespace Readout.Time;

/// <summary>The verb over an expression in the tree, and whether its form puts the clause before or after the report. Stateless.</summary>
internal static class GoverningVerb
{
    // How many heads are climbed from the expression to its verb: "the start of the second round of talks on Monday" needs five.
    private const int MostSteps = 6;

    /// <summary>What the form of the governing verb tells; <see cref="TimeDirection.Unknown"/> where there is no tree, no verb, or no telling form.</summary>
    /// <param name="parse">The trees.</param>
    /// <param name="row">First word of the expression.</param>
    /// <param name="last">Last word of the expression.</param>
    /// <param name="lookup">Words that tell a direction by themselves ("expected").</param>
    public static TimeDirection Direction(ParsedText parse, int row, int last, Dictionary<string, TimeDirection>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        ReadOnlySpan<int> heads = parse.Heads;
        int at = row;
        bool modifiesNoun = false;
        for (int step = 0; step < MostSteps; step++)
        {
            modifiesNoun |= parse.Relations[at] == DependencyRelation.Compound && (heads[at] < row || heads[at] > last);
            at = heads[at];
            if (at < 0)
            {
                break;
            }

            if ((at < row || at > last) && (parse.Upos[at] is UposTag.Verb or UposTag.Aux || parse.ChildWith(at, DependencyRelation.Cop) >= 0))
            {
                TimeDirection direction = OfVerb(parse, at, lookup);

                // "to sell itself under a June agreement": the plan is not the agreement's.
                return direction == TimeDirection.Future && modifiesNoun ? TimeDirection.Unknown : direction;
            }
        }

        return TimeDirection.Unknown;
    }

    /// <summary>Whether the nearest verb over a word, or one that it is joined to, stands behind one of the words ("if", "unless").</summary>
    public static bool IsMarked(ParsedText parse, int row, HashSet<string> words)
    {
        int at = parse.Heads[row];
        for (int step = 0; step < MostSteps && at >= 0; step++)
        {
            foreach (int child in parse.Children(at))
            {
                if (parse.Relations[child] is DependencyRelation.Mark or DependencyRelation.Advmod && words.Contains(parse.Lemma(child)))
                {
                    return true;
                }
            }

            if (parse.Upos[at] is UposTag.Verb or UposTag.Aux && parse.Relations[at] != DependencyRelation.Conj)
            {
                return false;
            }

            at = parse.Heads[at];
        }

        return false;
    }

    /// <summary>
    /// Whether what is to be done by a time is wished, ordered or possible: the nearest verb over the word is an infinitive, has a modal or is in the subjunctive, or it
    /// or a noun below it is one of the words; a verb without a finite form of its own goes with the one above it.
    /// </summary>
    /// <param name="parse">The trees.</param>
    /// <param name="row">First word of the time.</param>
    /// <param name="words">Lemmas such as "demand" and "deadline".</param>
    public static bool IsAwaited(ParsedText parse, int row, HashSet<string> words)
    {
        int at = parse.Heads[row];
        for (int step = 0; step < MostSteps && at >= 0; step++, at = parse.Heads[at])
        {
            if (words.Contains(parse.Lemma(at)))
            {
                return true;
            }

            if (parse.Upos[at] is not (UposTag.Verb or UposTag.Aux) && parse.ChildWith(at, DependencyRelation.Cop) < 0)
            {
                continue;
            }

            bool isFinite = parse.Xpos(at) is "VBD" or "VBZ" or "VBP";
            foreach (int child in parse.Children(at))
            {
                bool isAuxiliary = parse.Relations[child] is DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop;
                if ((isAuxiliary && parse.Xpos(child) is "MD" or "VB") || (parse.Relations[child] == DependencyRelation.Mark && parse.Xpos(child) == "TO"))
                {
                    return true;
                }

                isFinite |= isAuxiliary && parse.Xpos(child) is "VBD" or "VBZ" or "VBP";
            }

            if (isFinite)
            {
                return false;
            }
        }

        return false;
    }

    private static TimeDirection OfVerb(ParsedText parse, int verb, Dictionary<string, TimeDirection>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        bool isProgressive = false;
        foreach (int child in parse.Children(verb))
        {
            if (parse.Relations[child] is not (DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop))
            {
                continue;
            }

            string form = parse.Xpos(child);
            if (form is "MD")
            {
                return Tells(parse, child, lookup);
            }

            if (form is "VBD" || parse.Lemma(child) == "have")
            {
                return IsPlan(parse, verb, lookup) ? TimeDirection.Future : TimeDirection.Past;
            }

            isProgressive |= form is "VBZ" or "VBP" && parse.Lemma(child) == "be" && parse.Xpos(verb) == "VBG";
        }

        return isProgressive || IsPlan(parse, verb, lookup) ? TimeDirection.Future : parse.Xpos(verb) switch
        {
            "VBD" or "VBN" => TimeDirection.Past,
            "VB" when HasTo(parse, verb) => TimeDirection.Future,
            _ => TimeDirection.Unknown,
        };
    }

    private static bool HasTo(ParsedText parse, int verb)
    {
        int mark = parse.ChildWith(verb, DependencyRelation.Mark);
        return mark >= 0 && parse.Xpos(mark) == "TO";
    }

    // "is expected", "was scheduled", "plans": the word itself looks ahead, whatever its tense.
    private static bool IsPlan(ParsedText parse, int verb, Dictionary<string, TimeDirection>.AlternateLookup<ReadOnlySpan<char>> lookup) =>
        Tells(parse, verb, lookup) == TimeDirection.Future;

    private static TimeDirection Tells(ParsedText parse, int row, Dictionary<string, TimeDirection>.AlternateLookup<ReadOnlySpan<char>> lookup) =>
        lookup.TryGetValue(parse.Tokens.Text.AsSpan(parse.Tokens.Starts[row], parse.Tokens.Ends[row] - parse.Tokens.Starts[row]), out TimeDirection direction)
            ? direction
            : TimeDirection.Unknown;
}

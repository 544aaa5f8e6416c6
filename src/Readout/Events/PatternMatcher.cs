using System.Collections.Frozen;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Holds patterns against one text. Not thread-safe; as cheap to make as its fields.</summary>
internal readonly struct PatternMatcher(PatternTable patterns, ParsedText parse)
{
    /// <summary>The best pattern of a row; null where none fits.</summary>
    public PatternMatch? Match(int row)
    {
        ReadOnlySpan<EventPattern> candidates = parse.Upos[row] switch
        {
            UposTag.Verb => patterns.OfVerb(parse.Lemma(row)),
            UposTag.Noun => patterns.OfNoun(parse.Lemma(row)),
            UposTag.Adj => patterns.OfAdjective(parse.Lemma(row)),
            _ => default,
        };
        foreach (EventPattern pattern in candidates)
        {
            if (Holds(row, pattern, out int support))
            {
                return new PatternMatch(row, support, pattern);
            }
        }

        return null;
    }

    /// <summary>Row of the first recipient role that is filled; -1 where none is.</summary>
    public int Recipient(PatternMatch match)
    {
        foreach (PatternRole role in match.Pattern.Recipients)
        {
            int filler = role.Kind == PatternRoleKind.Symmetric ? -1 : Find(match.Trigger, match.Support, role);
            if (filler >= 0 && (filler != match.Support || match.Support == match.Trigger))
            {
                return filler;
            }
        }

        return -1;
    }

    /// <summary>Row that fills a role of a trigger or of the noun that completes it; -1 where none does.</summary>
    public int Find(int trigger, int support, PatternRole role)
    {
        int found = Direct(trigger, role);
        if (found < 0 && support != trigger)
        {
            found = role.Kind == PatternRoleKind.Preposition ? Direct(support, role) : -1;
        }

        return found;
    }

    private bool Holds(int row, EventPattern pattern, out int support)
    {
        support = row;
        foreach (PatternCondition condition in pattern.Conditions)
        {
            if (condition.Role.Kind == PatternRoleKind.Modifier)
            {
                if (!HasModifier(row, condition.Words) && !HasModifier(support, condition.Words))
                {
                    return false;
                }

                continue;
            }

            int filler = Find(row, support, condition.Role);
            if (condition.Role.Kind == PatternRoleKind.Preposition && filler < 0 && support == row)
            {
                int direct = Clause.Object(parse, row);
                filler = direct >= 0 ? Direct(direct, condition.Role) : -1;
            }

            filler = filler < 0 || condition.Words is null ? filler : Fitting(filler, condition.Words);
            if (filler < 0)
            {
                return false;
            }

            if (condition.Words is not null && condition.Role.Kind is PatternRoleKind.Object or PatternRoleKind.Preposition)
            {
                support = filler;
            }
        }

        return true;
    }

    // The filler or one of its conjuncts ("held talks and lunch").
    private int Fitting(int filler, FrozenSet<string> words)
    {
        if (words.Contains(parse.Lemma(filler)))
        {
            return filler;
        }

        foreach (int child in parse.Children(filler))
        {
            if (parse.Relations[child] is DependencyRelation.Conj or DependencyRelation.Compound && words.Contains(parse.Lemma(child)))
            {
                return parse.Relations[child] == DependencyRelation.Conj ? child : filler;
            }
        }

        return -1;
    }

    private int Direct(int row, PatternRole role) => role.Kind switch
    {
        PatternRoleKind.Object => Clause.Object(parse, row),
        PatternRoleKind.Subject => Clause.Subject(parse, row, 0),
        PatternRoleKind.IndirectObject => parse.ChildWith(row, DependencyRelation.Iobj),
        PatternRoleKind.OpenClause => parse.ChildWith(row, DependencyRelation.Xcomp),
        PatternRoleKind.Clause => parse.ChildWith(row, DependencyRelation.Ccomp),
        PatternRoleKind.NounClause => parse.ChildWith(row, DependencyRelation.Acl),
        PatternRoleKind.AdverbialClause => parse.ChildWith(row, DependencyRelation.Advcl),
        PatternRoleKind.Particle => parse.ChildWith(row, DependencyRelation.CompoundPrt),
        PatternRoleKind.Preposition => Clause.Under(parse, row, role.Preposition),
        _ => -1,
    };

    private bool HasModifier(int row, FrozenSet<string>? words)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] is DependencyRelation.Amod or DependencyRelation.Compound && (words is null || words.Contains(parse.Lemma(child))))
            {
                return true;
            }
        }

        return false;
    }
}

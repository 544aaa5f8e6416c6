using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Events;

/// <summary>Words that govern another event and change what it is ("agreed to withdraw" agrees). Immutable, thread-safe.</summary>
internal sealed class OperatorTable
{
    private readonly FrozenDictionary<string, (PatternRole Role, string Effect)[]> _byLemma;

    private OperatorTable(FrozenDictionary<string, (PatternRole Role, string Effect)[]> byLemma) => _byLemma = byLemma;

    /// <summary>Reads <c>events/operators.tsv</c>.</summary>
    public static OperatorTable Load(string dataDirectory) => new(
        TsvFile.Rows(Path.Combine(dataDirectory, "events", "operators.tsv"), 4)
            .GroupBy(cells => cells[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(cells => (PatternRole.Parse(cells[2]), cells[3])).ToArray(),
                StringComparer.Ordinal));

    /// <summary>What <paramref name="head"/> makes of the event at its dependent <paramref name="governed"/>: a PLOVER type, <c>future</c> or
    /// <c>hypothetical</c>; null where it governs it in no such way.</summary>
    public string? Effect(ParsedText parse, int head, int governed)
    {
        if (!_byLemma.TryGetValue(parse.Lemma(head), out (PatternRole Role, string Effect)[]? rows))
        {
            return null;
        }

        foreach ((PatternRole role, string effect) in rows)
        {
            if (Fits(parse, governed, role))
            {
                return effect;
            }
        }

        return null;
    }

    private static bool Fits(ParsedText parse, int governed, PatternRole role)
    {
        DependencyRelation relation = parse.Relations[governed].Universal();
        return role.Kind switch
        {
            PatternRoleKind.OpenClause => relation == DependencyRelation.Xcomp,
            PatternRoleKind.Clause => relation == DependencyRelation.Ccomp,
            PatternRoleKind.NounClause => relation == DependencyRelation.Acl,
            PatternRoleKind.AdverbialClause => relation == DependencyRelation.Advcl,
            PatternRoleKind.Preposition => relation is DependencyRelation.Obl or DependencyRelation.Nmod or DependencyRelation.Advcl or DependencyRelation.Acl
                && (Clause.CaseIs(parse, governed, role.Preposition) || MarkIs(parse, governed, role.Preposition)),
            _ => false,
        };
    }

    private static bool MarkIs(ParsedText parse, int row, string marker)
    {
        int mark = parse.ChildWith(row, DependencyRelation.Mark);
        return mark >= 0 && parse.Lemma(mark) == marker;
    }
}

namespace Readout.Time;

/// <summary>What must or must not stand beside a match.</summary>
/// <param name="After">True for the atom before the match, false for the one after it.</param>
/// <param name="Negated">True where none of the symbols may stand there.</param>
/// <param name="Symbols">Words and classes; <see cref="Name"/> for a capitalised word that means nothing to the rules.</param>
internal sealed record TimeCondition(bool After, bool Negated, int[] Symbols)
{
    /// <summary>Stands for a capitalised word inside a sentence that is no word of the rules.</summary>
    public const int Name = -1;

    /// <summary>Whether the condition holds for the match of atoms [first, end).</summary>
    public bool Holds(List<TimeAtom> atoms, int first, int end)
    {
        int index = After ? first - 1 : end;
        bool crosses = After ? atoms[first].Has(TimeAtomTraits.BreakBefore) : end < atoms.Count && atoms[end].Has(TimeAtomTraits.BreakBefore);
        if (index < 0 || index >= atoms.Count || crosses)
        {
            return Negated;
        }

        return Matches(atoms[index]) != Negated;
    }

    private bool Matches(TimeAtom atom)
    {
        foreach (int symbol in Symbols)
        {
            bool found = symbol == Name
                ? atom.Readings.Length == 0 && atom.Has(TimeAtomTraits.Capital) && !atom.Has(TimeAtomTraits.SentenceStart)
                : atom.Is(symbol);
            if (found)
            {
                return true;
            }
        }

        return false;
    }
}

namespace Readout.Time;

/// <summary>A word, number or mark as the time rules see it: finer than a token ("two-year" is three atoms, "10:35" one).</summary>
/// <param name="Start">First UTF-16 offset.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Readings">What the rules can read it as; empty for most words.</param>
/// <param name="Traits">What stands before it and how it begins.</param>
internal readonly record struct TimeAtom(int Start, int End, TimeReading[] Readings, TimeAtomTraits Traits)
{
    /// <summary>Whether the atom can be read as the symbol.</summary>
    public bool Is(int symbol)
    {
        foreach (TimeReading reading in Readings)
        {
            if (reading.Symbol == symbol)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Value of the atom as the symbol; null where it cannot be read so.</summary>
    public int? ValueAs(int symbol)
    {
        foreach (TimeReading reading in Readings)
        {
            if (reading.Symbol == symbol)
            {
                return reading.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a trait holds.</summary>
    public bool Has(TimeAtomTraits trait) => (Traits & trait) != 0;
}

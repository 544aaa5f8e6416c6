namespace Readout.Events;

/// <summary>How the filler of a <see cref="PatternRole"/> hangs on its trigger.</summary>
internal enum PatternRoleKind : byte
{
    /// <summary>Object, or subject of the passive.</summary>
    Object,

    /// <summary>Subject of the active.</summary>
    Subject,

    /// <summary>Indirect object.</summary>
    IndirectObject,

    /// <summary>Open clausal complement.</summary>
    OpenClause,

    /// <summary>Clausal complement.</summary>
    Clause,

    /// <summary>Clause that modifies a noun.</summary>
    NounClause,

    /// <summary>Adverbial clause.</summary>
    AdverbialClause,

    /// <summary>Adjective or compound before a noun trigger or before the object.</summary>
    Modifier,

    /// <summary>Particle of a phrasal verb.</summary>
    Particle,

    /// <summary>Oblique of the trigger or noun modifier of its object, under a preposition.</summary>
    Preposition,

    /// <summary>No recipient: all participants act.</summary>
    Symmetric,
}

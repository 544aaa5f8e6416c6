namespace Readout.Time;

/// <summary>What stands before an atom and how it begins.</summary>
[Flags]
internal enum TimeAtomTraits : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>White space or the start of the text stands before.</summary>
    SpaceBefore = 1,

    /// <summary>An empty line or the start of the text stands before: no expression crosses it.</summary>
    BreakBefore = 2,

    /// <summary>Begins with a capital.</summary>
    Capital = 4,

    /// <summary>Opens a sentence, as far as the marks before it tell.</summary>
    SentenceStart = 8,

    /// <summary>A letter opens it.</summary>
    Word = 16,
}

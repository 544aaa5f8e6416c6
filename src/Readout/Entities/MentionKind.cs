namespace Readout.Entities;

/// <summary>How a mention refers.</summary>
public enum MentionKind : byte
{
    /// <summary>By name, without titles and articles.</summary>
    Name,

    /// <summary>By a common noun phrase ("the Belarusian president", "a senior official").</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

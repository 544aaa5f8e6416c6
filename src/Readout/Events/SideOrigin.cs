namespace Readout.Events;

/// <summary>Where somebody who may take part in an event was found.</summary>
internal enum SideOrigin : byte
{
    /// <summary>Named in the sentence of the trigger.</summary>
    Sentence,

    /// <summary>The state that an adjective of the sentence belongs to.</summary>
    Demonym,

    /// <summary>Speaks in the statement that holds the trigger.</summary>
    Speaker,

    /// <summary>Named in the sentence before.</summary>
    Before,

    /// <summary>The state of a place in the sentence.</summary>
    Place,

    /// <summary>The authorities that were named last.</summary>
    Authority,

    /// <summary>Read from the tree by the pattern's rules.</summary>
    Rule,

    /// <summary>Among those whom the report names most.</summary>
    Main,

    /// <summary>Nobody, for a side that the report leaves open.</summary>
    Nobody,
}

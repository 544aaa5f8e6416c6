namespace Readout.Events;

/// <summary>What an event was read from.</summary>
internal enum EventSource : byte
{
    /// <summary>A verb that a pattern fits.</summary>
    Verb,

    /// <summary>A noun of action that a pattern fits.</summary>
    Noun,

    /// <summary>A word that governs another event: "agreed to withdraw".</summary>
    Governed,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>The kind of a statement.</summary>
    Speech,

    /// <summary>A word that the trained layer takes for one of an event, without a pattern.</summary>
    Learned,
}

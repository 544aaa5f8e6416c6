using System.Collections.Frozen;

namespace Readout.Events;

/// <summary>The types of PLOVER in the order of its codebook.</summary>
internal static class EventTypes
{
    public static readonly string[] All =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
        "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>One letter for each type, for features.</summary>
    public static readonly FrozenDictionary<string, string> Codes = All.Select((type, i) => (type, Code: ((char)('A' + i)).ToString())).ToFrozenDictionary(pair => pair.type, pair => pair.Code, StringComparer.Ordinal);
}

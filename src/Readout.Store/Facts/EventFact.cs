using System.Text.Json.Serialization;
using Readout.Events;

namespace Readout.Store.Facts;

/// <summary>Who did what to whom, coded in PLOVER.</summary>
public sealed record EventFact : Fact
{
    /// <summary>PLOVER type such as <c>CONSULT</c>.</summary>
    [JsonPropertyName("plover")]
    public required string Plover { get; init; }

    /// <summary>PLOVER mode; null where none.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public required IReadOnlyList<string> Context { get; init; }

    /// <summary>Those who act.</summary>
    public required IReadOnlyList<ActorLink> Actors { get; init; }

    /// <summary>Those acted upon.</summary>
    public required IReadOnlyList<ActorLink> Recipients { get; init; }

    /// <summary>Reality.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Name of the place; null where unknown.</summary>
    public string? Place { get; init; }
}

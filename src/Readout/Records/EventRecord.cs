using Readout.Events;

namespace Readout.Records;

/// <summary>An event coded in PLOVER.</summary>
public sealed record EventRecord
{
    /// <summary><c>e1</c>, <c>e2</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode; null where none.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public required IReadOnlyList<string> Context { get; init; }

    /// <summary>Ids of the acting actors.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Ids of the actors acted upon.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The words that name it.</summary>
    public required SpanRecord Trigger { get; init; }

    /// <summary>When; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>Where; null where unknown.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>Reality.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Probability in [0, 1].</summary>
    public double Confidence { get; init; }
}

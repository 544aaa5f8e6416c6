using Readout.Events;
using Readout.Records;

namespace Readout.Export;

/// <summary>An event with its report, ready to be written in an event data format.</summary>
public sealed record ExportedEvent
{
    /// <summary>Identifier that is unique over all reports: hash of the report and number of the event.</summary>
    public required string Id { get; init; }

    /// <summary>The report that tells it.</summary>
    public required ReportRecord Report { get; init; }

    /// <summary>The event.</summary>
    public required EventRecord Event { get; init; }

    /// <summary>Scores and codes of its type and mode.</summary>
    public required PloverEntry Code { get; init; }

    /// <summary>First day of the event; the day of the report where the report tells none.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Last day of the event.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>Acting actors.</summary>
    public required IReadOnlyList<ActorRecord> Actors { get; init; }

    /// <summary>Actors acted upon.</summary>
    public required IReadOnlyList<ActorRecord> Recipients { get; init; }

    /// <summary>Identifier of the earliest report of the set that tells an event of this type, actors and day.</summary>
    public string FirstReport { get; set; } = "";

    /// <summary>Number of reports of the set that tell it.</summary>
    public int Articles { get; set; } = 1;

    /// <summary>Number of outlets of the set that tell it.</summary>
    public int Outlets { get; set; } = 1;
}

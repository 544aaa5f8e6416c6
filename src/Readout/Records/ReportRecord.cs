using System.Text.Json.Serialization;

namespace Readout.Records;

/// <summary>Everything Readout notes of one report: the contract of the output (one JSON object a report).</summary>
public sealed record ReportRecord
{
    /// <summary>Where the report came from.</summary>
    public required ReportHeader Report { get; init; }

    /// <summary>The whole text; null (and left out of the JSON) unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Actors in order of first mention.</summary>
    public required IReadOnlyList<ActorRecord> Actors { get; init; }

    /// <summary>Statements in text order.</summary>
    public required IReadOnlyList<StatementRecord> Statements { get; init; }

    /// <summary>Meetings in text order.</summary>
    public required IReadOnlyList<MeetingRecord> Meetings { get; init; }

    /// <summary>Commitments in text order.</summary>
    public required IReadOnlyList<CommitmentRecord> Commitments { get; init; }

    /// <summary>Events in text order.</summary>
    public required IReadOnlyList<EventRecord> Events { get; init; }

    /// <summary>Time expressions in text order.</summary>
    public required IReadOnlyList<TimeRecord> Times { get; init; }

    /// <summary>Place names in text order.</summary>
    public required IReadOnlyList<PlaceRecord> Places { get; init; }
}

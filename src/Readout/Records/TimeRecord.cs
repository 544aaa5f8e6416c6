using Readout.Time;

namespace Readout.Records;

/// <summary>A time expression.</summary>
public sealed record TimeRecord
{
    /// <summary>The phrase.</summary>
    public required SpanRecord Span { get; init; }

    /// <summary>TIMEX3 type.</summary>
    public required TimeType Type { get; init; }

    /// <summary>TIMEX3 value; null where unknown.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the value stands on the calendar.</summary>
    public required bool Anchored { get; init; }
}

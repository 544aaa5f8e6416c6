namespace Readout.Events;

/// <summary>One row of a pattern file: what must hang on a trigger for it to tell of an event.</summary>
internal sealed record EventPattern
{
    /// <summary>All must hold.</summary>
    public required PatternCondition[] Conditions { get; init; }

    /// <summary>Where recipients stand, the first found counts.</summary>
    public required PatternRole[] Recipients { get; init; }

    /// <summary>What the pattern tells of: a PLOVER type, or what the file's reader makes of it.</summary>
    public required string Type { get; init; }

    /// <summary>Mode; null where none.</summary>
    public required string? Mode { get; init; }
}

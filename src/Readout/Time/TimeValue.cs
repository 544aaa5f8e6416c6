namespace Readout.Time;

/// <summary>What a match resolved to, before it becomes a <see cref="TimeExpression"/>.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value; null where unknown.</param>
/// <param name="Anchored">Whether the value stands on the calendar.</param>
internal readonly record struct TimeValue(TimeType Type, string? Value, bool Anchored)
{
    /// <summary>Modifier that the operation itself implies.</summary>
    public TimeModifier Modifier { get; init; }

    /// <summary>Days covered, where they do not follow from the value.</summary>
    public TimeInterval? Interval { get; init; }
}

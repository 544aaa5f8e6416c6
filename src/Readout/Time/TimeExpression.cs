using Readout.Text;

namespace Readout.Time;

/// <summary>A phrase that names a time, normalised (TimeML TIMEX3).</summary>
/// <param name="Span">The phrase.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">ISO 8601 / TIMEX3 value as far as it is known; null where nothing is.</param>
/// <param name="Anchored">True where the value is a place on the calendar; false where it hangs on an unknown reference time.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Value, bool Anchored)
{
    /// <summary>What the phrase adds to the value: early, about, more than.</summary>
    public TimeModifier Modifier { get; init; }

    /// <summary>
    /// The days that the phrase covers, modifiers left aside: of a DATE or TIME its value's, of a DURATION counted from a known day
    /// ("the next five years") that stretch of the calendar. Null where the days are not known.
    /// </summary>
    public TimeInterval? Interval { get; init; }

    /// <summary>
    /// Where this expression opens a range that a later one closes ("from 2024 through 2026"), the whole range; else null.
    /// Both ends are expressions of their own, as in TimeML.
    /// </summary>
    public TimeInterval? Range { get; init; }

    /// <summary>The value in EDTF (ISO 8601-2, level 1), with <c>~</c> where it is approximate; null where EDTF has no word for it.</summary>
    public string? Edtf => Value is not { } value || Type is TimeType.Duration or TimeType.Set || value.EndsWith("_REF", StringComparison.Ordinal)
        ? null
        : Modifier == TimeModifier.Approx ? value + "~" : value;
}

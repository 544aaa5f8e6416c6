using Readout.Text;

namespace Readout.Time;

/// <summary>A phrase that names a time, normalised (TimeML TIMEX3).</summary>
/// <param name="Span">The phrase.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">ISO 8601 / TIMEX3 value as far as it is known; null where nothing is.</param>
/// <param name="Anchored">True where the value is a place on the calendar; false where it hangs on an unknown reference time.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Value, bool Anchored);

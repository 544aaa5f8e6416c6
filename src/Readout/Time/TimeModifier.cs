namespace Readout.Time;

/// <summary>How an expression narrows or blurs its value (the <c>mod</c> attribute of TimeML TIMEX3).</summary>
public enum TimeModifier : byte
{
    /// <summary>The value as it stands.</summary>
    None,

    /// <summary><c>APPROX</c>: about.</summary>
    Approx,

    /// <summary><c>START</c>: early in the value.</summary>
    Start,

    /// <summary><c>MID</c>: in the middle of the value.</summary>
    Mid,

    /// <summary><c>END</c>: late in the value.</summary>
    End,

    /// <summary><c>LESS_THAN</c>.</summary>
    LessThan,

    /// <summary><c>MORE_THAN</c>.</summary>
    MoreThan,

    /// <summary><c>EQUAL_OR_LESS</c>: nearly, up to.</summary>
    EqualOrLess,

    /// <summary><c>EQUAL_OR_MORE</c>: at least.</summary>
    EqualOrMore,
}

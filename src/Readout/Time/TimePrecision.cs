namespace Readout.Time;

/// <summary>The calendar unit that an interval was named by, from fine to coarse.</summary>
public enum TimePrecision : byte
{
    /// <summary>One day, or a time within it.</summary>
    Day,

    /// <summary>A weekend.</summary>
    Weekend,

    /// <summary>An ISO week, Monday to Sunday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A season; winter ends in the year after the one that names it.</summary>
    Season,

    /// <summary>Half a year.</summary>
    HalfYear,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,

    /// <summary>A span counted from another time ("the next five years"); its ends are known to about the unit counted in.</summary>
    Span,
}

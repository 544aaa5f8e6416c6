namespace Readout.Time;

/// <summary>How a time rule makes a value of what it read; the words of the third column of <c>data/time/rules.tsv</c>.</summary>
internal enum TimeOperation : byte
{
    /// <summary>A calendar day, month or year, a weekday, or a time within a day.</summary>
    Date,

    /// <summary>Two days, months or years joined into one expression.</summary>
    Range,

    /// <summary>A bare day of the month named before in the same list.</summary>
    ListDay,

    /// <summary>A calendar unit counted from the report's: this week, last year.</summary>
    Unit,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>Half a year.</summary>
    Half,

    /// <summary>A season.</summary>
    Season,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,

    /// <summary>A number of units before the report.</summary>
    Ago,

    /// <summary>A number of units after the report.</summary>
    Ahead,

    /// <summary>A number of units after the time named before in the text.</summary>
    Later,

    /// <summary>A number of units before the time named before in the text.</summary>
    Earlier,

    /// <summary>The unit after the one that the text spoke of.</summary>
    Following,

    /// <summary>The unit before the one that the text spoke of.</summary>
    Preceding,

    /// <summary>The unit that the text spoke of.</summary>
    Same,

    /// <summary>A day with a name of its own.</summary>
    Named,

    /// <summary>Past, present or future without a place on the calendar.</summary>
    Ref,

    /// <summary>As <see cref="Ref"/>, but a time only where a history is told ("the former emperor").</summary>
    HistoryRef,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A length of time that ends or begins with the report.</summary>
    Span,

    /// <summary>A recurring unit.</summary>
    Set,

    /// <summary>A recurring weekday.</summary>
    WeekdaySet,

    /// <summary>A recurring month.</summary>
    MonthSet,

    /// <summary>A recurring season.</summary>
    SeasonSet,

    /// <summary>No time at all, though it looks like one ("a six-year-old").</summary>
    Reject,

    /// <summary>The constant value of the rule.</summary>
    None,
}

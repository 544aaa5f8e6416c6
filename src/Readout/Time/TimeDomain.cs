namespace Readout.Time;

/// <summary>What kind of text it is and when it was written, as far as its own full dates tell.</summary>
internal static class TimeDomain
{
    // A dateline stands at the very top: its date begins within so many characters and is followed, within so many, by a dash or bracket.
    private const int DatelineReach = 120;
    private const int DashReach = 30;

    // Fewer stated years than this tell nothing about the kind of text.
    private const int FewestYears = 8;

    /// <summary>The day of a dateline with a full date ("MINSK, Dec. 19, 2022 (Agency) --"); null where there is none.</summary>
    public static DateOnly? DatelineDay(List<TimeMatch> matches, List<TimeAtom> atoms, string text)
    {
        foreach (TimeMatch match in matches)
        {
            if (atoms[match.First].Start > DatelineReach)
            {
                break;
            }

            int end = atoms[match.End - 1].End;
            ReadOnlySpan<char> after = text.AsSpan(end, Math.Min(DashReach, text.Length - end));
            if (match.Has(TimeKey.Year) && match.Has(TimeKey.Month) && match.Has(TimeKey.Day) && (after.IndexOfAny('—', '–', '(') >= 0 || after.Contains("--", StringComparison.Ordinal) || after.Contains(" - ", StringComparison.Ordinal)))
            {
                return CalendarArithmetic.Day(match[TimeKey.Year], match[TimeKey.Month], match[TimeKey.Day]);
            }
        }

        return null;
    }

    /// <summary>Whether the match is reckoned from the report's day, so that it says nothing of the time that a history tells of.</summary>
    public static bool HangsOnReport(TimeMatch match) =>
        match.Rule.Operation is TimeOperation.Unit or TimeOperation.Ago or TimeOperation.Ahead or TimeOperation.Ref
        || match.Has(TimeKey.RelDay) || (match.Has(TimeKey.Weekday) && !match.Has(TimeKey.Month));

    /// <summary>
    /// Whether the text tells a history: at least <see cref="FewestYears"/> years are stated, more than three quarters of them lie before
    /// the report's (or no day of publication is known), and days of the report's own week ("Friday", "today") are fewer than a quarter of
    /// the years. News states its own year or none, and its weekdays.
    /// </summary>
    public static bool IsHistory(List<TimeMatch> matches, DateOnly? published)
    {
        int stated = 0;
        int old = 0;
        int current = 0;
        foreach (TimeMatch match in matches)
        {
            bool hasYear = match.Has(TimeKey.Year);
            current += !hasYear && (match.Has(TimeKey.RelDay) || (match.Has(TimeKey.Weekday) && !match.Has(TimeKey.Month))) ? 1 : 0;
            if (hasYear)
            {
                stated++;
                old += published is not { } day || match.Or(TimeKey.Era, 1) < 0 || match[TimeKey.Year] < day.Year ? 1 : 0;
            }
        }

        return stated >= FewestYears && current * 4 < stated && old * 4 > stated * 3;
    }
}

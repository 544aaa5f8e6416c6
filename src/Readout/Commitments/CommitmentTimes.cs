using System.Globalization;
using Readout.Events;
using Readout.Parsing;
using Readout.Time;

namespace Readout.Commitments;

/// <summary>Period and due date of an act from the times inside it and the prepositions before them.</summary>
internal static class CommitmentTimes
{
    // Words between a preposition and its time: "by the end of June".
    private const int PrepositionReach = 3;

    // Days, weeks, months or years that a deadline may be away.
    private const int LongestLength = 999;

    // Characters of a day and of a month in ISO 8601.
    private const int DayLength = 10;
    private const int MonthLength = 7;

    /// <summary>Whether a period or due date stands between two rows.</summary>
    public static bool HasAny(CommitmentLexicon lexicon, SceneIndex index, int first, int end)
    {
        (Period? period, string? due) = Find(lexicon, index, first, end);
        return period is not null || due is not null;
    }

    /// <summary>Reads the times of an act, and where it has none, the one that the tree hangs on its head outside of it: "the police this week will withdraw".</summary>
    public static (Period? Period, string? Due) Find(CommitmentLexicon lexicon, SceneIndex index, Act act)
    {
        (Period? period, string? due) = Find(lexicon, index, act.First, act.End, index.Parse.Upos[act.Head] == UposTag.Verb);
        if (period is null && due is null && index.Parse.Upos[act.Head] == UposTag.Verb)
        {
            (period, due) = Beside(lexicon, index, act);
        }

        return period is null && due is null ? Behind(lexicon, index, act) : (period, due);
    }

    private static (Period? Period, string? Due) Beside(CommitmentLexicon lexicon, SceneIndex index, Act act)
    {
        foreach (int child in index.Parse.Children(act.Head))
        {
            bool isOutside = child < act.First || child >= act.End;
            if (isOutside && index.TimeAt(child) >= 0 && index.Parse.Relations[child].Universal() is DependencyRelation.Obl or DependencyRelation.Advmod or DependencyRelation.Nmod)
            {
                (Period? period, string? due) = Find(lexicon, index, index.Parse.LeftEdge(child), index.Parse.RightEdge(child) + 1, isAhead: true);
                if (period is not null || due is not null)
                {
                    return IsAhead(index, due) ? (period, due) : default;
                }
            }
        }

        return default;
    }

    // "a protest | on Dec. 10", where the tree hangs the time on another word.
    private static (Period? Period, string? Due) Behind(CommitmentLexicon lexicon, SceneIndex index, Act act)
    {
        int row = act.End;
        int end = index.Tokens.SentenceStarts[index.Tokens.SentenceOf(act.Head) + 1];
        row += row < end && index.Parse.Upos[row] == UposTag.Adp ? 1 : 0;
        if (row >= end || index.TimeAt(row) is not (>= 0 and var time))
        {
            return default;
        }

        while (row < end && index.TimeAt(row) == time)
        {
            row++;
        }

        (Period? period, string? due) = Find(lexicon, index, act.End, row, index.Parse.Upos[act.Head] == UposTag.Verb);
        return IsAhead(index, due) ? (period, due) : default;
    }

    /// <summary>Reads the times between two rows. What lies before the day of the report is no due date.</summary>
    /// <param name="lexicon">The prepositions.</param>
    /// <param name="index">The report.</param>
    /// <param name="first">First row of the act.</param>
    /// <param name="end">Row after its last.</param>
    /// <param name="isAhead">Whether a bare "Sunday" or "June" lies after the report.</param>
    public static (Period? Period, string? Due) Find(CommitmentLexicon lexicon, SceneIndex index, int first, int end, bool isAhead = false)
    {
        var found = new Found(index.Scene.Report.Published, isAhead);
        Read((lexicon, index), (first, end), found, ofDay: false);
        if (found.IsNone)
        {
            // "at 10:00 on Monday": the hour tells the day only where nothing else does.
            Read((lexicon, index), (first, end), found, ofDay: true);
        }

        return (found.Start is null && found.Close is null ? null : new Period(found.Start, found.Close), found.Due);
    }

    private static void Read((CommitmentLexicon Lexicon, SceneIndex Index) at, (int First, int End) rows, Found found, bool ofDay)
    {
        (CommitmentLexicon lexicon, SceneIndex index) = at;
        for (int row = rows.First; row < rows.End; row++)
        {
            int time = index.TimeAt(row);
            if (time < 0)
            {
                continue;
            }

            int last = row;
            while (last + 1 < rows.End && index.TimeAt(last + 1) == time)
            {
                last++;
            }

            if (!ofDay && index.Scene.Times[time] is { Type: TimeType.Duration, Value: { } length } && Preposition(lexicon, index, row) == "within")
            {
                found.Due ??= After(found.Published, length);
            }
            else if (!BelongsToName(index, row, last) && index.Scene.Times[time] is { Anchored: true, Value: { } value } known && known.Type == (ofDay ? TimeType.Time : TimeType.Date) && char.IsAsciiDigit(value[0]))
            {
                string preposition = Preposition(lexicon, index, row);
                if (preposition == "for" && IsFirstOfTwo(lexicon, index, last + 1, rows.End))
                {
                    preposition = "from";
                }

                found.Place(lexicon, preposition, value, IsNameOfDay(index, row, last));
            }

            row = last;
        }
    }

    // The times of an act while they are being read.
    private sealed class Found(string? published, bool isAhead)
    {
        private bool _isDeadline;

        public string? Published => published;

        public string? Start { get; private set; }

        public string? Close { get; private set; }

        public string? Due { get; set; }

        public bool IsNone => Start is null && Close is null && Due is null;

        public void Place(CommitmentLexicon lexicon, string preposition, string value, bool isName)
        {
            if (value.Split('/') is [var from, var to])
            {
                // "from 10:00 to 14:00" are hours of a day and no period.
                (Start, Close) = DayOf(from) == DayOf(to) && from != to ? (Start, Close) : (DayOf(from), DayOf(to));
            }
            else if (lexicon.Is(CommitmentWord.From, preposition))
            {
                Start ??= EdgeOf(DayOf(value), isFirst: true);
            }
            else if (lexicon.Is(CommitmentWord.Until, preposition))
            {
                string day = EdgeOf(isAhead && isName ? Ahead(published, DayOf(value)) : DayOf(value), isFirst: false);
                Close ??= isAhead && IsPast(published, day) ? null : day;
            }
            else if ((Due is null || (preposition == "by" && !_isDeadline)) && IsCalendar(value))
            {
                // "a 2016 bid by the end of the year": the deadline before any other time.
                string day = isAhead && isName ? Ahead(published, DayOf(value)) : DayOf(value);
                if (!IsPast(published, day) || preposition == "by")
                {
                    Due = day;
                    _isDeadline = preposition == "by";
                }
            }
        }
    }

    // "Sunday", "June", without a year: what is promised lies ahead of the report, not behind it.
    private static bool IsNameOfDay(SceneIndex index, int first, int last)
    {
        bool isAct = false;
        for (int row = first; row <= last; row++)
        {
            if (index.Tokens.Form(row).IndexOfAnyInRange('0', '9') >= 0 || index.Parse.Lemma(row) is "last" or "past" or "yesterday" or "ago")
            {
                return false;
            }

            isAct |= index.Parse.Upos[row] == UposTag.Propn;
        }

        return isAct;
    }

    private static string Ahead(string? published, string value)
    {
        if (published is null || published.Length < value.Length || string.CompareOrdinal(value, published[..value.Length]) >= 0)
        {
            return value;
        }

        return value.Length switch
        {
            DayLength when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => day.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MonthLength when DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) => month.AddYears(1).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    // A day, month, year, week or part of a year in digits; seasons and weekends are no due dates.
    private static bool IsCalendar(string value) => value.Length <= 5 || char.IsAsciiDigit(value[5]) || (value[5] is 'W' or 'Q' or 'H' && !value.EndsWith("WE", StringComparison.Ordinal) && char.IsAsciiDigit(value[^1]));

    // The first or last day of a week; any other time as it is.
    private static string EdgeOf(string value, bool isFirst) => value.Contains('W', StringComparison.Ordinal) && CalendarInterval.TryParse(value, out CalendarInterval week)
        ? (isFirst ? week.First : week.Last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value;

    // "for 2024 through 2026": the first of two times is where the period begins.
    private static bool IsFirstOfTwo(CommitmentLexicon lexicon, SceneIndex index, int row, int end) =>
        row + 1 < end && lexicon.Is(CommitmentWord.Until, index.Parse.Lemma(row)) && index.TimeAt(row + 1) >= 0;

    private static string DayOf(string value) => value is { Length: > 10 } && value[10] == 'T' ? value[..10] : value;

    private static string Preposition(CommitmentLexicon lexicon, SceneIndex index, int row)
    {
        for (int at = row - 1; at >= Math.Max(0, row - PrepositionReach); at--)
        {
            if (index.Parse.Upos[at] is UposTag.Adp or UposTag.Sconj or UposTag.Verb)
            {
                return index.Parse.Lemma(at);
            }

            if (index.Parse.Upos[at] is not (UposTag.Det or UposTag.Adj or UposTag.Adv) && !lexicon.Is(CommitmentWord.Part, index.Parse.Lemma(at)))
            {
                break;
            }
        }

        return "";
    }

    // "the 2008 Games", "next year's final": the time belongs to the name of a thing.
    private static bool BelongsToName(SceneIndex index, int first, int last)
    {
        ParsedText parse = index.Parse;
        int head = parse.Heads[last];
        for (int row = first; row <= last; row++)
        {
            if (parse.Relations[row] == DependencyRelation.NmodPoss && parse.Heads[row] > last)
            {
                return true;
            }
        }

        return first == last && head > last && parse.Upos[last] == UposTag.Num && index.TimeAt(head) < 0 && first > 0 && (parse.Upos[first - 1] != UposTag.Adp || parse.Upos[first + 1] == UposTag.Propn)
            && parse.Relations[last].Universal() is DependencyRelation.Nummod or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Nmod
            && (parse.ChildWith(last, DependencyRelation.Case) < 0 || parse.Upos[first + 1] == UposTag.Propn);
    }

    // Day, month or year after the report, as exact as the length is: P30D, P2W, P6M, P3Y; null where either is unknown.
    private static string? After(string? published, string length)
    {
        if (length.Length < 3 || length[0] != 'P' || !int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > LongestLength
            || !DateOnly.TryParseExact(published?[..Math.Min(10, published.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return null;
        }

        return length[^1] switch
        {
            'D' => day.AddDays(count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            'W' => day.AddDays(7 * count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            'M' => day.AddMonths(count).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            'Y' => day.AddYears(count).ToString("yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static bool IsAhead(SceneIndex index, string? due) => due is null || !IsPast(index.Scene.Report.Published, due);

    // Whether a time lies wholly before the day of the report.
    private static bool IsPast(string? published, string value) =>
        CalendarInterval.TryParse(value, out CalendarInterval time) && CalendarInterval.TryParse(published, out CalendarInterval day) && time.Last < day.First;
}

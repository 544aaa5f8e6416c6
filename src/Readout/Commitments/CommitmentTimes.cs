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

    /// <summary>Whether a period or due date stands between two rows.</summary>
    public static bool HasAny(CommitmentLexicon lexicon, SceneIndex index, int first, int end)
    {
        (Period? period, string? due) = Find(lexicon, index, first, end);
        return period is not null || due is not null;
    }

    /// <summary>Reads the times of an act, and where it has none, the one that the tree hangs on its head outside of it: "the police this week will withdraw".</summary>
    public static (Period? Period, string? Due) Find(CommitmentLexicon lexicon, SceneIndex index, Act act)
    {
        (Period? period, string? due) = Find(lexicon, index, act.First, act.End);
        if (period is not null || due is not null || index.Parse.Upos[act.Head] != UposTag.Verb)
        {
            return (period, due);
        }

        foreach (int child in index.Parse.Children(act.Head))
        {
            bool isOutside = child < act.First || child >= act.End;
            if (isOutside && index.TimeAt(child) >= 0 && index.Parse.Relations[child].Universal() is DependencyRelation.Obl or DependencyRelation.Advmod or DependencyRelation.Nmod)
            {
                (period, due) = Find(lexicon, index, index.Parse.LeftEdge(child), index.Parse.RightEdge(child) + 1);
                if (period is not null || due is not null)
                {
                    return IsAhead(index, due) ? (period, due) : default;
                }
            }
        }

        return default;
    }

    /// <summary>Reads the times between two rows. What lies before the day of the report is no due date.</summary>
    /// <param name="lexicon">The prepositions.</param>
    /// <param name="index">The report.</param>
    /// <param name="first">First row of the act.</param>
    /// <param name="end">Row after its last.</param>
    public static (Period? Period, string? Due) Find(CommitmentLexicon lexicon, SceneIndex index, int first, int end)
    {
        string? published = index.Scene.Report.Published;
        string? start = null;
        string? close = null;
        string? due = null;
        for (int row = first; row < end; row++)
        {
            int at = index.TimeAt(row);
            if (at < 0)
            {
                continue;
            }

            int last = row;
            while (last + 1 < end && index.TimeAt(last + 1) == at)
            {
                last++;
            }

            if (index.Scene.Times[at] is { Type: TimeType.Duration, Value: { } length } && Preposition(lexicon, index, row) == "within")
            {
                due ??= After(index.Scene.Report.Published, length);
            }
            else if (!IsYearOfName(index, row, last) && index.Scene.Times[at] is { Anchored: true, Value: { } value, Type: TimeType.Date or TimeType.Time } && char.IsAsciiDigit(value[0]))
            {
                string preposition = Preposition(lexicon, index, row);
                if (preposition == "for" && IsFirstOfTwo(lexicon, index, last + 1, end))
                {
                    preposition = "from";
                }

                Place((lexicon, preposition), DayOf(value), published, ref start, ref close, ref due);
            }

            row = last;
        }

        return (start is null && close is null ? null : new Period(start, close), due);
    }

    private static void Place((CommitmentLexicon Lexicon, string Preposition) at, string value, string? published, ref string? start, ref string? close, ref string? due)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            (start, close) = (value[..slash], value[(slash + 1)..]);
        }
        else if (at.Lexicon.Is(CommitmentWord.From, at.Preposition))
        {
            start ??= value;
        }
        else if (at.Lexicon.Is(CommitmentWord.Until, at.Preposition))
        {
            close ??= value;
        }
        else
        {
            bool past = published is not null && string.CompareOrdinal(value, published[..Math.Min(published.Length, value.Length)]) < 0;
            due ??= past && at.Preposition != "by" ? null : value;
        }
    }

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

    // "the 2008 Games": the year belongs to the name of a thing.
    private static bool IsYearOfName(SceneIndex index, int first, int last)
    {
        ParsedText parse = index.Parse;
        int head = parse.Heads[last];
        return first == last && head > last && parse.Upos[last] == UposTag.Num && index.TimeAt(head) < 0 && first > 0 && parse.Upos[first - 1] != UposTag.Adp
            && parse.Relations[last].Universal() is DependencyRelation.Nummod or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Nmod
            && parse.ChildWith(last, DependencyRelation.Case) < 0;
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

    private static bool IsAhead(SceneIndex index, string? due) =>
        due is null || index.Scene.Report.Published is not { } published || string.CompareOrdinal(due, published[..Math.Min(published.Length, due.Length)]) >= 0;
}

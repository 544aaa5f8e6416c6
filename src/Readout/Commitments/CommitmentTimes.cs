using Readout.Events;
using Readout.Parsing;
using Readout.Time;

namespace Readout.Commitments;

/// <summary>Period and due date of an act from the times inside it and the prepositions before them.</summary>
internal static class CommitmentTimes
{
    /// <summary>Reads the times between two rows.</summary>
    /// <param name="index">The report.</param>
    /// <param name="first">First row of the act.</param>
    /// <param name="end">Row after its last.</param>
    /// <param name="published">Day of the report in ISO form; null where unknown. What lies before it is no due date.</param>
    public static (Period? Period, string? Due) Find(SceneIndex index, int first, int end, string? published)
    {
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

            if (index.Scene.Times[at] is { Anchored: true, Value: { } value, Type: TimeType.Date or TimeType.Time } && char.IsAsciiDigit(value[0]))
            {
                string preposition = Preposition(index, row);
                if (preposition == "for" && IsFirstOfTwo(index, last + 1, end))
                {
                    preposition = "from";
                }

                Place(preposition, DayOf(value), published, ref start, ref close, ref due);
            }

            row = last;
        }

        return (start is null && close is null ? null : new Period(start, close), due);
    }

    private static void Place(string preposition, string value, string? published, ref string? start, ref string? close, ref string? due)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            (start, close) = (value[..slash], value[(slash + 1)..]);
            return;
        }

        switch (preposition)
        {
            case "from" or "since" or "starting" or "after" or "beginning" or "of":
                start ??= value;
                break;
            case "until" or "till" or "through" or "to":
                close ??= value;
                break;
            default:
                bool past = published is not null && string.CompareOrdinal(value, published[..Math.Min(published.Length, value.Length)]) < 0;
                due ??= past && preposition != "by" ? null : value;
                break;
        }
    }

    // "for 2024 through 2026": the first of two times is where the period begins.
    private static bool IsFirstOfTwo(SceneIndex index, int row, int end) =>
        row + 1 < end && index.Parse.Lemma(row) is "through" or "to" or "until" or "till" && index.TimeAt(row + 1) >= 0;

    private static string DayOf(string value) => value is { Length: > 10 } && value[10] == 'T' ? value[..10] : value;

    private static string Preposition(SceneIndex index, int row)
    {
        for (int at = row - 1; at >= Math.Max(0, row - 3); at--)
        {
            if (index.Parse.Upos[at] is UposTag.Adp or UposTag.Sconj or UposTag.Verb)
            {
                return index.Parse.Lemma(at);
            }

            if (index.Parse.Upos[at] is not (UposTag.Det or UposTag.Noun or UposTag.Adj or UposTag.Adv))
            {
                break;
            }
        }

        return "";
    }
}

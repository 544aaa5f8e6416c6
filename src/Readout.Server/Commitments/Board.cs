using System.Globalization;
using Readout.Commitments;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Commitments;

/// <summary>Sorts commitments by what a day makes of them. A month or year is past when its last day is.</summary>
internal static class Board
{
    private static readonly string[] Headings = ["Due date passed", "Falls due", "Running", "No date given", "Over", "Done", "Suspended or rejected"];

    /// <summary>The columns that hold something.</summary>
    public static IReadOnlyList<BoardColumn> Sort(IEnumerable<CommitmentFact> commitments, DateOnly asOf)
    {
        string today = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ILookup<int, CommitmentFact> columns = commitments.ToLookup(commitment => Column(commitment, today));
        return
        [
            .. Headings.Select((heading, column) => new BoardColumn(
                heading, [.. columns[column].OrderBy(commitment => Last(commitment) ?? "9999", StringComparer.Ordinal).ThenBy(commitment => commitment.Day, StringComparer.Ordinal)]))
                .Where(column => column.Commitments.Count > 0),
        ];
    }

    private static int Column(CommitmentFact commitment, string today)
    {
        switch (commitment.Status)
        {
            case CommitmentStatus.Done:
                return 5;
            case CommitmentStatus.Suspended or CommitmentStatus.Rejected:
                return 6;
        }

        if (LastDay(commitment.Due) is { Length: > 0 } due)
        {
            return IsPast(due, today) ? 0 : 1;
        }

        if (LastDay(commitment.Period?.End) is { Length: > 0 } end && IsPast(end, today))
        {
            return 4;
        }

        return commitment.Period is null ? 3 : 2;
    }

    private static string? Last(CommitmentFact commitment) => commitment.Due ?? commitment.Period?.End;

    private static string LastDay(string? time) =>
        SortDay.Week(time) is { } monday ? monday.AddDays(6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : SortDay.Of(time);

    // Compared at the precision that is known: June 2024 is past on 1 July, not on 30 June.
    private static bool IsPast(string day, string today) => string.CompareOrdinal(day, today[..day.Length]) < 0;
}

using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>Due dates that passed since they were looked through last. A month or year has passed when its last day has.</summary>
internal sealed class SqliteDueDates(SqliteConnection connection, DateTimeOffset now)
{
    /// <summary>Notices them for those who follow; how many notices.</summary>
    public int Notice(DateOnly today)
    {
        string? last = connection.ExecuteScalar<string?>("select due_checked from desk");
        connection.Execute("update desk set due_checked = @today", new { today = Text(today) });

        // What passed before anything was ever looked through is no news.
        if (last is null || DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var first && first >= today)
        {
            return 0;
        }

        var passed = Passed(first, today);
        if (passed.Count == 0)
        {
            return 0;
        }

        int count = 0;
        var notices = new SqliteNoticeWriter(connection, now);
        foreach (SubscriptionRow row in connection.Query<SubscriptionRow>($"select {SubscriptionRow.Columns} from subscription s where s.kind = 'due' order by s.id").AsList())
        {
            count += notices.Write(row, [.. Followed(row, passed).Select(fact => new NewNotice(fact) { Due = passed[fact] })]);
        }

        return count;
    }

    // A date passes on the day after its last: those whose last day lies in [first, today - 1].
    private Dictionary<long, string> Passed(DateOnly first, DateOnly today) => connection.Query<(long Fact, string Due)>(
        """
        select c.fact_id, c.due from commitment c join fact f on f.id = c.fact_id
        where c.due >= @from and c.due < @until and f.status not in ('done', 'suspended', 'rejected') order by c.fact_id
        """,
        new { from = first.Year.ToString("0000", CultureInfo.InvariantCulture), until = Text(today) + "~" })
        .Where(row => LastDay(row.Due) is { } day && day >= first && day < today)
        .ToDictionary(row => row.Fact, row => row.Due);

    private IEnumerable<long> Followed(SubscriptionRow row, Dictionary<long, string> passed)
    {
        if (row.FactAnchor is { } anchor)
        {
            long? fact = new SqliteAnchors(connection, null).Find(anchor.Report, anchor.Type, (anchor.Start, anchor.End), anchor.Words);
            return fact is { } found && passed.ContainsKey(found) ? [found] : [];
        }

        var filter = new SqliteFilter(connection, row.FactQuery with { Types = [Facts.FactType.Commitment] });
        filter.Add("f.id in @passed", "passed", passed.Keys);
        return connection.Query<long>($"select f.id from fact f where {filter.WhereWithWords} order by f.id", filter.Values);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? LastDay(string due)
    {
        if (SortDay.Week(due) is { } monday)
        {
            return monday.AddDays(6);
        }

        string day = SortDay.Of(due);
        return day.Length switch
        {
            10 when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly exact) => exact,
            7 when DateOnly.TryParseExact(day, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) => month.AddMonths(1).AddDays(-1),
            4 when DateOnly.TryParseExact(day, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly year) => year.AddYears(1).AddDays(-1),
            _ => null,
        };
    }
}

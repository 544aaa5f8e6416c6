using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>
/// Quotations that an outlet changed: the report before at the same address has the same utterance (by the clusters) in other words, and
/// neither version holds the other's.
/// </summary>
internal sealed class SqliteChangedQuotations(SqliteConnection connection)
{
    /// <summary>Rows of a report's statements that changed, with their words before; empty where the address is new.</summary>
    public IReadOnlyDictionary<long, string> Find(long report)
    {
        var pairs = connection.Query<(long Fact, string Words, string Before)>(
            """
            with earlier as (select r.id from report r where r.url = (select url from report where id = @report) and r.id < @report order by r.id desc limit 1)
            select f.id, f.words, g.words from fact f join statement s on s.fact_id = f.id and s.form in ('direct', 'mixed')
              join fact_cluster k on k.fact_id = f.id join fact_cluster l on l.cluster_id = k.cluster_id and l.fact_id <> f.id
              join fact g on g.id = l.fact_id and g.report_id = (select id from earlier) join statement t on t.fact_id = g.id and t.form in ('direct', 'mixed')
            where f.report_id = @report and f.type = 'statement' order by f.id, g.id
            """,
            new { report }).AsList();
        if (pairs.Count == 0)
        {
            return new Dictionary<long, string>();
        }

        HashSet<string> now = Words("select words from fact where report_id = @report and type = 'statement'", report);
        HashSet<string> before = Words(
            """
            select words from fact where type = 'statement' and report_id =
              (select r.id from report r where r.url = (select url from report where id = @report) and r.id < @report order by r.id desc limit 1)
            """,
            report);
        var changed = new Dictionary<long, string>();
        foreach ((long fact, string words, string earlier) in pairs)
        {
            if (!before.Contains(Plain(words)) && !now.Contains(Plain(earlier)))
            {
                changed.TryAdd(fact, earlier);
            }
        }

        return changed;
    }

    private HashSet<string> Words(string sql, long report) => [.. connection.Query<string>(sql, new { report }).Select(Plain)];

    // Other quotation marks and blanks are no other words.
    private static string Plain(string words) => ActorIdentity.Fold(words);
}

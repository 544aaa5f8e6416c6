using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>
/// Finds what a new report brings to those who follow something, inside the transaction that adds it. Only subscriptions that share a key with
/// the report are compared, and only with its own facts.
/// </summary>
internal sealed class SqliteMatching(SqliteConnection connection, DateTimeOffset now)
{
    // One report that tells somebody more than this tells it on its page.
    private const int MostFacts = 100;
    private const int KeysAtOnce = 500;

    /// <summary>Notices what a reading just written holds for whom.</summary>
    /// <param name="hash"><c>sha256:</c> and the hash of its report.</param>
    public void Match(string hash)
    {
        if (!connection.ExecuteScalar<bool>("select exists (select 1 from subscription_key)"))
        {
            return;
        }

        (long reading, long report, string? outlet) = connection.QuerySingle<(long, long, string?)>(
            "select g.id, r.id, r.outlet from report r join reading g on g.report_id = r.id where r.hash = @hash", new { hash });
        SqliteFreshWords.Fill(connection, reading);
        List<SubscriptionRow> candidates = Candidates(Keys(reading, outlet));
        if (candidates.Count == 0)
        {
            return;
        }

        var notices = new SqliteNoticeWriter(connection, now);
        IReadOnlyDictionary<long, string> changed = candidates.Exists(row => row.Kind == "quotation") ? new SqliteChangedQuotations(connection).Find(report) : new Dictionary<long, string>();
        foreach (SubscriptionRow row in candidates)
        {
            IEnumerable<NewNotice> found = row.Kind switch
            {
                "meeting" => AccountsOf(row, reading).Select(fact => new NewNotice(fact)),
                "quotation" => changed.Count == 0 ? [] : Facts(row.FactQuery, reading).Where(changed.ContainsKey).Select(fact => new NewNotice(fact) { Before = changed[fact] }),
                _ => Facts(row.FactQuery, reading).Select(fact => new NewNotice(fact)),
            };
            notices.Write(row, [.. found]);
        }
    }

    private HashSet<string> Keys(long reading, string? outlet)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { SubscriptionKeys.Any };
        if (!string.IsNullOrWhiteSpace(outlet))
        {
            keys.Add(SubscriptionKeys.Outlet(outlet));
        }

        foreach ((string key, string folded) in connection.Query<(string, string)>(
            "select a.key, n.folded from reading_actor x join actor a on a.id in (x.actor_id, x.own_id) left join actor_name n on n.actor_id = a.id where x.reading_id = @reading", new { reading }))
        {
            keys.Add(SubscriptionKeys.Actor(key));
            keys.UnionWith((folded ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SubscriptionKeys.Name));
        }

        keys.UnionWith(SqliteFreshWords.Stems(connection).Select(SubscriptionKeys.Word));
        return keys;
    }

    private List<SubscriptionRow> Candidates(HashSet<string> keys)
    {
        var ids = new SortedSet<long>();
        foreach (string[] part in keys.Chunk(KeysAtOnce))
        {
            ids.UnionWith(connection.Query<long>("select subscription_id from subscription_key where key in @part", new { part }));
        }

        var rows = new List<SubscriptionRow>();
        foreach (long[] part in ids.Chunk(KeysAtOnce))
        {
            rows.AddRange(connection.Query<SubscriptionRow>($"select {SubscriptionRow.Columns} from subscription s where s.id in @part order by s.id", new { part }));
        }

        return rows;
    }

    private List<long> Facts(FactQuery query, long reading)
    {
        var filter = new SqliteFilter(connection, query, reading);
        string words = filter.Match is null ? "" : " and " + SqliteFreshWords.Matches;

        // A cross join is SQLite's way to say: these few rows first.
        return connection.Query<long>(
            $"select f.id from temp.fresh_words w cross join fact f on f.id = w.rowid where {filter.Where}{words} order by f.id limit {MostFacts}", filter.Values).AsList();
    }

    private IEnumerable<long> AccountsOf(SubscriptionRow row, long reading)
    {
        FactAnchor anchor = row.FactAnchor!;
        long? followed = new SqliteAnchors(connection, null).Find(anchor.Report, anchor.Type, (anchor.Start, anchor.End), anchor.Words);
        return followed is null
            ? []
            : connection.Query<long>(
                """
                select f.id from temp.fresh_words w cross join fact f on f.id = w.rowid join fact_cluster k on k.fact_id = f.id
                where f.reading_id = @reading and k.cluster_id = (select cluster_id from fact_cluster where fact_id = @followed) order by f.id
                """,
                new { reading, followed });
    }
}

using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>Facts that wait to be compared again, the latest first.</summary>
internal static class SqliteWaitingFacts
{
    /// <summary>Lets facts wait.</summary>
    public static void Add(SqliteConnection connection, SqliteTransaction transaction, ReadOnlySpan<long> facts) => connection.Execute(
        "insert or ignore into waiting_fact (fact_id) select value from json_each(@facts)", new { facts = JsonSerializer.Serialize(facts.ToArray()) }, transaction);

    /// <summary>Number of facts that wait.</summary>
    public static int Count(SqliteConnection connection) => connection.ExecuteScalar<int>("select count(*) from waiting_fact");

    /// <summary>Takes the latest away and gives them.</summary>
    public static IReadOnlyList<long> Take(SqliteConnection connection, SqliteTransaction transaction, int most)
    {
        List<long> facts = connection.Query<long>("select fact_id from waiting_fact order by fact_id desc limit @most", new { most }, transaction).AsList();
        connection.Execute("delete from waiting_fact where fact_id in (select fact_id from waiting_fact order by fact_id desc limit @most)", new { most }, transaction);
        return facts;
    }
}

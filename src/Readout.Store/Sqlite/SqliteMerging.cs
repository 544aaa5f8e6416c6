using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Merging;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Keeps groups of reports and clusters of facts up to date as readings are written, and reads them. Immutable, thread-safe.</summary>
internal sealed class SqliteMerging(Matchers matchers, AgencyFinder agencies)
{
    /// <summary>Loads the word lists and weights.</summary>
    public static SqliteMerging Load(string dataDirectory) => new(Matchers.Load(dataDirectory), AgencyFinder.Load(dataDirectory));

    /// <summary>All facts of the clusters that a report's facts are in; asked before its reading is written again.</summary>
    public static IReadOnlyList<long> Touched(SqliteConnection connection, SqliteTransaction transaction, string reportHash) => connection.Query<long>(
        """
        select k.fact_id from fact_cluster k where k.cluster_id in (
          select c.cluster_id from report r join fact f on f.report_id = r.id join fact_cluster c on c.fact_id = f.id where r.hash = @reportHash) order by 1
        """,
        new { reportHash },
        transaction).AsList();

    /// <summary>Places a report and its reading, both written already.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="transaction">The transaction that adds the report.</param>
    /// <param name="reading">What was written.</param>
    /// <param name="touched">What <see cref="Touched"/> gave before.</param>
    public void Place(SqliteConnection connection, SqliteTransaction transaction, ReportReading reading, IReadOnlyList<long> touched)
    {
        (long report, long row) = connection.QuerySingle<(long, long)>(
            "select r.id, g.id from report r join reading g on g.report_id = r.id where r.hash = @Id", new { reading.Report.Id }, transaction);
        new SqliteCorrections(connection, transaction).Attach(reading.Report.Id);
        new SqliteReportPlacing(connection, transaction, agencies).Place(report, reading.Report);
        var clustering = new SqliteClustering(connection, transaction, matchers);
        clustering.PlaceAgain(touched);
        clustering.Place(row);
    }

    /// <summary>Places the clusters of some facts anew, after a correction.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="transaction">The transaction that corrects.</param>
    /// <param name="rows">Rows of the facts.</param>
    public void PlaceAgain(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<long> rows)
    {
        var touched = connection.Query<long>(
            "select fact_id from fact_cluster where cluster_id in (select cluster_id from fact_cluster where fact_id in @rows) order by 1", new { rows }, transaction).AsList();
        new SqliteClustering(connection, transaction, matchers).PlaceAgain(touched);
    }

    /// <summary>The facts of one cluster, first report first; the fact alone where it has no others, empty where there is no such fact.</summary>
    public static IReadOnlyList<Fact> Cluster(SqliteConnection connection, string factId)
    {
        if (SqliteFacts.FindRow(connection, factId) is not { } row)
        {
            return [];
        }

        long[] ids = [.. connection.Query<long>(
            """
            select k.fact_id from fact_cluster k join fact f on f.id = k.fact_id join report r on r.id = f.report_id
            where k.cluster_id = (select cluster_id from fact_cluster where fact_id = @row)
            order by r.day = '', coalesce(r.published, ''), r.id, f.id limit @most
            """,
            new { row, most = FactQuery.MaximumLimit })];
        return new SqliteFactLoader(connection, withSpans: false).Load(ids.Length > 0 ? ids : [row]);
    }

    /// <summary>The near-duplicates of a report with itself, first published first; empty where there is no such report or it was never placed.</summary>
    public static IReadOnlyList<ReportCopy> Copies(SqliteConnection connection, string reportId)
    {
        if (SqliteReports.OnlyRow(connection, reportId) is not { } row)
        {
            return [];
        }

        var copies = connection.Query<(long Id, string Relation, string? Agency)>(
            """
            select g.report_id, g.relation, g.agency from report_group g join report r on r.id = g.report_id
            where g.group_id = (select group_id from report_group where report_id = @row) order by r.day = '', coalesce(r.published, ''), r.id limit @most
            """,
            new { row, most = FactQuery.MaximumLimit }).AsList();
        return [.. copies.Select(copy => new ReportCopy(SqliteReports.Summary(connection, copy.Id), RecordNames.Find<DuplicateRelation>(copy.Relation) ?? default, copy.Agency))];
    }

    /// <summary>Independent origins among all placed reports.</summary>
    public static int Origins(SqliteConnection connection) => connection.ExecuteScalar<int>("select count(distinct group_id) from report_group");
}

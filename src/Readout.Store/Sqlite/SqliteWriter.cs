using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Text;

namespace Readout.Store.Sqlite;

/// <summary>Writes one report and its reading inside a transaction that its caller begins and commits.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now)
{
    private string Now => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>True where the store has this reading of this report.</summary>
    public static bool Holds(SqliteConnection connection, string hash, ReadingVersion version) => connection.ExecuteScalar<bool>(
        "select exists (select 1 from report r join reading g on g.report_id = r.id where r.hash = @hash and g.engine = @Engine and g.model = @Model)",
        new { hash, version.Engine, version.Model });

    public AddOutcome Write(ReportReading reading)
    {
        long? known = connection.QuerySingleOrDefault<long?>("select id from report where hash = @Id", new { reading.Report.Id }, transaction);
        long report = known ?? InsertReport(reading);
        if (known is not null)
        {
            DeleteReading(report);
        }

        long row = connection.ExecuteScalar<long>(
            "insert into reading (report_id, engine, model, read_at, record) values (@report, @Engine, @Model, @Now, @json) returning id",
            new { report, reading.Version.Engine, reading.Version.Model, Now, json = RecordJson.Write(reading.Record with { Text = null }) },
            transaction);
        using var statements = new SqliteStatements(connection, transaction);
        new SqliteReadingWriter(statements, new ReadingRow(row, report, reading)).Write();
        connection.Execute("update store set revision = revision + 1", transaction: transaction);
        return known is null ? AddOutcome.Added : AddOutcome.ReadAgain;
    }

    private long InsertReport(ReportReading reading)
    {
        Report report = reading.Report;
        long id = connection.ExecuteScalar<long>(
            """
            insert into report (hash, file, url, outlet, headline, published, day, dateline, language, characters, text, added_at)
            values (@Id, @File, @Url, @Outlet, @Headline, @Published, @day, @Dateline, @Language, @Characters, @Text, @Now) returning id
            """,
            new
            {
                report.Id,
                report.File,
                report.Url,
                report.Outlet,
                report.Headline,
                report.Published,
                day = SortDay.Of(report.Published),
                report.Dateline,
                report.Language,
                reading.Record.Report.Characters,
                report.Text,
                Now,
            },
            transaction);
        connection.Execute("insert into raw (report_id, bytes) values (@id, @bytes)", new { id, bytes = reading.Raw.ToArray() }, transaction);
        return id;
    }

    // The rows of the old reading go with it (on delete cascade); actors that nothing else names go too.
    private void DeleteReading(long report)
    {
        var named = connection.Query<long>(
            """
            select a.actor_id from reading_actor a join reading g on g.id = a.reading_id where g.report_id = @report
            union select a.own_id from reading_actor a join reading g on g.id = a.reading_id where g.report_id = @report and a.own_id is not null
            """,
            new { report },
            transaction).AsList();
        connection.Execute("delete from reading where report_id = @report", new { report }, transaction);
        SqliteIdentities.RemoveUnused(connection, transaction, named);
    }
}

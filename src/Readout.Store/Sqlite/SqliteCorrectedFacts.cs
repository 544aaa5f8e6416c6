using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>
/// Writes what people put right into the rows of a fact, so that every list, count and export shows it: first what was read, then
/// each standing correction in the order in which they were made.
/// </summary>
internal sealed class SqliteCorrectedFacts(SqliteConnection connection, SqliteTransaction transaction)
{
    // The others are about who is whom and what belongs together.
    private static readonly string[] Changing =
    [
        .. ((CorrectionField[])[
            CorrectionField.Speaker, CorrectionField.Kind, CorrectionField.Span, CorrectionField.Time, CorrectionField.Verdict, CorrectionField.Participants, CorrectionField.Place,
            CorrectionField.Status, CorrectionField.Parties, CorrectionField.Period, CorrectionField.Due, CorrectionField.Amount]).Select(RecordNames.Of),
    ];

    /// <summary>Brings a fact to what its standing corrections say; nothing happens to one that never had any.</summary>
    public void Apply(long fact)
    {
        var corrections = connection.Query<(string Field, string Value)>(
            "select field, value from correction where fact_id = @fact and undone_at is null and field in @Changing order by id", new { fact, Changing }, transaction).AsList();
        bool wasCorrected = connection.ExecuteScalar<bool>("select exists (select 1 from anchor where fact_id = @fact)", new { fact }, transaction);
        if (corrections.Count == 0 && !wasCorrected)
        {
            return;
        }

        Row row = connection.QuerySingle<Row>(
            """
            select f.id as Id, f.reading_id as Reading, f.local as Local, f.type as Type, g.record as Record, r.published as Published, r.text as Text
            from fact f join reading g on g.id = f.reading_id join report r on r.id = f.report_id where f.id = @fact
            """,
            new { fact },
            transaction);
        FactAsRead read = SqliteAddedFacts.IsAdded(row.Local)
            ? new SqliteAddedFacts(connection, transaction).AsAdded(row.Local, row.Text)
            : FactAsRead.Of(RecordJson.Read(row.Record), row.Local);
        KeepAnchor(fact);
        var values = new SqliteFactValues(connection, transaction, new SqliteFactValues.Place(row.Id, row.Reading, row.Published, row.Text), read);
        values.Restore();
        foreach ((string field, string value) in corrections)
        {
            values.Set(RecordNames.Find<CorrectionField>(field)!.Value, value);
        }

        if (corrections.Count == 0)
        {
            connection.Execute("delete from anchor where fact_id = @fact", new { fact }, transaction);
        }

        bool corrected = corrections.Count > 0 || SqliteAddedFacts.IsAdded(row.Local);
        connection.Execute("update fact set corrected = @corrected where id = @fact", new { fact, corrected }, transaction);
    }

    private void KeepAnchor(long fact)
    {
        (int start, int end) = new SqliteAnchors(connection, transaction).Span(fact);
        connection.Execute("insert or ignore into anchor (fact_id, start, end, words) select id, @start, @end, words from fact where id = @fact", new { fact, start, end }, transaction);
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long Reading { get; init; }

        public string Local { get; init; } = "";

        public string Type { get; init; } = "";

        public string Record { get; init; } = "";

        public string? Published { get; init; }

        public string Text { get; init; } = "";
    }
}

using System.Globalization;
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
    private const string Changing = "field in ('speaker', 'kind', 'span', 'time', 'verdict')";

    /// <summary>Brings a fact to what its standing corrections say; nothing happens to one that never had any.</summary>
    public void Apply(long fact)
    {
        var corrections = connection.Query<(string Field, string Value)>(
            $"select field, value from correction where fact_id = @fact and undone_at is null and {Changing} order by id", new { fact }, transaction).AsList();
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
        FactAsRead read = FactAsRead.Of(RecordJson.Read(row.Record), row.Local);
        KeepAnchor(fact);
        Restore(row, read);
        foreach ((string field, string value) in corrections)
        {
            Set(row, read, (field, value));
        }

        if (corrections.Count == 0)
        {
            connection.Execute("delete from anchor where fact_id = @fact", new { fact }, transaction);
        }

        connection.Execute("update fact set corrected = @corrected where id = @fact", new { fact, corrected = corrections.Count > 0 }, transaction);
    }

    private void KeepAnchor(long fact)
    {
        (int start, int end) = new SqliteAnchors(connection, transaction).Span(fact);
        connection.Execute("insert or ignore into anchor (fact_id, start, end, words) select id, @start, @end, words from fact where id = @fact", new { fact, start, end }, transaction);
    }

    private void Restore(Row row, FactAsRead read)
    {
        connection.Execute("update fact set kind = @Kind, verdict = null where id = @Id", new { row.Id, read.Kind }, transaction);
        SetTime(row, read.Time);
        SetSpans(row, read, [.. read.Spans], read.Words);
        if (row.Type == "statement")
        {
            RestoreSpeakers(row, read);
        }
    }

    private void RestoreSpeakers(Row row, FactAsRead read)
    {
        connection.Execute("delete from fact_actor where fact_id = @Id and role = 'speaker'", new { row.Id }, transaction);
        for (int i = 0; i < read.Speakers.Count; i++)
        {
            connection.Execute(
                """
                insert into fact_actor (fact_id, role, ordinal, actor_id, own_id, phrase) select @Id, 'speaker', @i, x.actor_id, x.own_id, @Text
                from (select 1) left join reading_actor x on x.reading_id = @Reading and x.local = @Actor
                """,
                new { row.Id, i, row.Reading, read.Speakers[i].Actor, read.Speakers[i].Span.Text },
                transaction);
        }
    }

    private void Set(Row row, FactAsRead read, (string Field, string Value) correction)
    {
        switch (correction.Field)
        {
            case "kind" or "verdict":
                connection.Execute($"update fact set {correction.Field} = @Value where id = @Id", new { row.Id, correction.Value }, transaction);
                break;
            case "time":
                SetTime(row, correction.Value);
                break;
            case "span":
                SpanRecord[] spans = [.. CorrectionSpans.Parse(correction.Value)!.Select(span => CorrectionSpans.Of(row.Text, span))];
                SetSpans(row, read, spans, FactAsRead.Joined(spans));
                break;
            default:
                SetSpeaker(row, correction.Value);
                break;
        }
    }

    private void SetTime(Row row, string? time) => connection.Execute(
        "update fact set time = @time, day = @day where id = @Id",
        new { row.Id, time, day = SortDay.Of(time) is { Length: > 0 } day ? day : SortDay.Of(row.Published) },
        transaction);

    private void SetSpans(Row row, FactAsRead read, SpanRecord[] spans, string words)
    {
        connection.Execute("delete from evidence where fact_id = @Id and role = @Role", new { row.Id, read.Role }, transaction);
        connection.Execute(
            "insert into evidence (fact_id, role, ordinal, start, end) values (@Id, @Role, @i, @Start, @End)",
            spans.Select((span, i) => new { row.Id, read.Role, i, span.Start, span.End }),
            transaction);
        connection.Execute("update fact set words = @words where id = @Id and words <> @words", new { row.Id, words }, transaction);
        connection.Execute("update commitment set action = @action where fact_id = @Id", new { row.Id, action = FactAsRead.Joined(spans) }, transaction);
    }

    // A phrase that was read for one speaker now stands for the right one: "he" stays "he".
    private void SetSpeaker(Row row, string key)
    {
        string? phrase = connection.QueryFirstOrDefault<string>("select phrase from fact_actor where fact_id = @Id and role = 'speaker' order by ordinal", new { row.Id }, transaction);
        long actor = new SqliteIdentities(connection, transaction).Find(key) ?? throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"there is no actor {key} any more"));
        connection.Execute("delete from fact_actor where fact_id = @Id and role = 'speaker'", new { row.Id }, transaction);
        connection.Execute("insert into fact_actor (fact_id, role, ordinal, actor_id, phrase) values (@Id, 'speaker', 0, @actor, @phrase)", new { row.Id, actor, phrase }, transaction);
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

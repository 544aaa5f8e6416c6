using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Store.Sqlite;

/// <summary>Reads corrections as they are shown and exported.</summary>
internal static class SqliteCorrectionList
{
    private const string Columns =
        """
        c.id as Id, c.report_hash as Hash, c.fact_type as Type, c.start as Start, c.end as End, c.words as Words, c.field as Field, c.value as Value, c.note as Note,
          c.author as Author, c.is_account as IsAccount, c.added_id as Added, c.made_at as MadeAt, c.undone_at as UndoneAt, c.undone_by as UndoneBy, r.hash as FactHash, f.local as FactLocal, g.record as Record,
          s.hash as OtherHash, o.local as OtherLocal, (select a.key from actor a where c.fact_type = 'actor' and a.key = c.words) as Actor
        from correction c left join fact f on f.id = c.fact_id left join reading g on g.id = f.reading_id left join report r on r.id = f.report_id
          left join fact o on o.id = c.other_id left join report s on s.id = o.report_id
        """;

    /// <summary>All, or those of one fact, in the order in which they were made.</summary>
    public static IReadOnlyList<Correction> List(SqliteConnection connection, string? factId)
    {
        if (factId is null)
        {
            return Load(connection, "true", null);
        }

        return factId.Contains('/', StringComparison.Ordinal)
            ? Load(connection, "c.fact_type = 'actor' and (c.words = @factId or c.value = @factId)", new { factId })
            : SqliteFacts.FindRow(connection, factId) is { } row ? Load(connection, "c.fact_id = @row or c.other_id = @row", new { row }) : [];
    }

    /// <summary>The correction of a number.</summary>
    public static Correction One(SqliteConnection connection, long id) => Load(connection, "c.id = @id", new { id })[0];

    private static Correction[] Load(SqliteConnection connection, string where, object? values)
    {
        var records = new Dictionary<string, ReportRecord>(StringComparer.Ordinal);
        return [.. connection.Query<Row>($"select {Columns} where {where} order by c.id", values).AsList().Select(row => ToCorrection(row, records))];
    }

    private static Correction ToCorrection(Row row, Dictionary<string, ReportRecord> records) => new()
    {
        Id = row.Id,
        Report = row.Hash,
        Start = row.Start,
        End = row.End,
        Words = row.Words,
        Note = row.Note,
        Author = row.Author,
        IsAccount = row.IsAccount,
        Added = row.Added,
        MadeAt = row.MadeAt,
        UndoneAt = row.UndoneAt,
        UndoneBy = row.UndoneBy,
        Type = RecordNames.Find<FactType>(row.Type),
        Field = RecordNames.Find<CorrectionField>(row.Field) ?? default,
        Value = row.Field == "same" ? Id(row.OtherHash, row.OtherLocal) : row.Value,
        Fact = row.Type == "actor" ? row.Actor : Id(row.FactHash, row.FactLocal),
        Before = Before(row, records),
    };

    private static string? Before(Row row, Dictionary<string, ReportRecord> records)
    {
        // What a person added was not read, and has nothing before it.
        if (row.Record is null || row.FactLocal is null || SqliteAddedFacts.IsAdded(row.FactLocal))
        {
            return null;
        }

        if (!records.TryGetValue(row.FactHash!, out ReportRecord? record))
        {
            records.Add(row.FactHash!, record = RecordJson.Read(row.Record));
        }

        return RecordNames.Find<CorrectionField>(row.Field) is { } field ? FactAsRead.Of(record, row.FactLocal).Value(field, record.Actors) : null;
    }

    private static string? Id(string? hash, string? local) => hash is null ? null : ReportKey.Of(hash) + "-" + local;

    private sealed class Row
    {
        public long Id { get; init; }

        public string Hash { get; init; } = "";

        public string Type { get; init; } = "";

        public int Start { get; init; }

        public int End { get; init; }

        public string Words { get; init; } = "";

        public string Field { get; init; } = "";

        public string? Value { get; init; }

        public string? Note { get; init; }

        public string Author { get; init; } = "";

        public bool IsAccount { get; init; }

        public long? Added { get; init; }

        public string MadeAt { get; init; } = "";

        public string? UndoneAt { get; init; }

        public string? UndoneBy { get; init; }

        public string? FactHash { get; init; }

        public string? FactLocal { get; init; }

        public string? Record { get; init; }

        public string? OtherHash { get; init; }

        public string? OtherLocal { get; init; }

        public string? Actor { get; init; }
    }
}

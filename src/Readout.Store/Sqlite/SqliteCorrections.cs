using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Merging;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Store.Sqlite;

/// <summary>Writes and reads corrections, inside the transaction of its caller.</summary>
internal sealed class SqliteCorrections(SqliteConnection connection, SqliteTransaction? transaction)
{
    private readonly SqliteAnchors _anchors = new(connection, transaction);

    public Correction Add(CorrectionDraft draft, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(draft.Author) || draft.Author.Length > 200 || draft.Note?.Length > 4000 || draft.Value?.Length > 4000)
        {
            throw new CorrectionException("a correction needs an author of at most 200 characters, and a value and note of at most 4000");
        }

        long row = RowOf(draft.Fact);
        var fact = connection.QuerySingle<(string Hash, string Type, string Words, int Characters)>(
            "select r.hash, f.type, f.words, r.characters from fact f join report r on r.id = f.report_id where f.id = @row", new { row }, transaction);
        string? value = Checked(draft, fact.Type, fact.Characters);
        (int start, int end) = _anchors.Span(row);
        long id = connection.ExecuteScalar<long>(
            """
            insert into correction (report_hash, fact_type, start, end, field, value, note, made_at, author, words)
            values (@Hash, @Type, @start, @end, @field, @value, @Note, @made, @Author, @Words) returning id
            """,
            new { fact.Hash, fact.Type, start, end, field = RecordNames.Of(draft.Field), value, draft.Note, made = Moment(now), Author = draft.Author.Trim(), fact.Words },
            transaction);
        connection.Execute("update store set revision = revision + 1", transaction: transaction);
        return All("id = @id", new { id })[0];
    }

    public bool Undo(long id, string author, DateTimeOffset now)
    {
        bool done = connection.Execute("update correction set undone_at = @now, undone_by = @author where id = @id and undone_at is null", new { id, author, now = Moment(now) }, transaction) > 0;
        connection.Execute("update store set revision = revision + 1", transaction: transaction);
        return done;
    }

    public IReadOnlyList<Correction> List(string? factId)
    {
        if (factId is null)
        {
            return All("true", null);
        }

        return SqliteFacts.FindRow(connection, factId) is { } row
            ? [.. All("report_hash = (select r.hash from report r join fact f on f.report_id = r.id where f.id = @row)", new { row }).Where(correction => correction.Fact is { } id && SqliteFacts.FindRow(connection, id) == row)]
            : [];
    }

    /// <summary>Standing corrections of clusters, as rows of the facts that they join or part; those that find no fact are left out.</summary>
    public (IReadOnlyList<(long Left, long Right)> Same, IReadOnlySet<long> Apart) Clusters()
    {
        var same = new List<(long, long)>();
        var apart = new HashSet<long>();
        foreach (Row row in Rows("undone_at is null and field in ('same', 'apart')", null))
        {
            if (_anchors.Find(row.Hash, row.Type, (row.Start, row.End), row.Words) is not { } fact)
            {
                continue;
            }

            if (row.Field == "apart")
            {
                apart.Add(fact);
            }
            else if (row.Value is not null && JsonSerializer.Deserialize<Anchor>(row.Value) is { } other && _anchors.Find(other.Report, row.Type, (other.Start, other.End), other.Words) is { } right)
            {
                same.Add((fact, right));
            }
        }

        return (same, apart);
    }

    private string? Checked(CorrectionDraft draft, string type, int characters)
    {
        string value = draft.Value?.Trim() ?? "";
        bool fits = draft.Field switch
        {
            CorrectionField.Speaker => type == "statement" && value.Length > 0,
            CorrectionField.Kind => type == "statement" ? RecordNames.Find<StatementKind>(value) is not null : type == "commitment" && RecordNames.Find<CommitmentKind>(value) is not null,
            CorrectionField.Span => IsSpan(value, characters),
            CorrectionField.Time => DayRange.Parse(value) is not null,
            CorrectionField.Verdict => value is "accepted" or "rejected",
            CorrectionField.Actors => value.Split('=') is [{ Length: > 0 }, { Length: > 0 }],
            CorrectionField.Apart => value.Length == 0,
            _ => type is "statement" or "meeting",
        };
        if (!fits)
        {
            throw new CorrectionException($"\"{value}\" is no {RecordNames.Of(draft.Field)} of a {type}: {Expected(draft.Field)}");
        }

        return draft.Field == CorrectionField.Same ? JsonSerializer.Serialize(AnchorOf(value, type)) : value.Length > 0 ? value : null;
    }

    private Anchor AnchorOf(string factId, string type)
    {
        long row = RowOf(factId);
        var fact = connection.QuerySingle<(string Hash, string Type, string Words)>(
            "select r.hash, f.type, f.words from fact f join report r on r.id = f.report_id where f.id = @row", new { row }, transaction);
        if (fact.Type != type)
        {
            throw new CorrectionException($"{factId} is a {fact.Type}; only two of one type can be the same, and the corrected fact is a {type}");
        }

        (int start, int end) = _anchors.Span(row);
        return new Anchor(fact.Hash, start, end, fact.Words);
    }

    private long RowOf(string factId) => SqliteFacts.FindRow(connection, factId)
        ?? throw new CorrectionException($"there is no fact {factId}; ids look like 8eb030292736-s3 (readout list shows them)");

    private static string Expected(CorrectionField field) => field switch
    {
        CorrectionField.Speaker => "expected a name or an actor's key, for a statement",
        CorrectionField.Kind => "expected one of " + string.Join(", ", RecordNames.All<StatementKind>()) + " (of a commitment " + string.Join(", ", RecordNames.All<CommitmentKind>()) + ")",
        CorrectionField.Span => "expected start-end in code points of the report's text, such as 120-164",
        CorrectionField.Time => "expected a day, month, year or interval, such as 2023-12-11",
        CorrectionField.Verdict => "expected accepted or rejected",
        CorrectionField.Actors => "expected two actors' keys, such as person/ana-prado=person/a-prado",
        CorrectionField.Apart => "expected no value",
        _ => "expected the id of another statement or meeting",
    };

    private static bool IsSpan(string value, int characters) =>
        value.Split('-') is [{ } start, { } end] && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int to) && from < to && to <= characters;

    private Correction[] All(string where, object? values) => [.. Rows(where, values).Select(ToCorrection)];

    private List<Row> Rows(string where, object? values) => connection.Query<Row>(
        $"""
        select id as Id, report_hash as Hash, fact_type as Type, start as Start, end as End, words as Words, field as Field, value as Value, note as Note, author as Author,
          made_at as MadeAt, undone_at as UndoneAt, undone_by as UndoneBy from correction where {where} order by id
        """,
        values,
        transaction).AsList();

    private Correction ToCorrection(Row row) => new()
    {
        Id = row.Id,
        Report = row.Hash,
        Start = row.Start,
        End = row.End,
        Words = row.Words,
        Note = row.Note,
        Author = row.Author,
        MadeAt = row.MadeAt,
        UndoneAt = row.UndoneAt,
        UndoneBy = row.UndoneBy,
        Type = RecordNames.Find<FactType>(row.Type) ?? default,
        Field = RecordNames.Find<CorrectionField>(row.Field) ?? default,
        Value = row.Field == "same" && row.Value is not null && JsonSerializer.Deserialize<Anchor>(row.Value) is { } other
            ? IdOf(_anchors.Find(other.Report, row.Type, (other.Start, other.End), other.Words))
            : row.Value,
        Fact = IdOf(_anchors.Find(row.Hash, row.Type, (row.Start, row.End), row.Words)),
    };

    private string? IdOf(long? fact) => fact is null ? null : connection.QuerySingle<(string Hash, string Local)>(
        "select r.hash, f.local from fact f join report r on r.id = f.report_id where f.id = @fact", new { fact }, transaction) is var (hash, local) ? ReportKey.Of(hash) + "-" + local : null;

    private static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Anchor(string Report, int Start, int End, string Words);

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

        public string MadeAt { get; init; } = "";

        public string? UndoneAt { get; init; }

        public string? UndoneBy { get; init; }
    }
}

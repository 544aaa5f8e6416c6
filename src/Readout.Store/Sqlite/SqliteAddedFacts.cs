using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Attribution;
using Readout.Events;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>
/// Facts that the engine missed and a person added. Each has a row in the present reading under an id of its own (<c>sx12</c> for correction
/// 12), unless a newer reading has the fact itself: then the correction belongs to that one.
/// </summary>
internal sealed class SqliteAddedFacts(SqliteConnection connection, SqliteTransaction transaction)
{
    private const string OpeningMarks = "\"“„«‘";
    private const string ClosingMarks = "\"”“»’";
    private readonly SqliteAnchors _anchors = new(connection, transaction);

    /// <summary>Whether an id within a report is that of an added fact.</summary>
    public static bool IsAdded(string local) => local.Length > 2 && local[1] == 'x';

    /// <summary>The correction that added a fact, by its id within the report.</summary>
    public static long Correction(string local) => long.Parse(local.AsSpan(2), CultureInfo.InvariantCulture);

    /// <summary>Type and spans of a value such as <c>meeting 120-164</c>.</summary>
    public static (string Type, IReadOnlyList<(int Start, int End)>? Spans) Parse(string value)
    {
        int blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (value, null) : (value[..blank], CorrectionSpans.Parse(value[(blank + 1)..].Trim()));
    }

    /// <summary>An added fact as it was before anything was set of it.</summary>
    public FactAsRead AsAdded(string local, string text)
    {
        string value = connection.QuerySingle<string>("select value from correction where id = @id", new { id = Correction(local) }, transaction);
        (string type, IReadOnlyList<(int Start, int End)>? spans) = Parse(value);
        return FactAsRead.OfAdded(type, [.. spans!.Select(span => CorrectionSpans.Of(text, span))]);
    }

    /// <summary>Makes the rows of the fact that a correction adds, and lets the correction belong to it.</summary>
    public void Create(long correction)
    {
        var row = connection.QuerySingle<(string Value, long Report, long Reading, string Text, string? Published)>(
            """
            select c.value, r.id, g.id, r.text, r.published from correction c join report r on r.hash = c.report_hash join reading g on g.report_id = r.id
            where c.id = @correction
            """,
            new { correction },
            transaction);
        (string type, _) = Parse(row.Value);
        string local = string.Create(CultureInfo.InvariantCulture, $"{type[0]}x{correction}");
        FactAsRead read = AsAdded(local, row.Text);
        long fact = connection.ExecuteScalar<long>(
            """
            insert into fact (reading_id, report_id, local, type, kind, status, time, day, confidence, words, corrected)
            values (@Reading, @Report, @local, @type, @Kind, @Status, null, @day, 1, @Words, 1) returning id
            """,
            new { row.Reading, row.Report, local, type, read.Kind, read.Status, day = SortDay.Of(row.Published), read.Words },
            transaction);
        string details = type switch
        {
            "statement" => "insert into statement (fact_id, form, reason) values (@fact, @form, 'added by a person')",
            "meeting" => "insert into meeting (fact_id, mode) values (@fact, @mode)",
            _ => "insert into commitment (fact_id, action) values (@fact, @Words)",
        };
        connection.Execute(details, new { fact, form = RecordNames.Of(Form(row.Text, read.Spans)), mode = RecordNames.Of(default(MeetingMode)), read.Words }, transaction);
        foreach (string role in read.Role == "action" ? [read.Role, "evidence"] : (string[])[read.Role])
        {
            connection.Execute(
                "insert into evidence (fact_id, role, ordinal, start, end) values (@fact, @role, @i, @Start, @End)", read.Spans.Select((span, i) => new { fact, role, i, span.Start, span.End }), transaction);
        }

        connection.Execute("insert into fact_cluster (fact_id, cluster_id) values (@fact, @fact)", new { fact }, transaction);
        connection.Execute("update correction set fact_id = @fact where id = @correction or added_id = @correction", new { fact, correction }, transaction);
    }

    /// <summary>Takes away the fact that a correction added; nothing happens where the present reading has it by itself.</summary>
    /// <returns>Rows of the facts that it was one with.</returns>
    public IReadOnlyList<long> Remove(long correction)
    {
        var fact = connection.QuerySingleOrDefault<(long Id, string Local)>(
            "select f.id, f.local from correction c join fact f on f.id = c.fact_id where c.id = @correction", new { correction }, transaction);
        if (fact.Local is null || !IsAdded(fact.Local))
        {
            return [];
        }

        var others = connection.Query<long>(
            "select k.fact_id from fact_cluster k join fact_cluster own on own.cluster_id = k.cluster_id where own.fact_id = @Id and k.fact_id <> @Id order by 1", new { fact.Id }, transaction).AsList();
        var actors = connection.Query<long>("select distinct actor_id from fact_actor where fact_id = @Id and actor_id is not null", new { fact.Id }, transaction).AsList();
        connection.Execute("delete from fact where id = @Id", new { fact.Id }, transaction);
        SqliteIdentities.RemoveUnused(connection, transaction, actors);
        return others;
    }

    /// <summary>Lets every addition to a report belong to the fact that its new reading has, or makes it anew.</summary>
    public void Attach(string reportHash)
    {
        var additions = connection.Query<(long Id, string Type, long Start, long End, string Words, bool Stands)>(
            "select id, fact_type, start, end, words, undone_at is null from correction where report_hash = @reportHash and field = 'added' order by id", new { reportHash }, transaction).AsList();
        foreach ((long id, string type, long start, long end, string words, bool stands) in additions)
        {
            long? read = _anchors.Find(reportHash, type, ((int)start, (int)end), words, isRead: true);
            read = read is { } fact && IsAnotherMeeting(id, fact) ? null : read;
            connection.Execute("update correction set fact_id = @read where id = @id or added_id = @id", new { id, read }, transaction);
            if (read is null && stands)
            {
                Create(id);
            }
        }
    }

    // One sentence may tell of two meetings: where a person said who met, the one that is read must share somebody.
    private bool IsAnotherMeeting(long addition, long fact)
    {
        string? said = connection.QueryFirstOrDefault<string>(
            "select value from correction where added_id = @addition and field = 'participants' and undone_at is null order by id desc", new { addition }, transaction);
        return said is not null && !connection.ExecuteScalar<bool>(
            "select exists (select 1 from fact_actor x join actor a on a.id in (x.actor_id, x.own_id) where x.fact_id = @fact and x.role = 'participant' and a.key in @keys)",
            new { fact, keys = CorrectionNames.Parse(said) },
            transaction);
    }

    private static StatementForm Form(string text, IReadOnlyList<SpanRecord> spans)
    {
        string words = string.Concat(spans.Select(span => span.Text));
        var map = new Text.CodePointMap(text);
        (int start, int end) = (map.ToUtf16(spans[0].Start), map.ToUtf16(spans[^1].End));
        bool opens = OpeningMarks.Contains(text[start], StringComparison.Ordinal) || (start > 0 && OpeningMarks.Contains(text[start - 1], StringComparison.Ordinal));
        bool closes = ClosingMarks.Contains(text[end - 1], StringComparison.Ordinal) || (end < text.Length && ClosingMarks.Contains(text[end], StringComparison.Ordinal));
        return opens && closes ? StatementForm.Direct : words.AsSpan().ContainsAny(OpeningMarks) ? StatementForm.Mixed : StatementForm.Indirect;
    }
}

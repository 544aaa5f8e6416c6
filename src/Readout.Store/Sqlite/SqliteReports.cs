using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Reports and the store's sums.</summary>
internal static class SqliteReports
{
    // In one of a hundred reports of a store of some hundred thousand.
    private const int Frequent = 2000;

    private const string Columns =
        """
        r.id as Id, r.hash as Hash, r.file as File, r.url as Url, r.outlet as Outlet, r.headline as Headline, r.published as Published, r.day as Day,
          r.language as Language, r.characters as Characters, r.added_at as AddedAt,
          (select count(*) from fact f where f.report_id = r.id and f.type = 'statement' and f.verdict is not 'rejected') as Statements,
          (select count(*) from fact f where f.report_id = r.id and f.type = 'meeting' and f.verdict is not 'rejected') as Meetings,
          (select count(*) from fact f where f.report_id = r.id and f.type = 'commitment' and f.verdict is not 'rejected') as Commitments
        """;

    public static StoreStatus Status(SqliteConnection connection, string location)
    {
        Dictionary<string, int> facts = connection.Query<(string Type, int Count)>("select type, count(*) from fact group by type").ToDictionary(row => row.Type, row => row.Count);
        return new StoreStatus
        {
            Location = location,
            Schema = connection.ExecuteScalar<int>("pragma user_version"),
            Bytes = connection.ExecuteScalar<long>("pragma page_count") * connection.ExecuteScalar<long>("pragma page_size"),
            Reports = connection.ExecuteScalar<int>("select count(*) from report"),
            Actors = connection.ExecuteScalar<int>("select count(*) from actor where key not like 'report/%'"),
            Statements = facts.GetValueOrDefault("statement"),
            Meetings = facts.GetValueOrDefault("meeting"),
            Commitments = facts.GetValueOrDefault("commitment"),
            Events = facts.GetValueOrDefault("event"),
            First = connection.QueryFirstOrDefault<string>("select day from report where day <> '' order by day limit 1"),
            Last = connection.QueryFirstOrDefault<string>("select day from report where day <> '' order by day desc limit 1"),
            Outlets = [.. connection.Query<string>("select distinct outlet from report where outlet is not null order by outlet")],
        };
    }

    public static StoredReport? Find(SqliteConnection connection, string reportId)
    {
        if (OnlyRow(connection, reportId) is not { } id)
        {
            return null;
        }

        Row row = connection.QuerySingle<Row>($"select {Columns} from report r where r.id = @id", new { id });
        var reading = connection.QuerySingle<(long Id, string Text, string Record, string Engine, string Model)>(
            "select g.id, r.text, g.record, g.engine, g.model from report r join reading g on g.report_id = r.id where r.id = @id", new { id });
        ReportRecord read = RecordJson.Read(reading.Record);
        var corrected = new SqliteCorrectedRecord(connection, reading.Text, reading.Id);
        return new StoredReport
        {
            Summary = row.Summary(),
            Text = reading.Text,
            AsRead = read,
            Record = corrected.Of(read),
            Version = new ReadingVersion(reading.Engine, reading.Model),
            ActorKeys = connection.Query<(string Local, string Key)>(
                "select x.local, a.key from reading_actor x join actor a on a.id = x.actor_id where x.reading_id = @Id", new { reading.Id })
                .Concat(corrected.AddedKeys.Select(added => (Local: added.Key, Key: added.Value)))
                .ToDictionary(actor => actor.Local, actor => actor.Key, StringComparer.Ordinal),
        };
    }

    /// <summary>What lists show of the report of a row.</summary>
    public static ReportSummary Summary(SqliteConnection connection, long id) =>
        connection.QuerySingle<Row>($"select {Columns} from report r where r.id = @id", new { id }).Summary();

    public static byte[]? FindRaw(SqliteConnection connection, string reportId) =>
        OnlyRow(connection, reportId) is { } id ? connection.QuerySingleOrDefault<byte[]>("select bytes from raw where report_id = @id", new { id }) : null;

    public static Page<ReportSummary> List(SqliteConnection connection, ReportQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int limit = Math.Clamp(query.Limit, 1, FactQuery.MaximumLimit);
        var values = new DynamicParameters();
        string where = Where(connection, query, values);
        List<Row> rows = connection.Query<Row>(
            $"select {Columns} from report r where {where} order by r.day desc, r.id desc limit {limit + 1}", values).AsList();
        string? next = rows.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{rows[limit - 1].Day}~{rows[limit - 1].Id}") : null;
        return new Page<ReportSummary>([.. rows.Take(limit).Select(row => row.Summary())], next);
    }

    private static string Where(SqliteConnection connection, ReportQuery query, DynamicParameters values)
    {
        var conditions = new List<string> { "true" };
        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            values.Add(name, value);
        }

        if (SearchWords.ToFts5(query.Words) is { } match)
        {
            Add("r.id in (select rowid from report_words where report_words match @match)", "match", match);
        }

        if (!string.IsNullOrWhiteSpace(query.Outlet))
        {
            Add("r.outlet = @outlet collate nocase", "outlet", query.Outlet.Trim());
        }

        if (!string.IsNullOrWhiteSpace(query.Actor))
        {
            // Whoever is in many reports is soon met going through the latest; whoever is in few has them gathered.
            long[] actors = SqliteActors.Resolve(connection, query.Actor);
            bool isFrequent = connection.ExecuteScalar<int>($"select count(*) from (select 1 from reading_actor where actor_id in @actors limit {Frequent})", new { actors }) == Frequent;
            Add(
                isFrequent
                    ? "exists (select 1 from reading g join reading_actor x on x.reading_id = g.id where g.report_id = r.id and +x.actor_id in @actors)"
                    : "r.id in (select g.report_id from reading g join reading_actor x on x.reading_id = g.id where x.actor_id in @actors)",
                "actors",
                actors);
        }

        if (!string.IsNullOrWhiteSpace(query.Added))
        {
            Add("r.added_at > @added", "added", QueryTerms.Moment(query.Added));
        }

        if (QueryTerms.Day(query.Since, "since") is { } since)
        {
            Add("r.day >= @since", "since", since);
        }

        if (QueryTerms.Day(query.Until, "until") is { } until)
        {
            Add("r.day <= @until and r.day <> ''", "until", until + "~");
        }

        if (SqliteFacts.Cursor(query.Cursor) is var (day, id))
        {
            values.Add("cursorDay", day);
            Add("(r.day, r.id) < (@cursorDay, @cursorId)", "cursorId", id);
        }

        return string.Join(" and ", conditions);
    }

    internal static long? OnlyRow(SqliteConnection connection, string reportId)
    {
        if (ReportKey.Parse(reportId) is not { } prefix)
        {
            return null;
        }

        // 'g' sorts after the last hex digit.
        List<long> rows = connection.Query<long>("select id from report where hash between @prefix and @prefix || 'g' limit 2", new { prefix }).AsList();
        return rows.Count == 1 ? rows[0] : null;
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Hash { get; init; } = "";

        public string? File { get; init; }

        public string? Url { get; init; }

        public string? Outlet { get; init; }

        public string? Headline { get; init; }

        public string? Published { get; init; }

        public string Day { get; init; } = "";

        public string Language { get; init; } = "";

        public int Characters { get; init; }

        public string AddedAt { get; init; } = "";

        public int Statements { get; init; }

        public int Meetings { get; init; }

        public int Commitments { get; init; }

        public ReportSummary Summary() => new()
        {
            Key = ReportKey.Of(Hash),
            Id = Hash,
            File = File,
            Url = Url,
            Outlet = Outlet,
            Headline = Headline,
            Published = Published,
            Language = Language,
            Characters = Characters,
            Statements = Statements,
            Meetings = Meetings,
            Commitments = Commitments,
            AddedAt = AddedAt,
        };
    }
}

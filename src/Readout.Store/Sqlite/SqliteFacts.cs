using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Lists of facts: first the rows' numbers in order, then everything about those few.</summary>
internal static class SqliteFacts
{
    // A rank is no place to go on from, so that the parts of a list by relevance are counted off; this bounds the counting.
    private const int MaximumOffset = 2000;

    public static Fact? Find(SqliteConnection connection, string factId) =>
        FindRow(connection, factId) is { } row ? new SqliteFactLoader(connection, withSpans: true).Load([row])[0] : null;

    /// <summary>Row number of the fact of an id; null where none or more than one has it.</summary>
    public static long? FindRow(SqliteConnection connection, string factId)
    {
        int hyphen = factId?.LastIndexOf('-') ?? -1;
        if (hyphen < 0 || ReportKey.Parse(factId![..hyphen]) is not { } prefix)
        {
            return null;
        }

        long[] ids = [.. connection.Query<long>(
            "select f.id from report r join reading g on g.report_id = r.id join fact f on f.reading_id = g.id where r.hash between @prefix and @prefix || 'g' and f.local = @local limit 2",
            new { prefix, local = factId[(hyphen + 1)..] })];
        return ids.Length == 1 ? ids[0] : null;
    }

    public static Page<Fact> List(SqliteConnection connection, FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int limit = Math.Clamp(query.Limit, 1, FactQuery.MaximumLimit);
        var filter = new SqliteFilter(connection, query);
        List<PlaceInOrder> rows = query.Order == FactOrder.Relevance && filter.Match is not null
            ? ByRelevance(connection, filter, query.Cursor, limit)
            : ByDay(connection, filter, query, limit);
        string? next = rows.Count > limit ? NextCursor(rows[limit - 1], query, filter, limit) : null;
        long[] ids = [.. rows.Take(limit).Select(row => row.Id)];
        return new Page<Fact>(new SqliteFactLoader(connection, query.WithSpans).Load(ids, filter.Match), next);
    }

    private static List<PlaceInOrder> ByDay(SqliteConnection connection, SqliteFilter filter, FactQuery query, int limit)
    {
        bool oldest = query.Order == FactOrder.Oldest;
        if (Cursor(query.Cursor) is var (day, id))
        {
            filter.Values.Add("cursorDay", day);
            filter.Add(oldest ? "(f.day, f.id) > (@cursorDay, @cursorId)" : "(f.day, f.id) < (@cursorDay, @cursorId)", "cursorId", id);
        }

        string direction = oldest ? "asc" : "desc";
        return connection.Query<PlaceInOrder>(filter.InOrder(direction, limit + 1), filter.Values).AsList();
    }

    private static List<PlaceInOrder> ByRelevance(SqliteConnection connection, SqliteFilter filter, string? cursor, int limit) => connection.Query<PlaceInOrder>(
        $"""
        select f.id as Id, f.day as Day from fact_words w join fact f on f.id = w.rowid
        where w.fact_words match @match and {filter.Where} order by bm25(fact_words), f.day desc, f.id desc limit {limit + 1} offset {Offset(cursor)}
        """,
        filter.Values).AsList();

    private static string? NextCursor(PlaceInOrder last, FactQuery query, SqliteFilter filter, int limit)
    {
        if (query.Order != FactOrder.Relevance || filter.Match is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{last.Day}~{last.Id}");
        }

        int offset = Offset(query.Cursor) + limit;
        return offset > MaximumOffset ? null : offset.ToString(CultureInfo.InvariantCulture);
    }

    private static int Offset(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        return int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) && offset <= MaximumOffset
            ? offset
            : throw BadCursor(cursor);
    }

    /// <summary>Day and row after which to go on; null at the beginning.</summary>
    /// <exception cref="QueryException">The cursor is none of ours.</exception>
    public static (string Day, long Id)? Cursor(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        int tilde = cursor.IndexOf('~', StringComparison.Ordinal);
        return tilde >= 0 && SortDay.Of(cursor[..tilde]).Length == tilde
            && long.TryParse(cursor.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? (cursor[..tilde], id)
            : throw BadCursor(cursor);
    }

    private static QueryException BadCursor(string cursor) =>
        new("cursor", $"'{cursor}' is no cursor; leave it out to begin at the start, or pass the 'next' of the part before");

    private sealed class PlaceInOrder
    {
        public long Id { get; init; }

        public string Day { get; init; } = "";
    }
}

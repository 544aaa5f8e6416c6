using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Lists of facts: first the rows' numbers in order, then everything about those few.</summary>
internal static class SqliteFacts
{
    // A rank is no place to go on from, so that the parts of a list by relevance are counted off.
    private const int MaximumOffset = FactQuery.MostRanked;

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

    public static Page<Fact> List(SqliteFactSearch search, FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int limit = Math.Clamp(query.Limit, 1, FactQuery.MaximumLimit);
        string? match = SearchWords.ToFts5(query.Words);
        bool isRanked = query.Order == FactOrder.Relevance && match is not null;
        long[] rows;
        string? next = null;
        if (isRanked)
        {
            int offset = Offset(query.Cursor);
            rows = [.. SqliteRanking.Of(search, search.Filter(query), match!).Skip(offset).Take(limit + 1)];
            next = rows.Length > limit ? (offset + limit).ToString(CultureInfo.InvariantCulture) : null;
        }
        else
        {
            (int Day, long Row)? after = Cursor(query.Cursor) is var (day, id) ? (PackedDay.Of(day), id) : null;
            (int Day, long Row)[] first = FirstFacts.Of(search.Columns, search.Filter(query), query.Order == FactOrder.Oldest, limit + 1, after);
            rows = [.. first.Select(one => one.Row)];
            next = first.Length > limit ? string.Create(CultureInfo.InvariantCulture, $"{PackedDay.Text(first[limit - 1].Day)}~{first[limit - 1].Row}") : null;
        }

        return new Page<Fact>(new SqliteFactLoader(search.Connection, query.WithSpans).Load([.. rows.Take(limit)], match), next);
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
}

using System.Text.Json;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>
/// Best match first (BM25 over all facts), among the <see cref="FactQuery.MostRanked"/> that were added last: a rank costs two microseconds each, and a frequent word is in
/// hundreds of thousands.
/// </summary>
internal static class SqliteRanking
{
    /// <summary>Rows, best match first, of equal ones the latest.</summary>
    public static IEnumerable<long> Of(SqliteFactSearch search, FactFilter filter, string match)
    {
        List<(int Day, long Row)> found = AddedLast(search.Columns, filter);
        if (found.Count == 0)
        {
            return [];
        }

        var days = found.ToDictionary(one => one.Row, one => one.Day);
        var ranked = new List<(double Rank, int Day, long Row)>(found.Count);
        using SqliteCommand command = search.Connection.CreateCommand();

        // The plus keeps FTS5 from looking up each row by itself.
        command.CommandText = "select rowid, bm25(fact_words) from fact_words where fact_words match $match and rowid between $from and $to and +rowid in (select value from json_each($rows))";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$from", found[^1].Row);
        command.Parameters.AddWithValue("$to", found[0].Row);
        command.Parameters.AddWithValue("$rows", JsonSerializer.Serialize(found.Select(one => one.Row)));
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            long row = rows.GetInt64(0);
            ranked.Add((rows.GetDouble(1), days[row], row));
        }

        return ranked.OrderBy(one => one.Rank).ThenByDescending(one => one.Day).ThenByDescending(one => one.Row).Select(one => one.Row);
    }

    // Latest row first.
    private static List<(int Day, long Row)> AddedLast(FactColumns columns, FactFilter filter)
    {
        var found = new List<(int, long)>();
        for (int i = columns.Segments.Count - 1; i >= 0 && found.Count < FactQuery.MostRanked; i--)
        {
            FactSegment segment = columns.Segments[i];
            if (filter.Match(segment, PackedDay.None, int.MaxValue, out PositionSet set))
            {
                for (int position = FactSegment.Size - 1; position >= 0 && found.Count < FactQuery.MostRanked; position--)
                {
                    if (set.Has(position))
                    {
                        found.Add((segment.Days[position], segment.First + position));
                    }
                }
            }
        }

        return found;
    }
}

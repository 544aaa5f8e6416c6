using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;

namespace Readout.Store.Sqlite;

/// <summary>
/// Keeps the columns of a store up to date: loads all when they are asked for first, then the segments that writers changed, in this process or another.
/// Thread-safe; while one reader loads, others wait.
/// </summary>
internal sealed class SqliteColumns(SqliteDatabase database)
{
    // Segments that one connection reads in a go: some hundred thousand facts.
    private const int MostOfRun = 32;
    private const int MostReaders = 4;

    private readonly ColumnTables _tables = new();
    private readonly Lock _loading = new();
    private volatile FactColumns? _current;

    /// <summary>The columns at the revision that a connection reads, or at a later one where somebody has written since, and that revision.</summary>
    public (FactColumns Columns, long Revision) At(SqliteConnection connection)
    {
        long revision = connection.ExecuteScalar<long>("select revision from store");
        if (_current is { } known && known.Revision >= revision)
        {
            return (known, revision);
        }

        lock (_loading)
        {
            return (_current is { } latest && latest.Revision >= revision ? latest : _current = Load(connection, _current, revision), revision);
        }
    }

    private FactColumns Load(SqliteConnection connection, FactColumns? before, long revision)
    {
        (string What, int Number, long Version)[] versions = [.. connection.Query<(string, int, long)>("select what, number, version from segment_version order by what, number")];
        (int Number, long Version)[] facts = [.. versions.Where(row => row.What == "fact").Select(row => (row.Number, row.Version))];
        var kept = new Dictionary<int, FactSegment>();
        var runs = new List<List<(int Number, long Version)>>();
        foreach ((int number, long version) in facts)
        {
            if (before?.Segment(number) is { } segment && segment.Version == version)
            {
                kept[number] = segment;
            }
            else if (runs.Count > 0 && runs[^1].Count < MostOfRun && runs[^1][^1].Number == number - 1)
            {
                runs[^1].Add((number, version));
            }
            else
            {
                runs.Add([(number, version)]);
            }
        }

        foreach (FactSegment segment in Segments(connection, runs))
        {
            kept[segment.Number] = segment;
        }

        var loader = new SqliteSegmentLoader(connection, _tables);
        ActorSegment[] actors =
        [
            .. versions.Where(row => row.What == "actor").Select(row => before?.ActorsOf(row.Number) is { } same && same.Version == row.Version ? same : loader.Actors(row.Number, row.Version)),
        ];
        return new FactColumns(_tables, [.. kept.Values.OrderBy(segment => segment.Number)], actors, revision);
    }

    private IEnumerable<FactSegment> Segments(SqliteConnection connection, List<List<(int Number, long Version)>> runs)
    {
        if (runs.Count <= 1)
        {
            var loader = new SqliteSegmentLoader(connection, _tables);
            return runs.SelectMany(run => loader.Facts(run[0].Number, [.. run.Select(one => one.Version)]));
        }

        // Other connections may read a later state; the versions are then those of the state that this one reads, and the segment is read once more when asked for next.
        return runs.AsParallel().WithDegreeOfParallelism(Math.Min(MostReaders, Environment.ProcessorCount))
            .SelectMany(run => database.Read(other => new SqliteSegmentLoader(other, _tables).Facts(run[0].Number, [.. run.Select(one => one.Version)])));
    }
}

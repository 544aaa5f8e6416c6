using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>Whom names mean, kept while the record stays as it is: a page asks for its list and its numbers, and a name is looked for among all. Thread-safe.</summary>
internal sealed class SqliteNames
{
    private const int MostKept = 256;

    private Kept _kept = new(-1);

    /// <summary>Rows of the actors that a key or a name means.</summary>
    /// <param name="connection">Connection.</param>
    /// <param name="revision">Revision that the connection reads.</param>
    /// <param name="typed">Key or name.</param>
    /// <exception cref="Queries.QueryException">It is no name.</exception>
    public IReadOnlyList<int> Find(SqliteConnection connection, long revision, string typed)
    {
        Kept kept = Volatile.Read(ref _kept);
        if (kept.Revision != revision || kept.Rows.Count >= MostKept)
        {
            kept = new Kept(revision);
            Volatile.Write(ref _kept, kept);
        }

        return kept.Rows.GetOrAdd(typed, _ => [.. SqliteActors.Resolve(connection, typed).Select(row => checked((int)row))]);
    }

    private sealed record Kept(long Revision)
    {
        public ConcurrentDictionary<string, int[]> Rows { get; } = new(StringComparer.Ordinal);
    }
}

using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using SQLitePCL;

namespace Readout.Store.Sqlite;

/// <summary>What searches for words find, as sets of facts. The latest are kept while the record stays as it is: a page asks for its list and its numbers. Thread-safe.</summary>
internal sealed class SqliteWords
{
    // Of a million facts a set is some 160 kB.
    private const int MostKept = 32;

    private readonly Lock _access = new();
    private readonly Queue<(string Match, WordSet Set)> _kept = new();
    private long _revision = -1;

    /// <summary>All facts whose words match.</summary>
    /// <param name="connection">Connection.</param>
    /// <param name="revision">Revision that the connection reads.</param>
    /// <param name="match">FTS5 expression.</param>
    public WordSet Find(SqliteConnection connection, long revision, string match)
    {
        lock (_access)
        {
            if (_revision != revision)
            {
                _kept.Clear();
                _revision = revision;
            }

            foreach ((string known, WordSet set) in _kept)
            {
                if (known == match)
                {
                    return set;
                }
            }
        }

        var found = Read(connection, match);
        lock (_access)
        {
            if (_revision == revision)
            {
                while (_kept.Count >= MostKept)
                {
                    _kept.Dequeue();
                }

                _kept.Enqueue((match, found));
            }
        }

        return found;
    }

    private static WordSet Read(SqliteConnection connection, string match)
    {
        var set = new WordSet();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select rowid from fact_words where fact_words match $match";
        command.Parameters.AddWithValue("$match", match);
        using SqliteDataReader rows = command.ExecuteReader();
        sqlite3_stmt statement = rows.Handle!;
        while (rows.Read())
        {
            // A frequent word is in hundreds of thousands: straight from SQLite, without the reader's checks.
            set.Add(raw.sqlite3_column_int64(statement, 0));
        }

        return set;
    }
}

using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>
/// A full-text index of a few words beside the large one, in the memory of the connection: matching a new report's facts against what people
/// follow and highlighting a page's facts, costs the same however many reports the store holds. Its tokenizer is that of <c>fact_words</c>.
/// </summary>
internal static class SqliteFreshWords
{
    /// <summary>The condition that a fact's words match <c>@match</c>.</summary>
    public const string Matches = "f.id in (select rowid from temp.fresh_words where fresh_words match @match)";

    /// <summary>Holds the words of the facts of one reading, and nothing else.</summary>
    public static void Fill(SqliteConnection connection, long reading)
    {
        Clear(connection);
        connection.Execute("insert into temp.fresh_words (rowid, words) select id, words from fact where reading_id = @reading", new { reading });
    }

    /// <summary>The stems in it, each once.</summary>
    public static IEnumerable<string> Stems(SqliteConnection connection) => connection.Query<string>("select term from temp.fresh_terms");

    /// <summary>The stems of some words.</summary>
    public static string[] StemsOf(SqliteConnection connection, string words)
    {
        Clear(connection);
        connection.Execute("insert into temp.fresh_words (rowid, words) values (1, @words)", new { words });
        return [.. Stems(connection)];
    }

    /// <summary>The words of some facts with a <c>char(2)</c> before and a <c>char(3)</c> after what matches: a prefix is looked up among their words alone.</summary>
    public static Dictionary<long, string> Highlight(SqliteConnection connection, long[] facts, string match)
    {
        Clear(connection);
        connection.Execute("insert into temp.fresh_words (rowid, words) select id, words from fact where id in (select value from json_each(@ids))", new { ids = JsonSerializer.Serialize(facts) });
        return connection.Query<(long Id, string Words)>("select rowid, highlight(fresh_words, 0, char(2), char(3)) from temp.fresh_words where fresh_words match @match", new { match })
            .ToDictionary(row => row.Id, row => row.Words);
    }

    private static void Clear(SqliteConnection connection) => connection.Execute(
        """
        create virtual table if not exists temp.fresh_words using fts5 (words, tokenize = 'porter unicode61 remove_diacritics 2');
        create virtual table if not exists temp.fresh_terms using fts5vocab (temp, fresh_words, row);
        delete from temp.fresh_words;
        """);
}

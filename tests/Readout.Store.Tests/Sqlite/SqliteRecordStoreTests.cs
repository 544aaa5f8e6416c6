using System.Text;
using Microsoft.Data.Sqlite;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string StoreFile => _folder.File("store.db");

    internal override IRecordStore Open() => SqliteRecordStore.Open(StoreFile);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_of_a_newer_version_is_refused_untouched()
    {
        Open().Dispose();
        Execute($"pragma user_version = {SqliteSchema.Current + 1}");
        byte[] before = File.ReadAllBytes(StoreFile);

        var refused = Assert.Throws<StoreException>(Open);
        Assert.Contains("newer Readout", refused.Message, StringComparison.Ordinal);
        Assert.Contains(StoreFile, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(StoreFile));
        Assert.Equal([StoreFile], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_untouched()
    {
        File.WriteAllText(StoreFile, new string('x', 4096), Encoding.ASCII);
        Assert.Contains("not an SQLite database", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 4096), File.ReadAllText(StoreFile));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Execute("create table song (title text)");
        Assert.Contains("another program", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(StoreFile);
        Assert.Contains("is a folder", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_makes_the_folders_on_the_way()
    {
        using SqliteRecordStore store = SqliteRecordStore.Open(_folder.File("a/b/c.db"));
        Assert.Equal(SqliteSchema.Current, store.Status().Schema);
    }

    [Fact]
    public void Corrections_survive_a_new_reading()
    {
        using IRecordStore store = Open();
        ReportReading reading = Readings.Invented(1);
        store.Add(reading);
        Execute($"insert into correction (report_hash, fact_type, start, end, field, value, made_at) values ('{reading.Report.Id}', 'statement', 3, 9, 'kind', '\"denial\"', '2024-01-01')");
        store.Add(reading with { Version = new ReadingVersion("0.2.0", "m2") });
        Assert.Equal(1L, Execute("select count(*) from correction"));
    }

    [Fact]
    public void The_full_text_index_agrees_with_the_facts_after_a_new_reading()
    {
        using IRecordStore store = Open();
        store.Add(Readings.Invented(1));
        store.Add(Readings.Invented(1) with { Version = new ReadingVersion("0.2.0", "m2") });
        Execute("insert into fact_words (fact_words, rank) values ('integrity-check', 1)");
        Execute("insert into report_words (report_words, rank) values ('integrity-check', 1)");
        Assert.Null(Execute("pragma foreign_key_check"));
    }

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}

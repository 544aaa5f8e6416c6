using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;

namespace Readout.Store.Tests;

public sealed class CrashTests
{
    // Each round kills a real process (SIGKILL) at another moment of its work.
    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(61)]
    [InlineData(140)]
    public async Task A_killed_writer_leaves_each_report_wholly_or_not_at_all(int milliseconds)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("store.db");
        using (Process writer = Start(path))
        {
            string? first = await writer.StandardOutput.ReadLineAsync();
            Assert.Equal("0", first);
            await Task.Delay(milliseconds);
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        using (SqliteRecordStore store = SqliteRecordStore.Open(path))
        {
            int reports = store.Status().Reports;
            Assert.True(reports > 0);
            Assert.Equal(AddOutcome.Unchanged, store.Add(Readings.Invented(reports - 1)));
            Assert.Equal(AddOutcome.Added, store.Add(Readings.Invented(reports)));
        }

        AssertWhole(path);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(90)]
    public async Task A_killed_writer_loses_no_notice_and_no_message(int milliseconds)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("store.db");
        using (SqliteRecordStore store = SqliteRecordStore.Open(path))
        {
            store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Holm", Kind = SubscriptionKind.Search, Query = new FactQuery { Types = [FactType.Commitment], Actor = "Holm" } });
            store.Notices.AddDestination(new Destination { Owner = "eva", Kind = DestinationKind.Webhook, Address = "https://example.org/hook", Secret = "whsec_eA==" });
        }

        using (Process writer = Start(path))
        {
            await writer.StandardOutput.ReadLineAsync();
            await Task.Delay(milliseconds);
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        using SqliteRecordStore after = SqliteRecordStore.Open(path, new SetClock(DateTimeOffset.UtcNow.AddMinutes(5)));
        int reports = after.Status().Reports;
        Assert.Equal(reports, after.Notices.Unread("eva"));
        Assert.Equal(reports, Assert.Single(after.Notices.Claim(10)).Notices.Count);
    }

    private static void AssertWhole(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        Assert.Equal("ok", One(connection, "pragma integrity_check"));
        Assert.Null(One(connection, "pragma foreign_key_check"));
        One(connection, "insert into fact_words (fact_words, rank) values ('integrity-check', 1)");
        long reports = (long)One(connection, "select count(*) from report")!;
        foreach (string table in (string[])["raw", "reading", "statement", "meeting", "commitment", "place_mention"])
        {
            Assert.Equal(reports, (long)One(connection, $"select count(*) from {table}")!);
        }

        Assert.Equal(reports * 2, (long)One(connection, "select count(*) from mention")!);
        Assert.Equal(reports, (long)One(connection, "select revision from store")!);
    }

    private static object? One(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static Process Start(string path) => Process.Start(new ProcessStartInfo
    {
        FileName = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        ArgumentList = { "exec", typeof(CrashTests).Assembly.Location, "write", path },
        RedirectStandardOutput = true,
    })!;
}

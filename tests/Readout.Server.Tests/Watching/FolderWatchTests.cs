using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Readout.Store.Sqlite;

namespace Readout.Server.Tests.Watching;

public sealed class FolderWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-watch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task New_and_changed_files_are_read_and_a_failing_read_does_not_end_the_watch()
    {
        string watched = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        var calls = new ConcurrentQueue<IReadOnlyList<string>>();
        using SqliteRecordStore store = SqliteRecordStore.Open(Path.Combine(_folder, "store.db"));
        await using WebApplication app = ReadoutServer.Build(new ServerOptions
        {
            Store = store,
            Urls = ["http://127.0.0.1:0"],
            Watched = [watched],
            Intake = (paths, _) =>
            {
                calls.Enqueue(paths);
                return calls.Count == 1 ? throw new InvalidOperationException("the first read fails") : Task.CompletedTask;
            },
        });
        await app.StartAsync();

        string first = Path.Combine(watched, "a.txt");
        for (int i = 0; i < 50; i++)
        {
            await File.AppendAllTextAsync(first, "line\n");
        }

        await Until(() => !calls.IsEmpty);
        string folder = Directory.CreateDirectory(Path.Combine(watched, "deeper")).FullName;
        string second = Path.Combine(folder, "b.txt");
        await File.WriteAllTextAsync(second, "line\n");
        await Until(() => calls.SelectMany(paths => paths).Any(path => path == second || path == folder));
        Assert.Equal([first], calls.First());
        Assert.True(calls.Count < 25, "fifty writes to one file are a few changes");
        await app.StopAsync();
    }

    private static async Task Until(Func<bool> reached)
    {
        for (int i = 0; i < 200 && !reached(); i++)
        {
            await Task.Delay(100);
        }

        Assert.True(reached());
    }
}

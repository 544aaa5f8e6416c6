using System.Globalization;
using Readout.Server.Http;
using Readout.Store.Sqlite;

namespace Readout.Server.Tests.Http;

public sealed class RevisionCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-cache-").FullName;
    private readonly SqliteRecordStore _store;
    private readonly RevisionCache _cache;

    public RevisionCacheTests()
    {
        _store = SqliteRecordStore.Open(Path.Combine(_folder, "store.db"));
        _cache = new RevisionCache(_store, TimeProvider.System);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_asks_for_what_is_being_counted_waits_for_it()
    {
        using var counting = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        int counted = 0;
        string Count()
        {
            Interlocked.Increment(ref counted);
            counting.Release();
            go.Wait();
            return "answer";
        }

        Task<string> first = Task.Run(() => _cache.Get("key", Count));
        await counting.WaitAsync();
        Task<string> second = Task.Run(() => _cache.Get("key", Count));
        go.Set();

        Assert.Equal(["answer", "answer"], await Task.WhenAll(first, second));
        Assert.Equal(1, counted);
    }

    [Fact]
    public void What_failed_is_tried_again()
    {
        Assert.Throws<InvalidOperationException>(() => _cache.Get<string>("key", () => throw new InvalidOperationException()));
        Assert.Equal("answer", _cache.Get("key", () => "answer"));
    }

    [Fact]
    public void What_is_asked_for_again_and_again_stays_while_the_rest_goes()
    {
        int counted = 0;
        for (int i = 0; i < 1000; i++)
        {
            _cache.Get(i.ToString(CultureInfo.InvariantCulture), () => "once");
            _cache.Get("often", () => "answer " + ++counted);
        }

        Assert.Equal(1, counted);
        Assert.Equal("again", _cache.Get("0", () => "again"));
    }
}

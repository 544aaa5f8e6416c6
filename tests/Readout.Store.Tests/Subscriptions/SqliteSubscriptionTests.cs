using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Subscriptions;

public sealed class SqliteNoticeStoreTests : NoticeStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    internal override IRecordStore Open(TimeProvider clock) => SqliteRecordStore.Open(_folder.File("store.db"), clock);
}

public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    internal override IRecordStore Open(TimeProvider clock) => SqliteRecordStore.Open(_folder.File("store.db"), clock);
}

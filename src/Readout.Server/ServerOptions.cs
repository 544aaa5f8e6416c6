using Readout.Server.Http;
using Readout.Store;

namespace Readout.Server;

/// <summary>What a server serves and where.</summary>
public sealed record ServerOptions
{
    /// <summary>Address that only this machine reaches.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8585";

    /// <summary>Addresses to listen on.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>True where only this machine reaches every address.</summary>
    public bool IsOnlyLocal => Urls.All(ListenAddress.IsLoopback);

    /// <summary>The store whose record is shown; the caller opens and closes it.</summary>
    public required IRecordStore Store { get; init; }

    /// <summary>Folders in which new and changed files are read as they come.</summary>
    public IReadOnlyList<string> Watched { get; init; } = [];

    /// <summary>Reads files into the store; called with changed paths, one call at a time. Null where nothing is watched.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task>? Intake { get; init; }

    /// <summary>Gives today, by which commitments fall due.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

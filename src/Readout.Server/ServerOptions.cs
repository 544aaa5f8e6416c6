using Readout.Server.Delivering;
using Readout.Server.Fetching;
using Readout.Server.Http;
using Readout.Server.Watching;
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

    /// <summary>True where others reach the server: they sign in.</summary>
    public bool NeedsAccounts => !IsOnlyLocal || PublicUrl is not null;

    /// <summary>The store whose record is shown; the caller opens and closes it.</summary>
    public required IRecordStore Store { get; init; }

    /// <summary>Folders in which new and changed files are read as they come.</summary>
    public IReadOnlyList<string> Watched { get; init; } = [];

    /// <summary>Reads files into the store; called with changed paths, one call at a time. Null where nothing is watched.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task>? Intake { get; init; }

    /// <summary>How far the intake has come; shown while it reads.</summary>
    public IntakeProgress Progress { get; init; } = new();

    /// <summary>Folder of sample reports that an empty store offers to read; null where there is none.</summary>
    public string? Samples { get; init; }

    /// <summary>Address under which readers reach the server where it is not one that it listens on, as behind a proxy; null for none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The server that takes outgoing e-mail; null where none is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>
    /// Sends a POST to an address that a user named; whoever gives it keeps it from reaching private networks. Null where webhooks are not sent.
    /// </summary>
    public Func<OutgoingPost, CancellationToken, Task<PostAnswer>>? Post { get; init; }

    /// <summary>Answers the hubs of feeds; null where none is asked.</summary>
    public IHubCallbacks? Hubs { get; init; }

    /// <summary>Gives today, by which commitments fall due.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

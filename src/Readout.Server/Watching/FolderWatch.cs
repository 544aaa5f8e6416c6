using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Readout.Server.Watching;

/// <summary>
/// Reads what appears or changes in the watched folders. Changes are gathered until a folder has been quiet for a moment, so that a
/// file is read once it is written; where more come than are kept apart, the whole folders are looked through instead.
/// </summary>
internal sealed class FolderWatch(ServerOptions options, ILogger<FolderWatch> log) : BackgroundService
{
    // Copying a file gives dozens of changes within milliseconds of each other.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private const int MostPaths = 1000;

    private readonly Channel<string> _changes = Channel.CreateBounded<string>(new BoundedChannelOptions(4 * MostPaths) { FullMode = BoundedChannelFullMode.DropOldest });
    private FileSystemWatcher[] _watchers = [];
    private volatile bool _missed;

    /// <summary>Watches from here on: what a server that has started is given is seen.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _watchers = options.Intake is null ? [] : [.. options.Watched.Select(Watch)];
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_watchers.Length == 0)
        {
            return;
        }

        try
        {
            while (await _changes.Reader.WaitToReadAsync(stoppingToken))
            {
                IReadOnlyList<string> paths = await GatherAsync(stoppingToken);
                await ReadAsync(paths, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends; what was under way is in the store wholly or not at all.
        }
        finally
        {
            foreach (FileSystemWatcher watcher in _watchers)
            {
                watcher.Dispose();
            }
        }
    }

    private async Task<IReadOnlyList<string>> GatherAsync(CancellationToken stop)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        do
        {
            while (_changes.Reader.TryRead(out string? path))
            {
                paths.Add(path);
            }

            await Task.Delay(Quiet, stop);
        }
        while (_changes.Reader.TryPeek(out _) && paths.Count <= MostPaths);
        if (_missed || paths.Count > MostPaths)
        {
            _missed = false;
            return options.Watched;
        }

        return [.. paths.Where(path => path.Length > 0 && (File.Exists(path) || Directory.Exists(path)))];
    }

    // A folder that cannot be read or a store that is busy must not end the watch.
    private async Task ReadAsync(IReadOnlyList<string> paths, CancellationToken stop)
    {
        try
        {
            if (paths.Count > 0)
            {
                await options.Intake!(paths, stop);
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError(failed, "{Count} changed paths could not be read", paths.Count);
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(Path.GetFullPath(folder))
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Changed += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Renamed += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Error += (_, error) =>
        {
            log.LogWarning(error.GetException(), "changes in {Folder} were missed; it is looked through", folder);
            _missed = true;
            _changes.Writer.TryWrite("");
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}

using System.Diagnostics;

namespace Readout.Bench;

/// <summary>The server that is measured, as a process of its own.</summary>
internal sealed class DeskServer : IDisposable
{
    private readonly Process _process;

    private DeskServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Processor time that it took so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes that it holds in memory, of the store's mapped file too.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it on a store.</summary>
    /// <param name="store">File of the store.</param>
    /// <param name="cores">Cores that it may use, such as <c>0,1</c>; null for all.</param>
    public static async Task<DeskServer> StartAsync(string store, string? cores)
    {
        string[] command = [Environment.ProcessPath!, "desk", "--serve", "--store", store];
        string[] pinned = cores is null ? command : ["taskset", "-c", cores, .. command];
        Process process = Process.Start(new ProcessStartInfo(pinned[0], pinned[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new DeskServer(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not start")));
    }

    public void Dispose()
    {
        // It ends when nobody writes to it any more.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

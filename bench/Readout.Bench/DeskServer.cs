using System.Diagnostics;
using System.Globalization;

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

    /// <summary>Bytes of its own memory; those of the store's mapped file are the system's.</summary>
    public long Memory => 1024 * File.ReadLines($"/proc/{_process.Id}/status").Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault();

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

    /// <summary>Keeps a process that runs to some cores.</summary>
    public static async Task PinAsync(int process, string cores)
    {
        using Process taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-p", "-c", cores, process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        await taskset.StandardOutput.ReadToEndAsync();
        await taskset.WaitForExitAsync();
    }

    public void Dispose()
    {
        // It ends when nobody writes to it any more.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

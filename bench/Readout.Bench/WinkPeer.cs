using System.Diagnostics;
using System.Text.Json;

namespace Readout.Bench;

/// <summary>wink-nlp in a process of its own, warm between rounds.</summary>
internal sealed class WinkPeer : IDisposable
{
    private readonly Process _process;

    private WinkPeer(Process process) => _process = process;

    /// <summary>Starts it; null where node or the package is not installed.</summary>
    public static WinkPeer? Start(string texts)
    {
        string folder = Path.Combine(Folder.Root, "bench", "peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "wink-nlp")))
        {
            return null;
        }

        var start = new ProcessStartInfo("node", ["wink.mjs", Path.GetFullPath(texts)])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) is { } process ? new WinkPeer(process) : null;
    }

    /// <summary>Reads all texts once; seconds and its own count of tokens.</summary>
    public (double Seconds, int Tokens) Round()
    {
        _process.StandardInput.WriteLine("go");
        _process.StandardInput.Flush();
        using JsonDocument answer = JsonDocument.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("wink-nlp ended early"));
        return (answer.RootElement.GetProperty("seconds").GetDouble(), answer.RootElement.GetProperty("tokens").GetInt32());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }
}

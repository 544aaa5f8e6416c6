using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Readout.Server.Briefings;

/// <summary>
/// Prints a page of ours as PDF by a headless Chromium, where the machine has one. The page is a file with its style in it, whose policy lets
/// nothing run; the browser reaches no network, has a profile of its own and half a minute. One page at a time.
/// </summary>
internal sealed class PdfPrinter(ILogger<PdfPrinter> log) : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private readonly string? _browser = Find();

    /// <summary>Whether there is a browser to print with.</summary>
    public bool IsAvailable => _browser is not null;

    /// <summary>The page as PDF; null where it could not be printed in time.</summary>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancellation)
    {
        if (_browser is null)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        string folder = Directory.CreateTempSubdirectory("readout-print-").FullName;
        try
        {
            await _one.WaitAsync(limit.Token);
            try
            {
                return await PrintAsync(folder, html, limit.Token);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("{Browser} did not print within {Seconds} seconds", _browser, Longest.TotalSeconds);
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<byte[]?> PrintAsync(string folder, string html, CancellationToken cancellation)
    {
        string page = Path.Combine(folder, "page.html");
        string printed = Path.Combine(folder, "page.pdf");
        await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancellation);
        using Process process = Process.Start(Command(folder, page, printed))!;
        try
        {
            // Both ends are read, so that the browser never waits for us.
            Task said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            await said;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (!File.Exists(printed))
        {
            log.LogWarning("{Browser} printed nothing (exit code {Code})", _browser, process.ExitCode);
        }

        return File.Exists(printed) ? await File.ReadAllBytesAsync(printed, cancellation) : null;
    }

    private ProcessStartInfo Command(string folder, string page, string printed)
    {
        var start = new ProcessStartInfo(_browser!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--user-data-dir=" + Path.Combine(folder, "profile"),
            "--print-to-pdf=" + printed,
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium's sandbox does not start as root, who runs it in containers; the page is our own and holds no script.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        return start;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}

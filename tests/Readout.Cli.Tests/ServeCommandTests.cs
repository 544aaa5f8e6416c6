using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Readout.Cli.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-serve-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serving_a_folder_adds_it_and_what_comes_into_it()
    {
        string reports = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(reports, "a.txt"), "Headline: First\nPublished: 2024-03-12\n\nThe two sides met.\n");
        string url = $"http://127.0.0.1:{FreePort()}";
        using Process server = Start("serve", reports, "--store", Path.Combine(_folder, "store.db"), "--urls", url);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(url) };
            await Until(client, reports: 1);
            await File.WriteAllTextAsync(Path.Combine(reports, "b.txt"), "Headline: Second\nPublished: 2024-03-13\n\nThe two sides met again.\n");
            await File.WriteAllTextAsync(Path.Combine(reports, "b.swp"), "no report");
            await Until(client, reports: 2);
            Assert.Contains("Second", await client.GetStringAsync(new Uri("/reports", UriKind.Relative)), StringComparison.Ordinal);

            CliResult second = Cli.Run(null, "serve", "--store", Path.Combine(_folder, "other.db"), "--urls", url);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("--urls", second.Error, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:8585/path")]
    public void An_address_that_is_none_is_wrong_usage(string url) =>
        Assert.Equal(2, Cli.Run(null, "serve", "--store", Path.Combine(_folder, "store.db"), "--urls", url).ExitCode);

    private static async Task Until(HttpClient client, int reports)
    {
        int found = -1;
        for (int i = 0; i < 150 && found != reports; i++)
        {
            await Task.Delay(200);
            try
            {
                using JsonDocument status = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative)));
                found = status.RootElement.GetProperty("reports").GetInt32();
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        Assert.Equal(reports, found);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

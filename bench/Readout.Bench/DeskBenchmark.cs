using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Readout.Server;
using Readout.Store.Sqlite;

namespace Readout.Bench;

/// <summary>
/// Asks every page of a generated store: <c>bench/run desk [--statements N] [--clients N] [--rounds N] [--store FILE] [--newswire FILE] [--server-cores LIST]
/// [--client-cores LIST] [--only TEXT]</c>. The server is a process of its own, on the cores named (<c>0,1</c>). Prints for each view the processor time that an answer takes, asked for alone, the
/// median and the 95th percentile in milliseconds with all clients at once, and the largest answer as it is sent, compressed; then views a second over all.
/// </summary>
internal static class DeskBenchmark
{
    private const int WarmUps = 40;

    public static async Task<int> RunAsync(string[] options)
    {
        string path = Options.Text(options, "--store") ?? Path.Combine(Directory.CreateTempSubdirectory("readout-bench-").FullName, "store.db");
        if (options.Contains("--serve"))
        {
            return await ServeAsync(path);
        }

        int statements = Options.Number(options, "--statements", 100_000);
        int clients = Options.Number(options, "--clients", 4);
        int rounds = Options.Number(options, "--rounds", 25);
        DeskView[] views;
        using (SqliteRecordStore store = SqliteRecordStore.Open(path))
        {
            Fill(store, statements, Options.Text(options, "--newswire"));
            views = [.. DeskView.All(store).Where(view => Options.Text(options, "--only") is not { } only || view.Label.Contains(only, StringComparison.Ordinal))];
        }

        using DeskServer server = await DeskServer.StartAsync(path, Options.Text(options, "--server-cores"));
        if (Options.Text(options, "--client-cores") is { } cores)
        {
            await DeskServer.PinAsync(Environment.ProcessId, cores);
        }

        // What browsers send; the answers stay as they come.
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br");

        long start = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first answer after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {server.Processor.TotalSeconds:0.0} s of processor time; then {server.Memory >> 20} MiB of its own"));

        // For the compiler, on what is not asked for again.
        await Parallel.ForEachAsync(Enumerable.Repeat(views, WarmUps).SelectMany(view => view), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (view, _) => await AskAsync(client, view));
        foreach (DeskView view in views)
        {
            await MeasureAloneAsync(client, server, view, rounds);
        }

        double seconds = await MeasureTogetherAsync(client, views, clients, rounds);
        Print(views, clients, seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server.Memory >> 20} MiB of its own at the end"));
        return 0;
    }

    private static async Task<int> ServeAsync(string path)
    {
        using SqliteRecordStore store = SqliteRecordStore.Open(path);
        await using WebApplication app = ReadoutServer.Build(new ServerOptions { Store = store, Urls = ["http://127.0.0.1:0"] });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static void Fill(SqliteRecordStore store, int statements, string? newswire)
    {
        var reports = new DeskStore(newswire);
        long start = Stopwatch.GetTimestamp();
        int had = store.Status().Reports;
        int wanted = statements / DeskStore.PerReport;
        for (int i = had; i < wanted; i++)
        {
            store.Add(reports.Report(i));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int held = Math.Max(had, wanted);
        string written = wanted > had ? string.Create(CultureInfo.InvariantCulture, $"; {(wanted - had) / Math.Max(seconds, 0.001):0} reports a second written") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held} reports, {held * DeskStore.PerReport} statements{written}"));
    }

    private static async Task<byte[]> AskAsync(HttpClient client, DeskView view)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(view.Next(), UriKind.Relative));
        return await (view.IsReference ? answer : answer.EnsureSuccessStatusCode()).Content.ReadAsByteArrayAsync();
    }

    private static async Task MeasureAloneAsync(HttpClient client, DeskServer server, DeskView view, int rounds)
    {
        TimeSpan before = server.Processor;
        for (int i = 0; i < rounds; i++)
        {
            await AskAsync(client, view);
        }

        view.Processor = (server.Processor - before).TotalMilliseconds / rounds;
    }

    private static async Task<double> MeasureTogetherAsync(HttpClient client, DeskView[] views, int clients, int rounds)
    {
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            for (int i = 0; i < rounds * views.Length; i++)
            {
                // Each client begins elsewhere, so that different pages are asked for at once.
                DeskView view = views[(i + (number * views.Length / clients)) % views.Length];
                long begin = Stopwatch.GetTimestamp();
                byte[] answer = await AskAsync(client, view);
                view.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, answer.Length);
            }
        }));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Print(DeskView[] views, int clients, double seconds)
    {
        Console.WriteLine("processor     p50     p95     KiB  view");
        foreach (DeskView view in views)
        {
            Console.WriteLine(Row(view.Processor, [.. view.Times.Order()], view.Largest, view.Label));
        }

        DeskView[] pages = [.. views.Where(view => !view.IsReference)];
        double[] all = [.. pages.SelectMany(view => view.Times).Order()];
        Console.WriteLine(Row(pages.Average(view => view.Processor), all, pages.Max(view => view.Largest), "all pages"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Length / seconds:0} views a second with {clients} clients; two cores that do nothing else could give {2000 / pages.Average(view => view.Processor):0} by the processor time of a page"));
    }

    private static string Row(double processor, double[] sorted, int largest, string label) => string.Create(
        CultureInfo.InvariantCulture, $"{processor,9:0.0} {sorted[sorted.Length / 2],7:0.0} {sorted[(int)(sorted.Length * 0.95)],7:0.0} {largest / 1024.0,7:0.0}  {label}");
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Readout.Server;
using Readout.Store;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Bench;

/// <summary>
/// Asks every page of a generated store with several clients at once: <c>bench/run desk [--statements N] [--clients N] [--rounds N]
/// [--store FILE] [--newswire FILE]</c>. Prints the 95th percentile of each page in milliseconds, and pages a second over all.
/// </summary>
internal static class DeskBenchmark
{
    public static async Task<int> RunAsync(string[] options)
    {
        int statements = Options.Number(options, "--statements", 100_000);
        int clients = Options.Number(options, "--clients", 4);
        int rounds = Options.Number(options, "--rounds", 25);
        string path = Options.Text(options, "--store") ?? Path.Combine(Directory.CreateTempSubdirectory("readout-bench-").FullName, "store.db");
        using SqliteRecordStore store = SqliteRecordStore.Open(path);
        Fill(store, statements, Options.Text(options, "--newswire"));
        await using WebApplication app = ReadoutServer.Build(new ServerOptions { Store = store, Urls = ["http://127.0.0.1:0"] });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        string[] pages = Pages(store);
        foreach (string page in pages)
        {
            await client.GetByteArrayAsync(new Uri(page, UriKind.Relative));
        }

        await MeasureAsync(client, pages, clients, rounds);
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wanted} reports, {wanted * DeskStore.PerReport} statements; {(wanted - had) / Math.Max(seconds, 0.001):0} reports a second written"));
    }

    private static string[] Pages(SqliteRecordStore store)
    {
        IReadOnlyList<ActorSummary> actors = store.Actors(new ActorQuery { Limit = 2 }).Items;
        string report = store.Reports(new ReportQuery { Limit = 1 }).Items[0].Key;
        (string first, string second) = (Uri.EscapeDataString(actors[0].Key), Uri.EscapeDataString(actors[1].Key));
        return
        [
            "/", "/?since=2010-05&until=2010-05", $"/?speaker={first}&kind=denial", "/meetings", "/commitments", "/actors", "/actors/" + actors[0].Key, $"/pairs?a={first}&b={second}", $"/briefing?actor={first}",
            "/reports", "/reports/" + report, $"/statements/{report}-s1", "/search?words=annex", "/search?words=bank", "/search?words=%22patrol+station%22+-annex", "/search?words=fish*&speaker=Holm", "/api/v1/facts", "/api/v1/facets?words=strait",
        ];
    }

    private static async Task MeasureAsync(HttpClient client, string[] pages, int clients, int rounds)
    {
        var times = pages.Select(_ => new List<double>()).ToArray();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            for (int i = 0; i < rounds * pages.Length; i++)
            {
                // Each client begins elsewhere, so that different pages are asked for at once.
                int page = (i + (number * pages.Length / clients)) % pages.Length;
                long asked = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(new Uri(pages[page], UriKind.Relative));
                double elapsed = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
                lock (times[page])
                {
                    times[page].Add(elapsed);
                }
            }
        }));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine("    p50     p95  page");
        for (int page = 0; page < pages.Length; page++)
        {
            times[page].Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[page][times[page].Count / 2],7:0.0} {times[page][(int)(times[page].Count * 0.95)],7:0.0}  {pages[page]}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients * rounds * pages.Length / seconds:0} pages a second with {clients} clients"));
    }
}

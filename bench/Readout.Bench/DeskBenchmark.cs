using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Readout.Server;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Bench;

/// <summary>
/// Asks every page of a generated store with several clients at once: <c>bench/run desk [--statements N] [--clients N] [--rounds N]
/// [--store FILE] [--newswire FILE]</c>. Prints the median and the 95th percentile of each view in milliseconds, and views a second over all.
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
        (string Label, Func<int, string> Page)[] views = Views(store);

        // Once for the compiler, on what is not asked for again.
        foreach ((_, Func<int, string> page) in views)
        {
            await client.GetByteArrayAsync(new Uri(page(0), UriKind.Relative));
        }

        await MeasureAsync(client, views, clients, rounds);
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

    // Each view is asked for with another actor, word, day or report every time, so that hardly any answer is known from before.
    private static (string Label, Func<int, string> Page)[] Views(SqliteRecordStore store)
    {
        string[] actors = [.. store.Actors(new ActorQuery { Limit = FactQuery.MaximumLimit }).Items.Select(actor => Uri.EscapeDataString(actor.Key).Replace("%2F", "/", StringComparison.Ordinal))];
        string[] reports = [.. store.Reports(new ReportQuery { Limit = FactQuery.MaximumLimit }).Items.Select(report => report.Key)];
        string[] outlets = [.. store.Outlets().Select(outlet => Uri.EscapeDataString(outlet.Name))];
        string[] places = [.. store.Places(50).Select(place => Uri.EscapeDataString(place.Key).Replace("%2F", "/", StringComparison.Ordinal))];
        string[] words = [.. store.Facts(new FactQuery { Types = [FactType.Statement], Limit = FactQuery.MaximumLimit }).Items
            .SelectMany(fact => fact.Words.Split(' ')).Where(word => word.Length > 3 && word.All(char.IsAsciiLetter)).Distinct(StringComparer.OrdinalIgnoreCase)];
        string Day(int i) => new DateOnly(1995, 1, 1).AddDays(i * 97 % 11_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string At(string[] values, int i) => values[i % values.Length];
        return
        [
            ("timeline", i => "/"),
            ("timeline of a month", i => $"/?since={Day(i)[..7]}&until={Day(i)[..7]}"),
            ("a speaker's denials", i => $"/?speaker={At(actors, i)}&kind=denial"),
            ("of or in a state", i => "/?country=" + At(["NOR", "KEN", "JPN", "TUR"], i)),
            ("an outlet's facts", i => "/?outlet=" + At(outlets, i)),
            ("meetings", i => "/meetings"),
            ("board", i => "/commitments?asof=" + Day(i)),
            ("actors", i => "/actors"),
            ("actor", i => "/actors/" + At(actors, i)),
            ("pair", i => $"/pairs?a={At(actors, i)}&b={At(actors, i + 1)}"),
            ("briefing of a year", i => $"/briefing?actor={At(actors, i)}&since={Day(i)[..4]}&until={Day(i)[..4]}"),
            ("reports", i => "/reports"),
            ("report", i => "/reports/" + At(reports, i)),
            ("statement", i => $"/statements/{At(reports, i)}-s1"),
            ("chronology of a year", i => $"/chronology?since={Day(i)[..4]}&until={Day(i)[..4]}"),
            ("chronology of an actor", i => "/chronology?actor=" + At(actors, i)),
            ("place", i => "/places/" + At(places, i)),
            ("outlet", i => "/outlets/" + At(outlets, i)),
            ("search, a word", i => "/search?words=" + At(words, i)),
            ("search, two words", i => $"/search?words={At(words, i)}+{At(words, i + 7)}"),
            ("search, prefix and speaker", i => $"/search?words={At(words, i)[..4]}*&speaker=Holm"),
            ("search, newest first", i => $"/search?words={At(words, i)}&order=newest"),
            ("api, facts", i => "/api/v1/facts?actor=" + At(actors, i)),
            ("api, facets of a word", i => "/api/v1/facets?words=" + At(words, i + 3)),
        ];
    }

    private static async Task MeasureAsync(HttpClient client, (string Label, Func<int, string> Page)[] views, int clients, int rounds)
    {
        var times = views.Select(_ => new List<double>()).ToArray();
        int[] asked = new int[views.Length];
        long largest = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            for (int i = 0; i < rounds * views.Length; i++)
            {
                // Each client begins elsewhere, so that different pages are asked for at once.
                int view = (i + (number * views.Length / clients)) % views.Length;
                string page = views[view].Page(Interlocked.Increment(ref asked[view]));
                long begin = Stopwatch.GetTimestamp();
                byte[] answer = await client.GetByteArrayAsync(new Uri(page, UriKind.Relative));
                double elapsed = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                lock (times[view])
                {
                    times[view].Add(elapsed);
                    largest = Math.Max(largest, answer.Length);
                }
            }
        }));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine("    p50     p95  view");
        for (int view = 0; view < views.Length; view++)
        {
            times[view].Sort();
            Console.WriteLine(Row(times[view], views[view].Label));
        }

        List<double> all = [.. times.SelectMany(view => view).Order()];
        Console.WriteLine(Row(all, "all"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count / seconds:0} views a second with {clients} clients; the largest answer has {largest / 1024} KiB"));
    }

    private static string Row(List<double> sorted, string label) =>
        string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2],7:0.0} {sorted[(int)(sorted.Count * 0.95)],7:0.0}  {label}");
}

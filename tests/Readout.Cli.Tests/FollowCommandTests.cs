using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Readout.Sources.Tests.Fetching;

namespace Readout.Cli.Tests;

/// <summary>follow, feeds, fetch and export warc against a site on this machine, run as their user would.</summary>
public sealed class FollowCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Arguments(TinySite site, params string[] arguments) =>
        arguments[0] is "feeds" or "list" or "export" ? [.. arguments, "--store", StoreFile] : [.. arguments, "--store", StoreFile, "--allow-host", site.Host];

    private string StoreFile => Path.Combine(_folder, "store.db");

    private CliResult Run(TinySite site, params string[] arguments) => Cli.Run(null, Arguments(site, arguments));

    private static string[] Lines(CliResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Page(string title, string promise) =>
        $"""
        <html lang="en"><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>
        <p>President Ilse Marant said on Tuesday that Veldana would reopen the harbour of Sarn to all ships, after two years in which only fishing boats were let in.</p>
        <p>"{promise}," she told reporters in the capital, where the two ministers had met for three hours.</p>
        <p>Under the agreement, customs officers of both states will inspect cargo together, and the fees will be shared in equal parts.</p></article></body></html>
        """;

    private static string Rss(string version, params int[] reports) =>
        $"<rss><channel><title>The Veldana Post</title>{string.Concat(reports.Select(i => $"<item><link>/r/{i}</link><title>Report {i} {version}</title><pubDate>2021-03-10</pubDate></item>"))}</channel></rss>";

    [Fact]
    public void A_feed_is_found_followed_fetched_and_given_back_as_an_archive()
    {
        using var site = new TinySite(r => r.Path switch
        {
            "/" => TinyAnswer.Html("<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>"),
            "/feed" => TinyAnswer.Xml(Rss("", 1, 2)),
            "/r/1" => TinyAnswer.Html(Page("Veldana reopens the harbour", "We will open the harbour in May")),
            _ => TinyAnswer.Status(404),
        });

        CliResult follow = Run(site, "follow", site.At("/").AbsoluteUri);
        Assert.Equal((0, $"following {site.At("/feed")}"), (follow.ExitCode, follow.Output.Trim()));

        CliResult fetch = Run(site, "fetch");
        Assert.Equal(1, fetch.ExitCode);
        Assert.Equal([$"Fetched\t2\t{site.At("/feed")}\t", $"Fetched\t\t{site.At("/r/1")}\t", $"NotFound\t\t{site.At("/r/2")}\tthe server answered with status 404"], Lines(fetch));

        CliResult again = Run(site, "fetch");
        Assert.Equal((0, ""), (again.ExitCode, again.Output));
        Assert.Contains("Veldana reopens the harbour", Assert.Single(Lines(Run(site, "list"))), StringComparison.Ordinal);

        JsonElement feed = JsonDocument.Parse(Assert.Single(Lines(Run(site, "feeds", "--json")))).RootElement;
        Assert.Equal(("The Veldana Post", "Fetched", 0), (feed.GetProperty("title").GetString(), feed.GetProperty("lastOutcome").GetString(), feed.GetProperty("waiting").GetInt32()));

        string archive = Path.Combine(_folder, "evidence.warc.gz");
        Assert.Equal(0, Run(site, "export", "warc", archive).ExitCode);
        CliResult extract = Cli.Run(null, "extract", archive, "--text");
        Assert.Equal(0, extract.ExitCode);
        JsonElement record = JsonDocument.Parse(Assert.Single(Lines(extract))).RootElement;
        Assert.Equal(site.At("/r/1").AbsoluteUri, record.GetProperty("report").GetProperty("url").GetString());
        Assert.Contains("We will open the harbour in May", record.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fetch_killed_in_the_middle_loses_nothing()
    {
        bool hangs = true;
        using var reached = new ManualResetEventSlim();
        using var site = new TinySite(r =>
        {
            if (r.Path == "/r/2" && Volatile.Read(ref hangs))
            {
                reached.Set();
                return new TinyAnswer("HTTP/1.1 200 OK\r\n"u8.ToArray(), Hangs: true);
            }

            return r.Path == "/feed" ? TinyAnswer.Xml(Rss("", 1, 2, 3)) : r.Path == "/robots.txt" ? TinyAnswer.Status(404) : TinyAnswer.Html(Page($"Report {r.Path}", "We will open the harbour in May"));
        });
        Assert.Equal(0, Run(site, "follow", site.At("/feed").AbsoluteUri).ExitCode);

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll"), .. Arguments(site, "fetch")]) { RedirectStandardOutput = true };
        using (Process process = Process.Start(start)!)
        {
            Assert.True(reached.Wait(TimeSpan.FromMinutes(2)));
            process.Kill();
            process.WaitForExit();
        }

        Volatile.Write(ref hangs, false);
        Assert.Equal(2, JsonDocument.Parse(Lines(Run(site, "feeds", "--json"))[0]).RootElement.GetProperty("waiting").GetInt32());
        CliResult fetch = Run(site, "fetch");
        Assert.Equal(0, fetch.ExitCode);
        Assert.Equal([site.At("/r/2").AbsoluteUri, site.At("/r/3").AbsoluteUri], Lines(fetch).Select(l => l.Split('\t')[2]));
        Assert.Equal(3, Lines(Run(site, "list")).Length);
        Assert.Equal(1, site.Requests.Count(r => r.Path == "/r/1"));
    }

    [Fact]
    public void What_cannot_be_followed_is_said_in_one_sentence()
    {
        using var site = new TinySite(r => r.Path == "/page" ? TinyAnswer.Html("<main><h2><a href='/r/1'>One</a></h2></main>") : TinyAnswer.Status(404));

        Assert.Equal((2, "readout: 'nothing' is neither a file nor an address such as https://outlet.example/feed"), Outcome(Run(site, "follow", "nothing")));
        Assert.Equal((1, $"readout: {site.At("/missing")} cannot be fetched (NotFound): the server answered with status 404"), Outcome(Run(site, "follow", site.At("/missing").AbsoluteUri)));
        Assert.Contains("is no feed and names none", Run(site, "follow", site.At("/page").AbsoluteUri).Error, StringComparison.Ordinal);
        Assert.Contains("chooses no link", Run(site, "follow", site.At("/page").AbsoluteUri, "--selector", "h3 a").Error, StringComparison.Ordinal);
        Assert.Equal(0, Run(site, "follow", site.At("/page").AbsoluteUri, "--selector", "h2 a").ExitCode);
        CliResult refused = Cli.Run(null, "follow", site.At("/page").AbsoluteUri, "--store", StoreFile);
        Assert.Contains("AddressRefused", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Opml_goes_in_and_out()
    {
        string list = Path.Combine(_folder, "feeds.opml");
        File.WriteAllText(list, "<opml version='2.0'><body><outline text='World'><outline type='rss' text='A' xmlUrl='https://a.example/feed'/></outline><outline xmlUrl='https://b.example/feed'/></body></opml>", Encoding.UTF8);

        Assert.Equal("2 feeds followed, 0 known already", Cli.Run(null, "follow", list, "--store", StoreFile).Output.Trim());
        Assert.Equal("0 feeds followed, 2 known already", Cli.Run(null, "follow", list, "--store", StoreFile).Output.Trim());
        Assert.Contains("xmlUrl=\"https://a.example/feed\"", Cli.Run(null, "feeds", "--opml", "--store", StoreFile).Output, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run(null, "follow", "https://a.example/feed", "--stop", "--store", StoreFile).ExitCode);
        Assert.StartsWith("https://b.example/feed\t", Cli.Run(null, "feeds", "--store", StoreFile).Output, StringComparison.Ordinal);
    }

    private static (int, string) Outcome(CliResult result) => (result.ExitCode, result.Error.Trim());
}

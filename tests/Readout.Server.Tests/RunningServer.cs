using System.Text;
using Microsoft.AspNetCore.Builder;
using Readout.Records;
using Readout.Server.Delivering;
using Readout.Store;
using Readout.Store.Following;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;
using Readout.Text;

namespace Readout.Server.Tests;

/// <summary>A server on a free port of loopback over the expected records of the samples and one hostile report.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>A report whose every field tries to break out of the page.</summary>
    public const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;";

    private readonly string _folder = Directory.CreateTempSubdirectory("readout-server-").FullName;
    private SqliteRecordStore? _store;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public string Url { get; private set; } = "";

    internal IRecordStore Store => _store!;

    /// <summary>Short name of the hostile report.</summary>
    public string HostileKey { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _store = SqliteRecordStore.Open(Path.Combine(_folder, "store.db"));
        _store.Notices.Subscribe("", new SubscriptionDraft { Name = "Drost speaks", Kind = SubscriptionKind.Search, Query = new FactQuery { Speaker = "Drost" } });
        Destination asleep = _store.Notices.AddDestination(new Destination { Owner = "", Kind = DestinationKind.Email, Address = "eva@example.org", Pace = DeliveryPace.Daily });
        foreach (ReportReading reading in SampleReadings.All())
        {
            _store.Add(reading);
        }

        AddHostile(_store);
        AddFeeds(new SqliteFollowStore(_store));

        // One message given up and one that waits; none leaves while the tests run.
        _store.Notices.StopDestination("", asleep.Id);
        _store.Notices.AddDestination(asleep with { QuietFrom = 22 * 60, QuietUntil = 7 * 60 });
        _app = ReadoutServer.Build(new ServerOptions { Store = _store, Urls = ["http://127.0.0.1:0"], Mail = new MailSettings { Host = "127.0.0.1", Port = 9, From = "readout@example.org" } });
        await _app.StartAsync();
        Url = _app.Urls.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _store!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal static ReportReading Sample(string part) => SampleReadings.All().First(reading => reading.Report.File!.Contains(part, StringComparison.Ordinal));

    private static void AddFeeds(SqliteFollowStore feeds)
    {
        DateTimeOffset moment = new(2024, 3, 12, 8, 0, 0, TimeSpan.Zero);
        var well = new FeedRow { Address = "https://courier.example/feed.xml", Current = "https://courier.example/all.xml", Title = "The Halden Courier", Next = moment.AddYears(90), LastFetch = moment, LastSuccess = moment, Interval = TimeSpan.FromMinutes(30) };
        feeds.Follow(well);
        feeds.Put(new HubRow { Feed = well.Address, Hub = "https://hub.example/", Topic = well.Address, Token = "known", Secret = "s", AskedAt = moment, Until = moment.AddYears(90) });
        feeds.Follow(well with { Address = "https://gazette.example/news", Current = "https://gazette.example/news", Title = null, Selector = "main h2 a", Failures = 3, LastError = "the server answered 503", LastSuccess = null });
        feeds.Follow(well with { Address = "https://gone.example/rss", Current = "https://gone.example/rss", Title = Hostile, Next = null, LastError = "the server answered 410: it is gone" });
    }

    private void AddHostile(SqliteRecordStore store)
    {
        ReportReading sample = Sample("denial");
        string text = Hostile + "\n\n" + sample.Report.Text;
        byte[] raw = Encoding.UTF8.GetBytes(text);
        string hash = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(raw));
        var all = new SpanRecord(0, Hostile.Length, Hostile);
        ReportRecord record = sample.Record with
        {
            Report = sample.Record.Report with { Id = hash, Headline = Hostile, Outlet = Hostile, Url = "javascript:alert(3)", File = Hostile, Boilerplate = [] },
            Actors = [sample.Record.Actors[0] with { Id = "a1", Name = Hostile, Mentions = [all] }],
            Statements = [sample.Record.Statements[0] with { Id = "s1", Content = [all], Speakers = [new ActorSpanRecord(all, "a1")], Addressees = [], About = ["a1"], Cue = all, Reason = Hostile }],
            Meetings = [],
            Commitments = [],
            Times = [],
            Places = [],
        };
        store.Add(new ReportReading
        {
            Report = new Report { Id = hash, Text = text, Headline = Hostile, Outlet = Hostile, Url = "javascript:alert(3)", File = Hostile, Published = "2024-01-01" },
            Raw = raw,
            Record = record,
            Version = SampleReadings.Version,
        });
        HostileKey = ReportKey.Of(hash);
    }
}

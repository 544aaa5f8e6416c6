using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Sources.Feeds;
using Readout.Sources.Fetching;
using Readout.Sources.Following;
using Readout.Sources.Tests.Fetching;

namespace Readout.Sources.Tests.Following;

public sealed class FollowRoundTests
{
    private static readonly DateTimeOffset Start = new(2031, 3, 11, 0, 0, 0, TimeSpan.Zero);
    private static readonly FeedReader Reader = FeedReader.Load(TestData.Directory);

    private static string Rss(params int[] reports) =>
        $"<rss><channel><title>V</title>{string.Concat(reports.Select(i => string.Create(CultureInfo.InvariantCulture, $"<item><link>/r/{i}</link><title>R {i}</title><pubDate>2031-03-10</pubDate></item>")))}</channel></rss>";

    private static FetchOptions Options(TinySite site) => new() { AllowedHosts = new HashSet<string> { site.Host }, UserAgent = "Readout/1", HostInterval = TimeSpan.FromSeconds(2), Timeout = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task A_day_is_followed_with_no_request_too_many()
    {
        var time = new LeapingTime(Start);
        var log = new List<(string Path, DateTimeOffset At)>();
        int unavailable = 0;
        using var site = new TinySite(request =>
        {
            DateTimeOffset now = time.GetUtcNow();
            lock (log)
            {
                log.Add((request.Path, now));
            }

            // A new report every three hours; the feed is fresh for twenty minutes, and the site is down from 10:00 to 11:00.
            int hour = (int)(now - Start).TotalHours;
            string tag = $"\"{hour / 3}\"";
            if (hour == 10)
            {
                unavailable++;
                return TinyAnswer.Status(503);
            }

            return request.Path switch
            {
                "/robots.txt" => TinyAnswer.Of(200, "User-agent: *\nDisallow: /r/3"u8.ToArray()),
                "/feed" when request.Headers.GetValueOrDefault("If-None-Match") == tag => TinyAnswer.Status(304, $"ETag: {tag}", "Cache-Control: max-age=1200"),
                "/feed" => TinyAnswer.Xml(Rss([.. Enumerable.Range(0, (hour / 3) + 1)]), $"ETag: {tag}", "Cache-Control: max-age=1200"),
                _ => TinyAnswer.Html("<p>Report</p>"),
            };
        });
        var ledger = new MemoryLedger();
        ledger.Follow(FeedState.Follow(site.At("/feed"), Start));
        using var web = new WebFetcher(Options(site), time);
        var round = new FollowRound(new PoliteFetcher(web, Options(site), time), ledger, ledger, Reader, time);
        while (ledger.NextDue() is { } due && due < Start.AddDays(1))
        {
            time.LeapTo(due);
            await round.RunAsync(CancellationToken.None);
        }

        List<DateTimeOffset> feeds = [.. log.Where(l => l.Path == "/feed").Select(l => l.At)];
        Assert.All(feeds.Zip(feeds.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(15), $"{pair}"));
        Assert.All(log.Zip(log.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(2), $"{pair}"));
        Assert.InRange(feeds.Count, 12, 72);
        Assert.InRange(unavailable, 1, 3);
        Assert.InRange(log.Count(l => l.Path == "/robots.txt"), 1, 2);
        Assert.DoesNotContain(log, l => l.Path == "/r/3");

        // Each report exactly once, and each that was allowed.
        string[] reports = [.. log.Where(l => l.Path.StartsWith("/r/", StringComparison.Ordinal)).Select(l => l.Path).Order(StringComparer.Ordinal)];
        Assert.Equal(["/r/0", "/r/1", "/r/2", "/r/4", "/r/5", "/r/6", "/r/7"], reports);
        Assert.Equal(7, ledger.Captures().Count());
        Assert.Contains("robots.txt", Assert.Single(ledger.Given).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_killed_at_any_point_loses_nothing()
    {
        for (int step = 0; step < 12; step++)
        {
            var time = new LeapingTime(Start);
            var ledger = new MemoryLedger { FailAfter = step };
            ledger.Follow(FeedState.Follow(new Uri("http://a.example/feed"), Start));
            var fetcher = new ScriptedFetcher(r => (r.Address.AbsolutePath == "/feed" ? ScriptedFetcher.Ok(r.Address, Rss(1, 2, 3)) : ScriptedFetcher.Ok(r.Address, "<p>x</p>")) with { Captured = time.GetUtcNow() });
            var kept = new List<string>();
            var round = new FollowRound(fetcher, ledger, ledger, Reader, time) { Keep = c => kept.Add(c.Address.AbsolutePath) };
            try
            {
                await round.RunAsync(CancellationToken.None);
            }
            catch (IOException)
            {
                ledger.FailAfter = -1;
            }

            await round.RunAsync(CancellationToken.None);
            Assert.Equal(["/r/1", "/r/2", "/r/3"], kept.Distinct().Order(StringComparer.Ordinal));
            Assert.Empty(ledger.Pending(Start.AddYears(1), 10));
            Assert.InRange(kept.Count, 3, 4);
        }
    }

    [Fact]
    public async Task A_report_whose_entry_changed_is_fetched_again_and_both_versions_stay()
    {
        var time = new LeapingTime(Start);
        var ledger = new MemoryLedger();
        ledger.Follow(FeedState.Follow(new Uri("http://a.example/feed"), Start));
        string title = "R 1";
        var fetcher = new ScriptedFetcher(r => ScriptedFetcher.Ok(r.Address, r.Address.AbsolutePath == "/feed" ? Rss(1).Replace("R 1", title, StringComparison.Ordinal) : title) with { Captured = time.GetUtcNow() });
        var round = new FollowRound(fetcher, ledger, ledger, Reader, time);
        await round.RunAsync(CancellationToken.None);
        title = "R 1, corrected";
        time.LeapTo(Start.AddDays(1));
        await round.RunAsync(CancellationToken.None);

        Assert.Equal(["R 1", "R 1, corrected"], ledger.Captures(new Uri("http://a.example/r/1")).Select(c => Encoding.UTF8.GetString(c.Body.Span)));
    }

    [Fact]
    public async Task Failures_back_off_and_gone_ends_it()
    {
        var time = new LeapingTime(Start);
        var ledger = new MemoryLedger();
        var address = new Uri("http://a.example/feed");
        ledger.Follow(FeedState.Follow(address, Start));
        FetchOutcome outcome = FetchOutcome.ServerError;
        var waits = new List<TimeSpan>();
        var round = new FollowRound(new ScriptedFetcher(r => ScriptedFetcher.Failed(r.Address, outcome) with { Captured = time.GetUtcNow() }), ledger, ledger, Reader, time);
        for (int i = 0; i < 12; i++)
        {
            await round.RunAsync(CancellationToken.None);
            waits.Add(ledger.Feeds()[0].Next!.Value - time.GetUtcNow());
            time.LeapTo(ledger.Feeds()[0].Next!.Value);
        }

        Assert.InRange(waits[0], TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16.6));
        Assert.InRange(waits[3], TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(132.1));
        Assert.InRange(waits[11], TimeSpan.FromDays(2), TimeSpan.FromDays(2.3));
        outcome = FetchOutcome.Gone;
        await round.RunAsync(CancellationToken.None);
        Assert.Null(ledger.Feeds()[0].Next);
        Assert.Equal(13, ledger.Feeds()[0].Failures);
    }

    [Fact]
    public async Task A_permanent_redirect_moves_the_feed_and_its_key_stays()
    {
        var time = new LeapingTime(Start);
        var ledger = new MemoryLedger();
        var old = new Uri("http://a.example/old");
        var moved = new Uri("http://a.example/new");
        ledger.Follow(FeedState.Follow(old, Start));
        var fetcher = new ScriptedFetcher(r => ScriptedFetcher.Ok(r.Address, Rss()) with { Captured = time.GetUtcNow(), Redirects = r.Address == old ? [new Redirect(old, moved, 301)] : [] });
        await new FollowRound(fetcher, ledger, ledger, Reader, time).RunAsync(CancellationToken.None);

        FeedState feed = Assert.Single(ledger.Feeds());
        Assert.Equal((old, moved), (feed.Address, feed.Current));
    }

    [Fact]
    public void WebSub_answers_only_what_was_asked_for_and_takes_only_what_is_signed()
    {
        var subscription = new WebSubSubscription(new Uri("https://hub.example/"), new Uri("https://a.example/feed"), new Uri("https://desk.example/websub/x1"), "a secret");
        Dictionary<string, string> query = new() { ["hub.mode"] = "subscribe", ["hub.topic"] = "https://a.example/feed", ["hub.challenge"] = "abc" };
        Assert.Equal("abc", subscription.Answer(query));
        Assert.Null(subscription.Answer(query, isSubscribing: false));
        Assert.Null(subscription.Answer(new Dictionary<string, string>(query) { ["hub.topic"] = "https://b.example/" }));
        Assert.Equal("https://a.example/feed", subscription.Form(TimeSpan.FromDays(5))["hub.topic"]);

        byte[] body = "<rss/>"u8.ToArray();
        string good = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("a secret"u8, body));
        Assert.True(subscription.IsAuthentic(body, good));
        Assert.False(subscription.IsAuthentic("<rss />"u8, good));
        Assert.False(subscription.IsAuthentic(body, null));
        Assert.False(subscription.IsAuthentic(body, "sha256="));
        Assert.False(subscription.IsAuthentic(body, "md5=00"));
    }
}

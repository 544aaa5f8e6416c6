using Readout.Sources.Fetching;

namespace Readout.Sources.Tests.Fetching;

public sealed class PoliteFetcherTests
{
    private static readonly DateTimeOffset Start = new(2031, 3, 11, 0, 0, 0, TimeSpan.Zero);

    private static (PoliteFetcher Fetcher, LeapingTime Time, List<(string Path, DateTimeOffset At)> Log) Make(Func<Uri, FetchResult> answer)
    {
        var time = new LeapingTime(Start);
        var log = new List<(string, DateTimeOffset)>();
        var inner = new ScriptedFetcher(request =>
        {
            log.Add((request.Address.PathAndQuery, time.GetUtcNow()));
            return answer(request.Address) with { Captured = time.GetUtcNow() };
        });
        return (new PoliteFetcher(inner, new FetchOptions { UserAgent = "Readout/1", HostInterval = TimeSpan.FromSeconds(5) }, time), time, log);
    }

    private static Task<FetchResult> Get(PoliteFetcher fetcher, string path) => fetcher.FetchAsync(new FetchRequest(new Uri("http://a.example" + path)), CancellationToken.None);

    [Fact]
    public async Task Robots_are_asked_once_and_forbidden_paths_never()
    {
        var (fetcher, _, log) = Make(a => a.AbsolutePath == "/robots.txt" ? ScriptedFetcher.Ok(a, "User-agent: *\nDisallow: /no") : ScriptedFetcher.Ok(a, "x"));

        Assert.Equal(FetchOutcome.Fetched, (await Get(fetcher, "/yes")).Outcome);
        Assert.Equal(FetchOutcome.RobotsForbidden, (await Get(fetcher, "/no")).Outcome);
        Assert.Equal(FetchOutcome.Fetched, (await Get(fetcher, "/yes2")).Outcome);
        Assert.Equal(["/robots.txt", "/yes", "/yes2"], log.Select(l => l.Path));
    }

    [Fact]
    public async Task Requests_to_one_host_keep_their_distance()
    {
        var (fetcher, _, log) = Make(a => a.AbsolutePath == "/robots.txt" ? ScriptedFetcher.Ok(a, "User-agent: *\nCrawl-delay: 20") : ScriptedFetcher.Ok(a, "x"));
        await Get(fetcher, "/1");
        await Get(fetcher, "/2");
        await Get(fetcher, "/3");

        Assert.All(log.Skip(1).Zip(log.Skip(2)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(FetchOutcome.ServerError, FetchOutcome.ServerError)]
    [InlineData(FetchOutcome.TimedOut, FetchOutcome.TimedOut)]
    [InlineData(FetchOutcome.AddressRefused, FetchOutcome.AddressRefused)]
    [InlineData(FetchOutcome.NotFound, FetchOutcome.Fetched)]
    [InlineData(FetchOutcome.Forbidden, FetchOutcome.Fetched)]
    public async Task Robots_that_cannot_be_reached_forbid_and_missing_ones_allow(FetchOutcome robots, FetchOutcome expected)
    {
        var (fetcher, _, _) = Make(a => a.AbsolutePath == "/robots.txt" ? ScriptedFetcher.Failed(a, robots) : ScriptedFetcher.Ok(a, "x"));
        Assert.Equal(expected, (await Get(fetcher, "/a")).Outcome);
    }

    [Fact]
    public async Task A_host_that_asks_to_wait_is_left_alone_until_then()
    {
        var (fetcher, time, log) = Make(a => a.AbsolutePath == "/robots.txt"
            ? ScriptedFetcher.Failed(a, FetchOutcome.NotFound)
            : ScriptedFetcher.Failed(a, FetchOutcome.TooManyRequests) with { Headers = [new("Retry-After", "3600")] });
        await Get(fetcher, "/1");
        int before = log.Count;
        Assert.Equal(FetchOutcome.TooManyRequests, (await Get(fetcher, "/2")).Outcome);
        Assert.Equal(before, log.Count);
        time.LeapTo(time.GetUtcNow() + TimeSpan.FromSeconds(3601));
        await Get(fetcher, "/2");
        Assert.Equal(before + 1, log.Count);
    }
}

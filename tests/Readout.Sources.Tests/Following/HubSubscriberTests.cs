using System.Security.Cryptography;
using System.Text;
using Readout.Sources.Fetching;
using Readout.Sources.Following;
using Readout.Sources.Tests.Fetching;

namespace Readout.Sources.Tests.Following;

public sealed class HubSubscriberTests
{
    private static readonly DateTimeOffset Start = new(2031, 3, 11, 8, 0, 0, TimeSpan.Zero);
    private static readonly FeedState Feed = FeedState.Follow(new Uri("https://a.example/feed"), Start) with { Hub = new Uri("https://hub.example/"), Topic = new Uri("https://a.example/all") };

    private readonly LeapingTime _time = new(Start);
    private readonly Leases _leases = new();
    private readonly List<IReadOnlyDictionary<string, string>> _asked = [];
    private readonly HubSubscriber _subscriber;

    public HubSubscriberTests() => _subscriber = new HubSubscriber(_leases, AskAsync, new Uri("https://desk.example/websub/"), _time);

    [Fact]
    public async Task A_hub_is_asked_once_confirmed_and_asked_anew_before_the_lease_ends()
    {
        await RenewAsync(Feed);
        await RenewAsync(Feed);
        IReadOnlyDictionary<string, string> form = Assert.Single(_asked);
        HubLease lease = Assert.Single(_leases.All.Values);
        Assert.Equal("https://desk.example/websub/" + lease.Token, form["hub.callback"]);
        Assert.Equal("https://a.example/all", form["hub.topic"]);

        Assert.Null(_subscriber.Confirm("another", Question("86400")));
        Assert.Null(_subscriber.Confirm(lease.Token, new Dictionary<string, string>(Question("86400")) { ["hub.topic"] = "https://b.example/" }));
        Assert.Equal("abc", _subscriber.Confirm(lease.Token, Question("432000")));
        Assert.Equal(Start.AddDays(5), Assert.Single(_leases.All.Values).Until);

        _time.LeapTo(Start.AddDays(3));
        await RenewAsync(Feed);
        Assert.Single(_asked);
        _time.LeapTo(Start.AddDays(4).AddHours(1));
        await RenewAsync(Feed);
        Assert.Equal(2, _asked.Count);
        Assert.Equal(form["hub.callback"], _asked[1]["hub.callback"]);
    }

    [Fact]
    public async Task A_hub_that_never_confirms_is_asked_four_times_a_day()
    {
        for (int hour = 0; hour < 24; hour++)
        {
            _time.LeapTo(Start.AddHours(hour));
            await RenewAsync(Feed);
        }

        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task A_feed_without_a_hub_or_gone_is_not_asked_for()
    {
        await RenewAsync(Feed with { Hub = null }, Feed with { Next = null });
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Only_a_signed_delivery_makes_the_feed_due()
    {
        await RenewAsync(Feed);
        HubLease lease = Assert.Single(_leases.All.Values);
        byte[] body = "<rss/>"u8.ToArray();

        Assert.False(_subscriber.Take("another", body, null));
        Assert.True(_subscriber.Take(lease.Token, body, null));
        Assert.True(_subscriber.Take(lease.Token, body, "sha256=00"));
        Assert.Empty(_leases.Hastened);
        Assert.True(_subscriber.Take(lease.Token, body, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(lease.Secret), body))));
        Assert.Equal(Feed.Address, Assert.Single(_leases.Hastened));
    }

    private static Dictionary<string, string> Question(string seconds) =>
        new() { ["hub.mode"] = "subscribe", ["hub.topic"] = "https://a.example/all", ["hub.challenge"] = "abc", ["hub.lease_seconds"] = seconds };

    private Task RenewAsync(params FeedState[] feeds) => _subscriber.RenewAsync(feeds, CancellationToken.None);

    private Task<FetchResult> AskAsync(Uri hub, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        Assert.Equal(Feed.Hub, hub);
        _asked.Add(form);
        return Task.FromResult(ScriptedFetcher.Ok(hub, ""));
    }

    private sealed class Leases : IHubLedger
    {
        public Dictionary<Uri, HubLease> All { get; } = [];

        public List<Uri> Hastened { get; } = [];

        IReadOnlyList<HubLease> IHubLedger.Leases() => [.. All.Values];

        public HubLease? Lease(string token) => All.Values.FirstOrDefault(l => l.Token == token);

        public void Put(HubLease lease) => All[lease.Feed] = lease;

        public void Hasten(Uri feed, DateTimeOffset moment) => Hastened.Add(feed);
    }
}

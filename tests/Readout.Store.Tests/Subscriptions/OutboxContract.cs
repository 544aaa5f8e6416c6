using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Subscriptions;

/// <summary>What every store's outbox promises: one message for what comes together, at least once, always under one id.</summary>
public abstract class OutboxContract
{
    private readonly SetClock _clock = new("2024-03-12T10:00:00Z");

    internal abstract IRecordStore Open(TimeProvider clock);

    [Fact]
    public void What_comes_together_is_one_message()
    {
        using IRecordStore store = Open(_clock);
        Prepare(store, DeliveryPace.Immediate);
        for (int i = 1; i <= 12; i++)
        {
            store.Add(Readings.Invented(i * 20));
        }

        Assert.Empty(store.Notices.Claim(10));
        _clock.Move(DeliveryTimes.Settle);
        OutgoingMessage message = Assert.Single(store.Notices.Claim(10));
        Assert.Equal(12, message.Notices.Count);
        Assert.Equal("eva@example.org", message.Delivery.Destination.Address);
    }

    [Fact]
    public void A_message_that_was_claimed_and_never_settled_comes_again_under_its_id()
    {
        using IRecordStore store = Open(_clock);
        Prepare(store, DeliveryPace.Immediate);
        store.Add(Readings.Invented(1));
        _clock.Move(DeliveryTimes.Settle);
        OutgoingMessage first = Assert.Single(store.Notices.Claim(10));
        Assert.Empty(store.Notices.Claim(10));

        // The process died here. What is found meanwhile is another message.
        store.Add(Readings.Invented(40));
        _clock.Move(TimeSpan.FromMinutes(10));
        IReadOnlyList<OutgoingMessage> again = store.Notices.Claim(10);
        Assert.Equal(2, again.Count);
        OutgoingMessage same = Assert.Single(again, message => message.Delivery.MessageId == first.Delivery.MessageId);
        Assert.Equal(2, same.Delivery.Attempts);
        Assert.Equal(first.Notices.Select(notice => notice.Id), same.Notices.Select(notice => notice.Id));
        Assert.All(again, message => Assert.Single(message.Notices));
    }

    [Fact]
    public void A_settled_message_is_in_the_log_and_comes_no_more()
    {
        using IRecordStore store = Open(_clock);
        Prepare(store, DeliveryPace.Immediate);
        store.Add(Readings.Invented(1));
        _clock.Move(DeliveryTimes.Settle);
        long id = store.Notices.Claim(10)[0].Delivery.Id;
        store.Notices.NotSent(id, "the server is away", _clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        Assert.Equal("the server is away", store.Notices.Deliveries("eva")[0].Error);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(3), store.Notices.NextDue());
        _clock.Move(TimeSpan.FromMinutes(3));
        store.Notices.Sent(store.Notices.Claim(10)[0].Delivery.Id);

        Delivery sent = Assert.Single(store.Notices.Deliveries("eva"));
        Assert.Equal(DeliveryState.Sent, sent.State);
        Assert.Equal(2, sent.Attempts);
        Assert.Null(sent.Error);
        Assert.Null(store.Notices.NextDue());
        Assert.Empty(store.Notices.Deliveries("bert"));
        Assert.Single(store.Notices.Deliveries(null));
    }

    [Fact]
    public void A_message_given_up_is_opened_by_its_owner_alone()
    {
        using IRecordStore store = Open(_clock);
        Prepare(store, DeliveryPace.Immediate);
        store.Add(Readings.Invented(1));
        _clock.Move(DeliveryTimes.Settle);
        long id = store.Notices.Claim(10)[0].Delivery.Id;
        store.Notices.NotSent(id, "gone", null);
        Assert.Equal(DeliveryState.Failed, store.Notices.Deliveries("eva")[0].State);
        Assert.False(store.Notices.TryAgain("bert", id));
        Assert.True(store.Notices.TryAgain("eva", id));
        Assert.Single(store.Notices.Claim(10));
    }

    [Fact]
    public void A_stopped_destination_gets_nothing_more()
    {
        using IRecordStore store = Open(_clock);
        Destination destination = Prepare(store, DeliveryPace.Immediate);
        store.Add(Readings.Invented(1));
        Assert.False(store.Notices.StopDestination("bert", destination.Id));
        Assert.True(store.Notices.StopDestination("eva", destination.Id));
        store.Add(Readings.Invented(40));
        _clock.Move(TimeSpan.FromDays(2));
        Assert.Empty(store.Notices.Claim(10));
        Assert.Equal(DeliveryState.Failed, Assert.Single(store.Notices.Deliveries("eva")).State);
        Assert.Empty(store.Notices.Destinations("eva"));
    }

    [Fact]
    public void What_is_for_the_page_alone_is_not_sent()
    {
        using IRecordStore store = Open(_clock);
        Prepare(store, DeliveryPace.Immediate);
        Subscription followed = store.Notices.Subscriptions("eva")[0];
        Assert.True(store.Notices.SetTold("eva", followed.Id, false));
        store.Add(Readings.Invented(1));
        Assert.Equal(1, store.Notices.Unread("eva"));
        Assert.Null(store.Notices.NextDue());
    }

    [Fact]
    public void A_briefing_is_made_when_its_hour_comes_and_says_since_when()
    {
        using IRecordStore store = Open(_clock);
        store.Notices.AddDestination(Email(DeliveryPace.Immediate));
        Subscription briefing = store.Notices.Subscribe("eva", new SubscriptionDraft
        {
            Name = "Holm each week",
            Kind = SubscriptionKind.Briefing,
            Query = new FactQuery { Actor = "Holm" },
            Every = BriefingPace.Weekly,
            At = 7 * 60,
            TimeZone = "Europe/Berlin",
        });

        // Tuesday; the next Monday, 07:00 in Berlin, is 06:00 UTC.
        Assert.Equal(new DateTimeOffset(2024, 3, 18, 6, 0, 0, TimeSpan.Zero), store.Notices.NextDue());
        Assert.Equal(0, store.Notices.NoticeBriefings());
        _clock.Move(TimeSpan.FromDays(6));
        Assert.Equal(1, store.Notices.NoticeBriefings());
        Assert.Equal(0, store.Notices.NoticeBriefings());
        Notice notice = Assert.Single(store.Notices.Notices("eva"));
        Assert.Equal("briefing", notice.Type);
        Assert.Contains($"/briefings/{briefing.Id}?", notice.Path, StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow(), store.Notices.Subscriptions("eva")[0].LastAt);
        _clock.Move(DeliveryTimes.Settle);
        Assert.Single(store.Notices.Claim(10));
    }

    [Fact]
    public void A_feed_has_one_address_at_a_time()
    {
        using IRecordStore store = Open(_clock);
        store.Notices.SetFeed("eva", "hash-one");
        Assert.Equal("eva", store.Notices.FeedOwner("hash-one"));
        store.Notices.SetFeed("eva", "hash-two");
        Assert.Null(store.Notices.FeedOwner("hash-one"));
        Assert.True(store.Notices.HasFeed("eva"));
        Assert.False(store.Notices.HasFeed("bert"));
    }

    [Theory]
    [InlineData(DestinationKind.Email, "no address")]
    [InlineData(DestinationKind.Email, "Eva <eva@example.org>")]
    [InlineData(DestinationKind.Email, "eva@example.org\r\nBcc: all@example.org")]
    [InlineData(DestinationKind.Webhook, "file:///etc/passwd")]
    [InlineData(DestinationKind.Webhook, "https://user:secret@example.org/")]
    [InlineData(DestinationKind.Webhook, "example.org/hook")]
    public void An_address_that_is_none_is_refused(DestinationKind kind, string address)
    {
        using IRecordStore store = Open(_clock);
        Assert.Throws<SubscriptionException>(() => store.Notices.AddDestination(new Destination { Owner = "eva", Kind = kind, Address = address }));
    }

    private static Destination Prepare(IRecordStore store, DeliveryPace pace)
    {
        store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Holm", Kind = SubscriptionKind.Search, Query = new FactQuery { Speaker = "Holm", Types = [FactType.Statement] } });
        return store.Notices.AddDestination(Email(pace));
    }

    private static Destination Email(DeliveryPace pace) => new() { Owner = "eva", Kind = DestinationKind.Email, Address = "eva@example.org", Pace = pace };
}

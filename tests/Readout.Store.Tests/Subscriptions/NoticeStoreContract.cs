using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Subscriptions;

/// <summary>What every store does for those who follow something.</summary>
public abstract class NoticeStoreContract
{
    private readonly SetClock _clock = new("2024-03-12T10:00:00Z");

    internal abstract IRecordStore Open(TimeProvider clock);

    [Fact]
    public void Only_what_comes_after_following_is_noticed_and_once()
    {
        using IRecordStore store = Open(_clock);
        store.Add(Readings.Invented(1));
        Follow(store, new FactQuery { Speaker = "person/ada-holm", Types = [FactType.Statement] });
        Assert.Equal(0, store.Notices.Unread("eva"));

        store.Add(Readings.Invented(2));
        store.Add(Readings.Invented(2));
        Notice notice = Assert.Single(store.Notices.Notices("eva"));
        Assert.Equal("Ada Holm", notice.Who);
        Assert.Equal("statement", notice.Type);
        Assert.Equal("Courier", notice.Outlet);
        Assert.Contains("number 2", notice.Words, StringComparison.Ordinal);
        Assert.Equal("/statements/" + notice.Fact, notice.Path);
        Assert.NotNull(store.FindFact(notice.Fact!));
        Assert.Empty(store.Notices.Notices("bert"));
    }

    [Fact]
    public void A_report_that_is_read_again_is_no_news()
    {
        using IRecordStore store = Open(_clock);
        ReportReading reading = Readings.Invented(1);
        store.Add(reading);
        Follow(store, new FactQuery());
        store.Add(reading with { Version = new ReadingVersion("0.2.0", "m1") });
        Assert.Equal(0, store.Notices.Unread("eva"));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Following_finds_what_searching_finds(string json, bool finds)
    {
        using IRecordStore store = Open(_clock);
        FactQuery query = System.Text.Json.JsonSerializer.Deserialize<FactQuery>(json, StoreJson.Options)!;
        Follow(store, query);
        for (int i = 0; i < 6; i++)
        {
            // Months apart, so that no two are wordings of one utterance.
            store.Add(Readings.Of($"Ada Holm told Bo Lind in Selkow that the fishing vessel number {i} would be patrolling off \u010capek Bank by June.", i % 2 == 0 ? "Courier" : "The Bell", $"2024-0{i + 1}-05"));
        }

        string[] searched = [.. store.Facts(query with { Limit = 200 }).Items.Select(fact => fact.Id).Order(StringComparer.Ordinal)];
        string[] noticed = [.. Facts(store)];
        Assert.Equal(finds, searched.Length > 0);
        Assert.Equal(searched, noticed);
    }

    public static TheoryData<string, bool> Queries() => new()
    {
        { "{}", true },
        { """{"speaker":"holm","types":["statement"]}""", true },
        { """{"speaker":"lind"}""", false },
        { """{"to":"Bo Lind"}""", true },
        { """{"actor":"person/bo-lind","with":"holm","types":["meeting"]}""", true },
        { """{"words":"vessel","types":["statement"]}""", true },
        { """{"words":"vessels patrols","types":["statement"]}""", true },
        { """{"words":"vess*","types":["statement"]}""", true },
        { """{"words":"freight OR vessel","types":["statement"]}""", true },
        { """{"words":"freight OR ves*","types":["statement"]}""", true },
        { """{"words":"\"fishing vessel\" -annex","types":["statement"]}""", true },
        { """{"words":"vessel -june","types":["statement"]}""", false },
        { """{"words":"NEAR(fishing capek, 12)","types":["statement"]}""", true },
        { """{"words":"annex"}""", false },
        { """{"words":"vessel 4","types":["statement"]}""", true },
        { """{"outlet":"THE BELL","types":["commitment"]}""", true },
        { """{"outlet":"Gazette"}""", false },
        { """{"kind":"promise","confidence":0.8,"types":["statement"]}""", true },
        { """{"since":"2024-03-04","types":["statement"]}""", true },
        { """{"status":"planned"}""", true },
    };

    [Fact]
    public void One_utterance_in_several_outlets_is_told_once()
    {
        using IRecordStore store = Open(_clock);
        Follow(store, new FactQuery { Speaker = "Holm", Types = [FactType.Statement] });
        Follow(store, new FactQuery { Types = [FactType.Meeting], Actor = "Holm", With = "Lind" });
        foreach (string outlet in (string[])["Courier", "The Bell", "Gazette"])
        {
            // Months apart, so that no two are wordings of one utterance.
            store.Add(Readings.Of($"Ada Holm told Bo Lind in Selkow that the joint patrol of the northern bank would sail by June. {outlet}", outlet, "2024-03-11"));
        }

        Assert.Equal(2, store.Notices.Unread("eva"));
        Assert.All(store.Notices.Notices("eva"), notice => Assert.Equal(["The Bell", "Gazette"], notice.AlsoIn));
    }

    [Fact]
    public void A_changed_quotation_is_noticed_with_its_words_before()
    {
        using IRecordStore store = Open(_clock);
        store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Changed", Kind = SubscriptionKind.Quotation, Query = new FactQuery { Outlet = "Courier" } });
        store.Add(Versioned("that the joint patrol of the northern bank would certainly sail by June", "https://courier.example/1"));
        store.Add(Versioned("that the joint patrol of the northern bank would sail by June", "https://courier.example/2"));
        Assert.Empty(store.Notices.Notices("eva"));

        store.Add(Versioned("that the joint patrol of the northern bank would perhaps sail by June", "https://courier.example/1"));
        Notice notice = Assert.Single(store.Notices.Notices("eva"));
        Assert.Equal("quotation", notice.Type);
        Assert.Contains("certainly", notice.Before, StringComparison.Ordinal);
        Assert.Contains("perhaps", notice.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_followed_meeting_brings_its_later_accounts_and_no_other()
    {
        using IRecordStore store = Open(_clock);
        ReportReading first = Readings.Of("Ada Holm told Bo Lind in Selkow that the bank is shared.", "Courier", "2024-03-11");
        store.Add(first);
        store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Selkow", Kind = SubscriptionKind.Meeting, Fact = ReportKey.Of(first.Report.Id) + "-m1" });
        store.Add(Readings.Of("Ada Holm told Bo Lind in Selkow that freight is next.", "The Bell", "2024-03-11"));
        store.Add(Readings.Of("Ada Holm told Bo Lind in Selkow that harbours come later.", "The Bell", "2023-06-01"));
        Assert.Equal("2024-03-11", Assert.Single(store.Notices.Notices("eva")).Day);
    }

    [Fact]
    public void A_due_date_is_noticed_on_the_day_after_its_last()
    {
        using IRecordStore store = Open(_clock);
        store.Add(Due("2024-03-20"));
        store.Add(Due("2024-03"));
        store.Add(Due("2024-02"));
        Assert.Equal(0, store.Notices.NoticeDueDates(new DateOnly(2024, 3, 12)));
        store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Late", Kind = SubscriptionKind.Due, Query = new FactQuery { Actor = "Holm" } });
        Assert.Equal(0, store.Notices.NoticeDueDates(new DateOnly(2024, 3, 20)));
        Assert.Equal(1, store.Notices.NoticeDueDates(new DateOnly(2024, 3, 21)));
        Assert.Equal(0, store.Notices.NoticeDueDates(new DateOnly(2024, 3, 31)));
        Assert.Equal(1, store.Notices.NoticeDueDates(new DateOnly(2024, 4, 3)));
        Assert.Equal(0, store.Notices.NoticeDueDates(new DateOnly(2024, 4, 3)));
        Assert.Equal(["2024-03", "2024-03-20"], store.Notices.Notices("eva").Select(notice => notice.Day));
    }

    [Fact]
    public void Marking_read_leaves_what_came_after()
    {
        using IRecordStore store = Open(_clock);
        Follow(store, new FactQuery { Types = [FactType.Statement] });
        store.Add(Readings.Invented(1));
        long seen = store.Notices.Notices("eva")[0].Id;
        store.Add(Readings.Invented(200));
        long revision = store.Notices.NoticeRevision;
        Assert.Equal(1, store.Notices.MarkRead("eva", seen));
        Assert.Equal(0, store.Notices.MarkRead("bert", long.MaxValue));
        Assert.Equal(1, store.Notices.Unread("eva"));
        Assert.True(store.Notices.NoticeRevision > revision);
    }

    [Fact]
    public void What_cannot_be_followed_is_refused_with_a_reason()
    {
        using IRecordStore store = Open(_clock);
        var draft = new SubscriptionDraft { Name = "x", Kind = SubscriptionKind.Search };
        Assert.Throws<SubscriptionException>(() => store.Notices.Subscribe("eva", draft with { Name = " " }));
        Assert.Throws<SubscriptionException>(() => store.Notices.Subscribe("eva", draft with { TimeZone = "Mars/North" }));
        Assert.Throws<SubscriptionException>(() => store.Notices.Subscribe("eva", draft with { Kind = SubscriptionKind.Meeting }));
        Assert.Throws<SubscriptionException>(() => store.Notices.Subscribe("eva", draft with { Kind = SubscriptionKind.Due, Fact = "00000000-c1" }));
        Assert.Throws<QueryException>(() => store.Notices.Subscribe("eva", draft with { Query = new FactQuery { Words = "-only" } }));
        Assert.Throws<QueryException>(() => store.Notices.Subscribe("eva", draft with { Query = new FactQuery { Since = "yesterday" } }));
        Assert.Empty(store.Notices.Subscriptions("eva"));
    }

    [Fact]
    public void Ending_takes_the_notices_with_it_and_only_ones_own()
    {
        using IRecordStore store = Open(_clock);
        Subscription followed = Follow(store, new FactQuery());
        store.Add(Readings.Invented(1));
        Assert.False(store.Notices.Unsubscribe("bert", followed.Id));
        Assert.True(store.Notices.Unsubscribe("eva", followed.Id));
        Assert.Empty(store.Notices.Notices("eva"));
    }

    private static Subscription Follow(IRecordStore store, FactQuery query) =>
        store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Followed", Kind = SubscriptionKind.Search, Query = query });

    private static IEnumerable<string> Facts(IRecordStore store) =>
        store.Notices.Notices("eva", limit: 200).Select(notice => notice.Fact!).Order(StringComparer.Ordinal);

    private static ReportReading Versioned(string said, string url)
    {
        ReportReading reading = Readings.Of($"Ada Holm told Bo Lind in Selkow {said}.", "Courier", "2024-03-11");
        return reading with
        {
            Report = reading.Report with { Url = url },
            Record = reading.Record with { Statements = [reading.Record.Statements[0] with { Form = Attribution.StatementForm.Direct }] },
        };
    }

    private static ReportReading Due(string due)
    {
        ReportReading reading = Readings.Of($"Ada Holm told Bo Lind in Selkow that the survey for {due} is promised.", "Courier", "2024-01-05");
        return reading with { Record = reading.Record with { Commitments = [reading.Record.Commitments[0] with { Due = due }] } };
    }
}

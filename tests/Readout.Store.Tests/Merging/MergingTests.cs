using Readout.Merging;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Merging;

/// <summary>The samples' story, added report by report.</summary>
public sealed class MergingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_chancellors_sentence_is_one_utterance_in_six_reports_and_two_translations()
    {
        using SqliteRecordStore store = Fill(SampleReadings.All());

        IReadOnlyList<Fact> wordings = store.Cluster(Statement(store, "mile of sea").Id);

        Assert.StartsWith("2023-12-11", wordings[0].Report.Published, StringComparison.Ordinal);
        Assert.Equal(6, wordings.Select(wording => wording.Report.Key).Distinct().Count());
        Assert.Contains(wordings, wording => wording.Words.Contains("divide the bank", StringComparison.Ordinal));
    }

    [Fact]
    public void The_meeting_runs_from_plan_to_outcome()
    {
        using SqliteRecordStore store = Fill(SampleReadings.All());
        Fact meeting = store.Facts(new FactQuery { Types = [FactType.Meeting], Order = FactOrder.Oldest }).Items.First(fact => fact.Time == "2023-12-05");

        MeetingFact[] accounts = [.. store.Cluster(meeting.Id).Cast<MeetingFact>()];

        Assert.Equal("2023-12-05", accounts[0].Time);
        Assert.Equal(Events.MeetingStatus.Planned, accounts[0].Status);
        Assert.Contains(accounts, account => account.Status == Events.MeetingStatus.Held && account.Time == "2023-12-11");
        Assert.DoesNotContain(accounts, account => account.Mode == Events.MeetingMode.Phone);
    }

    [Fact]
    public void Copies_are_one_origin()
    {
        using SqliteRecordStore store = Fill(SampleReadings.All());
        string urgent = SampleReadings.All().First(reading => reading.Report.Headline!.StartsWith("URGENT", StringComparison.Ordinal)).Report.Id;

        IReadOnlyList<ReportCopy> copies = store.Copies(urgent);

        Assert.Equal(4, copies.Count);
        Assert.Contains(copies, copy => copy.Report.Id == urgent);
        Assert.Equal("MPA", copies[0].Agency);
        Assert.Contains(copies, copy => copy.Relation == DuplicateRelation.Update);
        Assert.Equal(SampleReadings.All().Count() - 3, store.Origins());
    }

    [Fact]
    public void Clusters_do_not_depend_on_the_order_of_arrival()
    {
        using SqliteRecordStore forward = Fill(SampleReadings.All(), "forward.db");
        using SqliteRecordStore backward = Fill(SampleReadings.All().Reverse(), "backward.db");

        Assert.Equal(Clusters(forward), Clusters(backward));
    }

    [Fact]
    public void A_new_reading_takes_its_old_facts_out_of_their_clusters()
    {
        using SqliteRecordStore store = Fill(SampleReadings.All());
        string[] before = Clusters(store);
        ReportReading urgent = SampleReadings.All().First(reading => reading.Report.Headline!.StartsWith("UPDATE", StringComparison.Ordinal));

        store.Add(urgent with { Version = new ReadingVersion("other", "m"), Record = urgent.Record with { Statements = [], Meetings = [] } });
        int without = store.Cluster(Statement(store, "mile of sea").Id).Count;
        store.Add(urgent with { Version = new ReadingVersion("third", "m") });

        Assert.Equal(store.Cluster(Statement(store, "mile of sea").Id).Count, without + 1);
        Assert.Equal(before, Clusters(store));
    }

    [Fact]
    public void An_unknown_fact_or_report_has_neither_cluster_nor_copies()
    {
        using SqliteRecordStore store = Fill([]);

        Assert.Empty(store.Cluster("8eb030292736-s3"));
        Assert.Empty(store.Cluster("no id"));
        Assert.Empty(store.Copies("8eb030292736"));
        Assert.Equal(0, store.Origins());
    }

    private static string[] Clusters(SqliteRecordStore store) =>
    [
        .. store.Facts(new FactQuery { Limit = 500 }).Items.Select(fact => string.Join(' ', store.Cluster(fact.Id).Select(other => other.Id).Order(StringComparer.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static Fact Statement(SqliteRecordStore store, string words) =>
        store.Facts(new FactQuery { Words = words, Types = [FactType.Statement], Order = FactOrder.Oldest }).Items[0];

    private SqliteRecordStore Fill(IEnumerable<ReportReading> readings, string name = "store.db")
    {
        SqliteRecordStore store = SqliteRecordStore.Open(Path.Combine(_folder.Path, name));
        foreach (ReportReading reading in readings)
        {
            store.Add(reading);
        }

        return store;
    }
}

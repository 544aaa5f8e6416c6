using Readout.Store.Corrections;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Corrections;

/// <summary>Facts of frequent actors are compared again after the request that merged them.</summary>
public sealed class WaitingFactTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_facts_of_merged_actors_are_compared_again_some_at_a_time()
    {
        using SqliteRecordStore store = SqliteRecordStore.Open(_folder.File("store.db"));
        ReportReading early = Readings.Of("Ada Holm told Bo Lind in Selkow that the herring has come back to the outer banks.", "Courier", "2023-01-01");
        ReportReading same = Readings.Of("Eda Holm told Bo Lind in Selkow that the herring has come back to the outer banks.".Replace("Eda", "Ada", StringComparison.Ordinal) + " ", "Gazette", "2023-01-02");
        same = same with { Record = same.Record with { Actors = [same.Record.Actors[0] with { Name = "A. Holm-Berg" }, same.Record.Actors[1]] } };
        store.Add(early);
        store.Add(same);
        for (int i = 0; i < 120; i++)
        {
            store.Add(Readings.Invented(i));
        }

        string left = ReportKey.Of(early.Report.Id) + "-s1";
        Assert.Single(store.Cluster(left));
        Correction made = store.Correct(new CorrectionDraft { Fact = "person/a-holm-berg", Field = CorrectionField.Actors, Value = "person/ada-holm", Author = "Ruta Hale" });
        store.Undo(made.Id, "Ruta Hale");
        store.Correct(new CorrectionDraft { Fact = "person/ada-holm", Field = CorrectionField.Actors, Value = "person/a-holm-berg", Author = "Ruta Hale" });

        int waiting = store.WaitingFacts;
        Assert.InRange(waiting, 150, 400);
        Assert.Single(store.Cluster(left));
        Assert.Equal(waiting - 50, store.PlaceWaiting(50));
        while (store.PlaceWaiting(100) > 0)
        {
        }

        Assert.Equal(0, store.WaitingFacts);
        Assert.Equal(2, store.Cluster(left).Count);
    }
}

using System.Globalization;
using Readout.Evaluation;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Merging;

/// <summary>Commitments and events that several samples tell of.</summary>
public sealed class AcrossReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public AcrossReportsTests()
    {
        _store = SqliteRecordStore.Open(_folder.File("store.db"));
        foreach (ReportReading reading in SampleReadings.All())
        {
            _store.Add(reading);
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Commitments_of_the_story_are_clustered_as_judged()
    {
        Dictionary<string, string> judged = File.ReadLines(Path.Combine(SampleReadings.Folder, "..", "eval", "merging", "commitments.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToDictionary(row => row[0] + " " + row[1], row => row[2], StringComparer.Ordinal);
        Fact[] facts = [.. _store.Facts(new FactQuery { Types = [FactType.Commitment], Limit = 200 }).Items];
        var gold = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(Dictionary<string, int> numbers, string key) => numbers.TryGetValue(key, out int number) ? number : numbers[key] = numbers.Count;
        string Name(Fact fact) => Path.GetFileNameWithoutExtension(fact.Report.File!) + " " + fact.Id.Split('-')[^1];
        (double precision, double recall) = ClusterScorer.BCubed(
            [.. facts.Select(fact => Number(gold, judged.TryGetValue(Name(fact), out string? number) ? number : Name(fact)))],
            [.. facts.Select(fact => Number(found, string.Join(' ', _store.Cluster(fact.Id).Select(one => one.Id).Order(StringComparer.Ordinal))))]);

        Assert.True(precision >= 0.87 && recall >= 0.8, string.Create(CultureInfo.InvariantCulture, $"B-cubed precision {precision:F3}, recall {recall:F3}, {facts.Length} commitments"));
    }

    [Fact]
    public void Clusters_keep_their_members_when_later_reports_arrive_and_wordings_seldom_move()
    {
        using var folder = new TemporaryFolder();
        using SqliteRecordStore growing = SqliteRecordStore.Open(folder.File("store.db"));
        var before = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        int moved = 0;
        foreach (ReportReading reading in SampleReadings.All())
        {
            growing.Add(reading);
            foreach (Fact fact in growing.Facts(new FactQuery { Types = [FactType.Statement, FactType.Commitment, FactType.Meeting], Limit = 200 }).Items)
            {
                HashSet<string> now = [.. growing.Cluster(fact.Id).Select(one => one.Id)];
                bool isKept = !before.TryGetValue(fact.Id, out HashSet<string>? known) || known.IsSubsetOf(now);
                Assert.True(isKept || fact is StatementFact, fact.Id);
                moved += isKept ? 0 : 1;
                before[fact.Id] = now;
            }
        }

        // A wording finds better company, and two lose it.
        Assert.InRange(moved, 0, before.Count / 50);
    }
}

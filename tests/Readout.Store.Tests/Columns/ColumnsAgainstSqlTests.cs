using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Columns;

/// <summary>Lists and counts by columns are those that plain conditions over all tables give, whatever is asked and whatever was written before.</summary>
public sealed class ColumnsAgainstSqlTests : IDisposable
{
    private const int Reports = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public ColumnsAgainstSqlTests()
    {
        _store = SqliteRecordStore.Open(_folder.File("store.db"));
        for (int i = 0; i < Reports; i++)
        {
            _store.Add(RandomReadings.Of(i));
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_queries_find_and_count_the_same(int seed) => Compare(new Random(seed), 150);

    [Fact]
    public void They_do_after_reports_were_added_read_again_and_corrected()
    {
        var random = new Random(4);
        Compare(random, 5);
        for (int round = 0; round < 3; round++)
        {
            // Each by itself: a later write would bring in what an earlier one failed to tell of.
            Action[] writes =
            [
                () => _store.Add(RandomReadings.Of(Reports + round)),
                () => _store.Add(RandomReadings.Of(random.Next(Reports), version: round + 2)),
                () => Correct(random, CorrectionField.Verdict, "rejected", FactType.Statement),
                () => Correct(random, CorrectionField.Kind, "denial", FactType.Statement),
                () => Correct(random, CorrectionField.Time, "2024-06-30", FactType.Meeting),
                () => Correct(random, CorrectionField.Place, "Maravene", FactType.Meeting),
                () => Correct(random, CorrectionField.Due, "2024-01-15", FactType.Commitment),
                () => Correct(random, CorrectionField.Speaker, "Bo Lind", FactType.Statement),
                () => _store.Correct(new CorrectionDraft { Fact = round % 2 == 0 ? "person/cem-marr" : "person/dina-holm", Field = CorrectionField.Actors, Value = "person/elio-okoro", Author = "tester" }),
                () => _store.Undo(_store.Corrections()[0].Id, "tester"),
            ];
            foreach (Action write in writes)
            {
                write();
                Compare([.. Telling]);
            }

            Compare(random, 20);
        }
    }

    // What each kind of write changes.
    private static IEnumerable<FactQuery> Telling =>
    [
        new() { Actor = "person/elio-okoro" },
        new() { Actor = "person/cem-marr" },
        new() { Speaker = "Bo Lind" },
        new() { Kind = "denial" },
        new() { Place = "-/Maravene" },
        new() { Country = "NOR" },
        new() { On = "2024-06-30" },
        new() { DueSince = "2024-01", DueUntil = "2024-01" },
        new() { Types = [FactType.Statement] },
    ];

    [Fact]
    public void They_do_where_another_store_wrote_to_the_same_file()
    {
        Compare(new Random(5), 5);
        using (var other = SqliteRecordStore.Open(_folder.File("store.db")))
        {
            other.Add(RandomReadings.Of(Reports));
            other.Add(RandomReadings.Of(1, version: 2));
        }

        Compare(new Random(6), 40);
    }

    private void Correct(Random random, CorrectionField field, string value, FactType type)
    {
        IReadOnlyList<Fact> facts = _store.Facts(new FactQuery { Types = [type], Limit = FactQuery.MaximumLimit }).Items;
        _store.Correct(new CorrectionDraft { Fact = facts[random.Next(facts.Count)].Id, Field = field, Value = value, Author = "tester" });
    }

    private void Compare(Random random, int queries)
    {
        // Queries that find nothing prove little.
        Assert.InRange(Compare([.. Enumerable.Range(0, queries).Select(_ => RandomReadings.Query(random))]), queries / 5, queries);
    }

    // How many of the queries found something.
    private int Compare(FactQuery[] queries)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("store.db")};Pooling=false");
        connection.Open();
        int found = 0;
        foreach (FactQuery query in queries)
        {
            var filter = new SqliteFilter(connection, query);
            string direction = query.Order == FactOrder.Oldest ? "asc" : "desc";
            string hit = $"with hit as (select f.*, substr(r.hash, 8, 12) || '-' || f.local as name, r.outlet as outlet from fact f join report r on r.id = f.report_id where {filter.WhereWithWords})";
            string[] expected = [.. connection.Query<string>($"{hit} select name from hit order by day {direction}, id {direction}", filter.Values)];
            found += expected.Length > 0 ? 1 : 0;

            Assert.Equal(expected, All(query));
            FactFacets facets = _store.Facets(query);
            Assert.Equal(expected.Length, facets.Total);
            Assert.Equal(Rows($"{hit} select type, count(*) from hit group by 1"), Shown(facets.Types));
            Assert.Equal(Rows($"{hit} select kind, count(*) from hit where kind is not null group by 1"), Shown(facets.Kinds));
            Assert.Equal(Rows($"{hit} select outlet, count(*) from hit where outlet is not null group by 1"), Shown(facets.Outlets));
            Assert.Equal(Rows($"{hit} select a.key, count(*) from hit join fact_actor x on x.fact_id = hit.id and x.role = 'speaker' join actor a on a.id = x.actor_id group by a.id order by 2 desc, a.id limit 12"), Shown(facets.Speakers));
            int month = query.Since?.Length >= 7 && query.Until?.Length >= 7 && query.Since[..7] == query.Until[..7] ? 10 : 7;
            Assert.Equal(Rows($"{hit} select substr(day, 1, {month}), count(*) from hit where length(day) >= {month} group by 1"), Shown(facets.Months));
            foreach (TimeScale scale in Enum.GetValues<TimeScale>())
            {
                Assert.Equal(
                    Rows($"{hit} select substr(day, 1, {(int)scale}) || ' ' || type, count(*) from hit where day <> '' group by 1"),
                    _store.Spread(query, scale).Select(count => $"{count.Step} {RecordNames.Of(count.Type)}: {count.Count}").Order(StringComparer.Ordinal));
            }

            IEnumerable<string> Rows(string sql) => connection.Query<(string Value, int Count)>(sql, filter.Values).Select(row => $"{row.Value}: {row.Count}").Order(StringComparer.Ordinal);
        }

        return found;
    }

    private static IEnumerable<string> Shown(IEnumerable<Facet> facets) => facets.Select(facet => $"{facet.Value}: {facet.Count}").Order(StringComparer.Ordinal);

    private List<string> All(FactQuery query)
    {
        var all = new List<string>();
        for (string? cursor = null; ;)
        {
            Page<Fact> page = _store.Facts(query with { Cursor = cursor });
            all.AddRange(page.Items.Select(fact => fact.Id));
            if ((cursor = page.Next) is null)
            {
                return all;
            }
        }
    }
}

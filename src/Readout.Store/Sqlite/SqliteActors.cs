using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Store.Columns;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Actors across reports.</summary>
internal static class SqliteActors
{
    // A name of one letter could mean everybody; beyond this many, only the most mentioned count.
    private const int MostMeant = 200;

    private const string Columns =
        """
        a.id as Id, a.key as Key, a.name as Name, a.type as Type, a.state as State, a.wikidata as Wikidata,
          (select count(*) from reading_actor x where x.actor_id = a.id) as Reports
        """;

    // Somebody is found by the names of those who are really them.
    private const string Named = "select coalesce(m.merged_into, m.id) from actor_name n join actor m on m.id = n.actor_id";

    /// <summary>Rows of the actors that a key or a name means.</summary>
    /// <param name="connection">Connection.</param>
    /// <param name="typed">Key or name.</param>
    /// <param name="reading">Row of the reading whose actors alone are looked at; null for all.</param>
    public static long[] Resolve(SqliteConnection connection, string typed, long? reading = null)
    {
        if (typed.Contains('/', StringComparison.Ordinal))
        {
            return [.. connection.Query<long>("select coalesce(merged_into, id) from actor where key = @typed", new { typed })];
        }

        var values = new DynamicParameters();
        string where = NameCondition(typed, values);
        if (reading is not null)
        {
            values.Add("reading", reading);
            return [.. connection.Query<long>(
                $"select distinct x.actor_id from reading_actor x join actor_name n on n.actor_id in (x.actor_id, x.own_id) where x.reading_id = @reading and {where}", values)];
        }

        List<long> all = connection.Query<long>($"select distinct coalesce(m.merged_into, m.id) from actor_name n join actor m on m.id = n.actor_id where {where} order by 1", values).AsList();
        return all.Count <= MostMeant
            ? [.. all]
            : [.. connection.Query<long>(
                $"select a.id from actor a where a.id in ({Named} where {where}) order by (select count(*) from reading_actor x where x.actor_id = a.id) desc, a.id limit {MostMeant}", values)];
    }

    /// <summary>The codes that a code or a name of a state means: itself where it is written as a code.</summary>
    public static string[] States(SqliteConnection connection, string typed) => typed.Length == 3 && typed.All(char.IsAsciiLetterUpper)
        ? [typed]
        : [.. connection.Query<string>("select distinct state from actor where type = 'state' and state is not null and id in @ids", new { ids = Resolve(connection, typed) })];

    public static ActorSummary? Find(SqliteFactSearch search, string key)
    {
        SqliteConnection connection = search.Connection;
        Row? row = connection.QuerySingleOrDefault<Row>($"select {Columns} from actor a where a.id = (select coalesce(merged_into, id) from actor where key = @key)", new { key });
        if (row is null)
        {
            return null;
        }

        string? office = connection.QueryFirstOrDefault<string>(
            """
            select x.office from reading_actor x join reading g on g.id = x.reading_id join report r on r.id = g.report_id
            where x.actor_id = @Id and x.office is not null order by r.day desc, r.id desc limit 1
            """,
            new { row.Id });
        IEnumerable<string> names = connection.Query<string>("select distinct name from reading_actor where actor_id = @Id order by name limit 50", new { row.Id });
        return Summary(search, row) with { Office = office, Names = [.. names] };
    }

    public static Page<ActorSummary> List(SqliteFactSearch search, ActorQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int limit = Math.Clamp(query.Limit, 1, FactQuery.MaximumLimit);
        int offset = Offset(query.Cursor);
        long[] ids = [.. MostFrequent.Of(Weights(search, query), offset + limit + 1, least: 0).Skip(offset).Select(one => (long)one.Index)];
        Dictionary<long, Row> rows = search.Connection.Query<Row>($"select {Columns} from actor a where a.id in @ids", new { ids }).ToDictionary(row => row.Id);
        string? next = ids.Length > limit ? (offset + limit).ToString(CultureInfo.InvariantCulture) : null;
        return new Page<ActorSummary>([.. ids.Take(limit).Where(rows.ContainsKey).Select(id => Summary(search, rows[id]))], next);
    }

    public static IReadOnlyList<Facet> Partners(SqliteFactSearch search, string key, int most) =>
        search.Connection.QuerySingleOrDefault<long?>("select coalesce(merged_into, id) from actor where key = @key", new { key }) is { } own
            ? SqliteFacets.Actors(search, CompanyCounter.Of(search.Columns, search.Of(own), most, checked((int)own)))
            : [];

    // How often each actor that is asked for takes part; -1 for all others.
    private static int[] Weights(SqliteFactSearch search, ActorQuery query)
    {
        int[] weights = new int[search.Columns.ActorLimit];
        Array.Fill(weights, -1);
        int? type = query.Type is { } asked ? search.Columns.Tables.ActorTypes.Find(RecordNames.Of(asked)) ?? -1 : null;
        void Weigh(ActorSegment segment, int position)
        {
            int row = (segment.Number << FactSegment.Bits) + position;
            if (segment.AreListed[position] && (type is null || segment.Types[position] == type))
            {
                weights[row] = search.Columns.ActorWeights[row];
            }
        }

        if (!string.IsNullOrWhiteSpace(query.Name))
        {
            var values = new DynamicParameters();
            foreach (long row in search.Connection.Query<long>($"{Named} where {NameCondition(query.Name, values)}", values))
            {
                if (search.Columns.ActorsOf((int)(row >> FactSegment.Bits)) is { } segment)
                {
                    Weigh(segment, (int)(row & (FactSegment.Size - 1)));
                }
            }

            return weights;
        }

        foreach (ActorSegment segment in search.Columns.ActorSegments)
        {
            for (int position = 0; position < FactSegment.Size; position++)
            {
                Weigh(segment, position);
            }
        }

        return weights;
    }

    private static ActorSummary Summary(SqliteFactSearch search, Row row)
    {
        (int facts, int statements) = ActorCounter.Of(search.Columns, checked((int)row.Id));
        return new ActorSummary
        {
            Key = row.Key,
            Name = row.Name,
            Type = RecordNames.Find<ActorType>(row.Type) ?? default,
            State = row.State,
            Wikidata = row.Wikidata,
            Reports = row.Reports,
            Facts = facts,
            Statements = statements,
        };
    }

    // Each word must be a word of one and the same row of actor_name n.
    private static string NameCondition(string name, DynamicParameters values)
    {
        string[] words = ActorIdentity.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 16)
        {
            throw new QueryException("name", $"'{name}' is no name; give between one and sixteen words");
        }

        for (int i = 0; i < words.Length; i++)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"word{i}"), " " + words[i] + " ");
        }

        return string.Join(" and ", words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"instr(n.folded, @word{i}) > 0")));
    }

    private static int Offset(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        return int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) && offset <= 100_000
            ? offset
            : throw new QueryException("cursor", $"'{cursor}' is no cursor; leave it out to begin at the start");
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Key { get; init; } = "";

        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public string? State { get; init; }

        public string? Wikidata { get; init; }

        public int Reports { get; init; }
    }
}

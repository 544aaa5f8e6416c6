using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Actors across reports.</summary>
internal static class SqliteActors
{
    // A name of one letter could mean everybody; beyond this many, only the most mentioned count.
    private const int MostMeant = 200;

    // Partners are counted over the latest facts; all of them would make the page of a great power wait.
    private const int MostShared = 5_000;

    private const string Columns =
        """
        a.id as Id, a.key as Key, a.name as Name, a.type as Type, a.state as State, a.wikidata as Wikidata,
          (select count(*) from reading_actor x where x.actor_id = a.id) as Reports,
          (select count(*) from (select 1 from fact_actor x indexed by fact_actor_by_day where x.actor_id = a.id and x.role <> 'about' group by x.day, x.fact_id)) as Facts,
          (select count(*) from fact_actor x where x.actor_id = a.id and x.role = 'speaker') as Statements
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

        return [.. connection.Query<long>(
            $"select a.id from actor a where a.merged_into is null and a.id in ({Named} where {where}) order by (select count(*) from reading_actor x where x.actor_id = a.id) desc, a.id limit {MostMeant}", values)];
    }

    /// <summary>The codes that a code or a name of a state means: itself where it is written as a code.</summary>
    public static string[] States(SqliteConnection connection, string typed) => typed.Length == 3 && typed.All(char.IsAsciiLetterUpper)
        ? [typed]
        : [.. connection.Query<string>("select distinct state from actor where type = 'state' and state is not null and id in @ids", new { ids = Resolve(connection, typed) })];

    public static ActorSummary? Find(SqliteConnection connection, string key)
    {
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
        return row.Summary() with { Office = office, Names = [.. names] };
    }

    public static Page<ActorSummary> List(SqliteConnection connection, ActorQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int limit = Math.Clamp(query.Limit, 1, FactQuery.MaximumLimit);
        int offset = Offset(query.Cursor);
        var values = new DynamicParameters();
        bool isNamed = !string.IsNullOrWhiteSpace(query.Name);
        string where = isNamed ? $"a.id in ({Named} where {NameCondition(query.Name!, values)})" : "true";
        if (query.Type is { } type)
        {
            where += " and a.type = @type";
            values.Add("type", RecordNames.Of(type));
        }

        List<Row> rows = connection.Query<Row>(
            $"""
            with weighed as materialized (select actor_id, count(*) as weight from fact_actor
                where role <> 'about' and actor_id {(isNamed ? $"in ({Named} where {NameCondition(query.Name!, values)})" : "is not null")} group by actor_id)
            select {Columns} from (select a.*, coalesce(w.weight, 0) as weight from actor a left join weighed w on w.actor_id = a.id
              where a.key not like 'report/%' and a.merged_into is null and {where} order by weight desc, a.id limit {limit + 1} offset {offset}) a order by a.weight desc, a.id
            """,
            values).AsList();
        string? next = rows.Count > limit ? (offset + limit).ToString(CultureInfo.InvariantCulture) : null;
        return new Page<ActorSummary>([.. rows.Take(limit).Select(row => row.Summary())], next);
    }

    public static IReadOnlyList<Facet> Partners(SqliteConnection connection, string key, int most) =>
    [
        .. connection.Query<(string Key, string Name, int Count)>(
            """
            with own as materialized (select coalesce(merged_into, id) as id from actor where key = @key),
              fact as materialized (select fact_id as id from fact_actor where actor_id = (select id from own) group by day, fact_id order by day desc, fact_id desc limit @MostShared)
            select b.key, b.name, p.shared from (
              select y.actor_id as actor, count(distinct y.fact_id) as shared from fact join fact_actor y on y.fact_id = fact.id
              where y.actor_id <> (select id from own) group by y.actor_id) p
            join actor b on b.id = p.actor where b.key not like 'report/%' order by p.shared desc, b.name limit @most
            """,
            new { key, most, MostShared }).Select(row => new Facet(row.Key, row.Name, row.Count)),
    ];

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

        public int Facts { get; init; }

        public int Statements { get; init; }

        public ActorSummary Summary() => new()
        {
            Key = Key,
            Name = Name,
            Type = RecordNames.Find<ActorType>(Type) ?? default,
            State = State,
            Wikidata = Wikidata,
            Reports = Reports,
            Facts = Facts,
            Statements = Statements,
        };
    }
}

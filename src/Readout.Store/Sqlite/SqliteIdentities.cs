using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Records;

namespace Readout.Store.Sqlite;

/// <summary>
/// Who an actor is after people have said so: the same as another in all reports, or somebody else in one. Rows keep in
/// <c>own_id</c> whom they were read as, so that taking it back costs no reading.
/// </summary>
internal sealed class SqliteIdentities(SqliteConnection connection, SqliteTransaction transaction)
{
    private static readonly string[] Tables = ["reading_actor", "fact_actor"];

    /// <summary>Row of an actor by key, of the one that it is merged into where it is; null where there is none.</summary>
    public long? Find(string key) => connection.QuerySingleOrDefault<long?>("select coalesce(merged_into, id) from actor where key = @key", new { key }, transaction);

    /// <summary>The key that a person means by a key or a name: an actor of the report, else of any, else a person that is made now; null where a key leads nowhere.</summary>
    public string? Resolve(string typed, string reportHash)
    {
        if (typed.Contains('/', StringComparison.Ordinal))
        {
            return Find(typed) is null ? null : typed;
        }

        string folded = ActorIdentity.Fold(typed);
        string? known = connection.QueryFirstOrDefault<string>(
            """
            select a.key from actor_name n join actor a on a.id = n.actor_id where n.folded = @folded
            order by exists (select 1 from reading_actor x join reading g on g.id = x.reading_id join report r on r.id = g.report_id
                where r.hash = @reportHash and coalesce(x.own_id, x.actor_id) = a.id) desc,
              (select count(*) from reading_actor x where x.actor_id = a.id) desc, a.id
            """,
            new { folded, reportHash },
            transaction);
        return known ?? (folded.Trim().Length == 0 ? null : Make(typed.Trim(), folded));
    }

    /// <summary>Brings all merged actors to what the standing corrections say.</summary>
    /// <returns>Rows of the actors whose identity changed.</returns>
    public IReadOnlyList<long> Merge()
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string own, string other, bool stands) in connection.Query<(string, string, bool)>(
            "select words, value, undone_at is null from correction where field = 'actors' order by id", transaction: transaction).AsList())
        {
            roots.TryAdd(own, own);
            roots.TryAdd(other, other);
            if (stands && Root(roots, own) != Root(roots, other))
            {
                roots[Root(roots, own)] = Root(roots, other);
            }
        }

        var moved = new List<long>();
        foreach (string key in roots.Keys)
        {
            var row = connection.QuerySingleOrDefault<(long Id, long? Into)>("select id, merged_into from actor where key = @key", new { key }, transaction);
            long? root = connection.QuerySingleOrDefault<long?>("select id from actor where key = @root", new { root = Root(roots, key) }, transaction);
            if (row.Id > 0 && root is { } target && (row.Into ?? row.Id) != target)
            {
                Move(row.Id, target);
                moved.Add(row.Id);
            }
        }

        return moved;
    }

    /// <summary>Gives the actors of one report the identities that the standing corrections say, after it was written or an identity in it changed.</summary>
    public void Apply(string reportHash)
    {
        long reading = connection.QuerySingle<long>("select g.id from reading g join report r on r.id = g.report_id where r.hash = @reportHash", new { reportHash }, transaction);
        foreach (string table in Tables)
        {
            connection.Execute(
                $"""
                update {table} set own_id = coalesce(own_id, actor_id), actor_id = (select coalesce(a.merged_into, a.id) from actor a where a.id = coalesce(own_id, actor_id))
                where {Within(table)} and (own_id is not null or actor_id in (select id from actor where merged_into is not null))
                """,
                new { reading },
                transaction);
            connection.Execute($"update {table} set own_id = null where {Within(table)} and own_id = actor_id", new { reading }, transaction);
        }

        foreach ((string own, string other) in connection.Query<(string, string)>(
            "select words, value from correction where field = 'actor-here' and report_hash = @reportHash and undone_at is null order by id", new { reportHash }, transaction).AsList())
        {
            foreach (string table in Tables)
            {
                connection.Execute(
                    $"""
                    update {table} set own_id = coalesce(own_id, actor_id), actor_id = @target
                    where {Within(table)} and coalesce(own_id, actor_id) = (select id from actor where key = @own)
                    """,
                    new { reading, own, target = Find(other) },
                    transaction);
            }
        }
    }

    /// <summary>Facts of an actor by the row that it was read as, the latest first.</summary>
    public IReadOnlyList<long> Facts(long own, int most) => connection.Query<long>(
        "select distinct fact_id from fact_actor where (own_id = @own or actor_id = @own) and role in ('speaker', 'participant', 'party', 'actor') order by fact_id desc limit @most",
        new { own, most },
        transaction).AsList();

    /// <summary>Takes away actors that no row and no correction names any more.</summary>
    public static void RemoveUnused(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<long> actors) => connection.Execute(
        """
        delete from actor where id = @actor
          and not exists (select 1 from reading_actor where actor_id = @actor) and not exists (select 1 from reading_actor where own_id = @actor)
          and not exists (select 1 from fact_actor where actor_id = @actor) and not exists (select 1 from fact_actor where own_id = @actor)
          and not exists (select 1 from actor b where b.merged_into = @actor)
          and not exists (select 1 from correction c where c.field in ('speaker', 'participants', 'parties', 'actors', 'actor-here') and c.undone_at is null
            and (c.words = actor.key or instr('; ' || c.value || ';', '; ' || actor.key || ';') > 0))
        """,
        actors.Select(actor => new { actor }),
        transaction);

    // The rows of one actor, wherever they point now, point to another.
    private void Move(long own, long target)
    {
        foreach (string table in Tables)
        {
            connection.Execute(
                $"update {table} set actor_id = @target, own_id = nullif(@own, @target) where own_id = @own or (actor_id = @own and own_id is null)", new { own, target }, transaction);
        }

        connection.Execute("update actor set merged_into = nullif(@target, @own) where id = @own", new { own, target }, transaction);
        foreach (string report in connection.Query<string>(
            "select distinct c.report_hash from correction c join actor a on a.key = c.words where c.field = 'actor-here' and a.id = @own", new { own }, transaction).AsList())
        {
            Apply(report);
        }
    }

    private string Make(string name, string folded)
    {
        var person = new ActorRecord { Id = "a0", Name = name, Type = ActorType.Person, Sectors = [], Mentions = [] };
        string key = ActorIdentity.Key(person, "sha256:" + new string('0', 64));
        key = key.StartsWith("report/", StringComparison.Ordinal) ? "person/" + folded.Trim().Replace(' ', '-') : key;
        long id = connection.ExecuteScalar<long>(
            "insert into actor (key, name, type) values (@key, @name, 'person') on conflict (key) do update set name = name returning id", new { key, name }, transaction);
        connection.Execute("insert or ignore into actor_name (actor_id, folded) values (@id, @folded)", new { id, folded }, transaction);
        return key;
    }

    private static string Within(string table) => table == "reading_actor" ? "reading_id = @reading" : "fact_id in (select id from fact where reading_id = @reading)";

    private static string Root(Dictionary<string, string> roots, string key)
    {
        while (roots[key] != key)
        {
            key = roots[key];
        }

        return key;
    }
}

using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>Writes corrections and takes them back, inside the transaction of its caller, and brings the rows that they mean up to date.</summary>
internal sealed class SqliteCorrections(SqliteConnection connection, SqliteTransaction transaction)
{
    private readonly SqliteAnchors _anchors = new(connection, transaction);
    private readonly SqliteIdentities _identities = new(connection, transaction);

    /// <summary>Keeps a correction and applies it.</summary>
    /// <returns>Its number, and the rows of the facts whose clusters may have changed.</returns>
    public (long Id, IReadOnlyList<long> Touched) Add(CorrectionDraft draft, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(draft.Author) || draft.Author.Length > 200 || draft.Note?.Length > 4000 || draft.Value?.Length > 4000)
        {
            throw new CorrectionException("a correction needs an author of at most 200 characters, and a value and note of at most 4000");
        }

        Target target = draft.Field is CorrectionField.Actors or CorrectionField.ActorHere ? ActorTarget(draft) : FactTarget(draft);
        long id = connection.ExecuteScalar<long>(
            """
            insert into correction (report_hash, fact_type, start, end, field, value, note, made_at, author, words, fact_id, other_id, other_hash)
            values (@Hash, @Type, @Start, @End, @field, @Value, @Note, @made, @Author, @Words, @Fact, @Other, @OtherHash) returning id
            """,
            new
            {
                target.Hash,
                target.Type,
                target.Start,
                target.End,
                field = RecordNames.Of(draft.Field),
                target.Value,
                draft.Note,
                made = Moment(now),
                Author = draft.Author.Trim(),
                target.Words,
                target.Fact,
                target.Other,
                target.OtherHash,
            },
            transaction);
        return (id, Apply(id));
    }

    /// <summary>Takes a correction back; it stays on record.</summary>
    /// <returns>The rows of the facts whose clusters may have changed; null where there is none of this number that stands.</returns>
    public IReadOnlyList<long>? Undo(long id, string author, DateTimeOffset now)
    {
        bool done = connection.Execute("update correction set undone_at = @now, undone_by = @author where id = @id and undone_at is null", new { id, author, now = Moment(now) }, transaction) > 0;
        return done ? Apply(id) : null;
    }

    /// <summary>Finds the facts of all corrections of a report in its new reading, and applies them.</summary>
    public void Attach(string reportHash)
    {
        _identities.Apply(reportHash);
        var own = connection.Query<(long Id, string Type, long Start, long End, string Words)>(
            "select id, fact_type, start, end, words from correction where report_hash = @reportHash and fact_type <> 'actor'", new { reportHash }, transaction).AsList();
        foreach ((long id, string type, long start, long end, string words) in own)
        {
            long? fact = _anchors.Find(reportHash, type, ((int)start, (int)end), words);
            connection.Execute("update correction set fact_id = @fact where id = @id", new { id, fact }, transaction);
        }

        foreach ((long id, string type, string value) in connection.Query<(long, string, string)>(
            "select id, fact_type, value from correction where other_hash = @reportHash and field = 'same'", new { reportHash }, transaction).AsList())
        {
            CorrectionAnchor other = CorrectionAnchor.Parse(value);
            long? fact = _anchors.Find(reportHash, type, (other.Start, other.End), other.Words);
            connection.Execute("update correction set other_id = @fact where id = @id", new { id, fact }, transaction);
        }

        foreach (long fact in connection.Query<long>(
            "select distinct fact_id from correction where report_hash = @reportHash and fact_id is not null", new { reportHash }, transaction).AsList())
        {
            new SqliteCorrectedFacts(connection, transaction).Apply(fact);
        }
    }

    /// <summary>Of some facts, the pairs that people joined (either side among them) and those that people set apart.</summary>
    public (IReadOnlyList<(long Left, long Right)> Same, IReadOnlySet<long> Apart) Clusters(IReadOnlyCollection<long> facts)
    {
        var same = new List<(long, long)>();
        foreach (long[] part in facts.Chunk(500))
        {
            same.AddRange(connection.Query<(long, long)>(
                """
                select fact_id, other_id from correction where field = 'same' and undone_at is null and fact_id in @part and other_id is not null
                union select fact_id, other_id from correction where field = 'same' and undone_at is null and other_id in @part and fact_id is not null
                """,
                new { part },
                transaction));
        }

        return (same, connection.Query<long>("select fact_id from correction where field = 'apart' and undone_at is null and fact_id is not null", transaction: transaction).ToHashSet());
    }

    private IReadOnlyList<long> Apply(long id)
    {
        var row = connection.QuerySingle<(string Field, string Hash, string Words, long? Fact, long? Other)>(
            "select field, report_hash, words, fact_id, other_id from correction where id = @id", new { id }, transaction);
        connection.Execute("update store set revision = revision + 1", transaction: transaction);
        if (row.Field is "actors" or "actor-here")
        {
            return ApplyIdentity(row.Field, row.Hash, row.Words);
        }

        if (row.Fact is { } fact)
        {
            var speakers = Speakers(fact);
            new SqliteCorrectedFacts(connection, transaction).Apply(fact);
            SqliteIdentities.RemoveUnused(connection, transaction, speakers);
        }

        return [.. new[] { row.Fact, row.Other }.OfType<long>()];
    }

    private IReadOnlyList<long> ApplyIdentity(string field, string hash, string key)
    {
        // Facts beyond these find their clusters when their report is read again; a great power may be named in a hundred thousand.
        const int mostPlacedAgain = 1000;
        if (field == "actors")
        {
            return [.. _identities.Merge().SelectMany(actor => _identities.Facts(actor, mostPlacedAgain)).Distinct().Take(mostPlacedAgain)];
        }

        _identities.Apply(hash);
        long own = connection.QuerySingle<long>("select id from actor where key = @key", new { key }, transaction);
        var inReport = connection.Query<long>("select f.id from fact f join report r on r.id = f.report_id where r.hash = @hash", new { hash }, transaction).ToHashSet();
        return [.. _identities.Facts(own, int.MaxValue).Where(inReport.Contains)];
    }

    private List<long> Speakers(long fact) =>
        connection.Query<long>("select actor_id from fact_actor where fact_id = @fact and role = 'speaker' and actor_id is not null", new { fact }, transaction).AsList();

    private Target FactTarget(CorrectionDraft draft)
    {
        long row = RowOf(draft.Fact);
        var fact = connection.QuerySingle<(string Hash, string Type, string Words, int Characters)>(
            "select r.hash, f.type, coalesce(a.words, f.words), r.characters from fact f join report r on r.id = f.report_id left join anchor a on a.fact_id = f.id where f.id = @row",
            new { row },
            transaction);
        string value = draft.Value?.Trim() ?? "";
        CorrectionRules.Check(draft.Field, value, fact.Type, fact.Characters);
        (int start, int end) = _anchors.Span(row);
        var target = new Target(fact.Hash, fact.Type, start, end, fact.Words) { Fact = row, Value = value.Length > 0 ? value : null };
        return draft.Field switch
        {
            CorrectionField.Same => Joined(target, value, row),
            CorrectionField.Speaker => target with { Value = KeyOf(value, fact.Hash) },
            _ => target,
        };
    }

    private Target Joined(Target target, string otherId, long row)
    {
        long other = RowOf(otherId);
        var fact = connection.QuerySingle<(string Hash, string Type, string Words)>(
            "select r.hash, f.type, coalesce(a.words, f.words) from fact f join report r on r.id = f.report_id left join anchor a on a.fact_id = f.id where f.id = @other", new { other }, transaction);
        if (fact.Type != target.Type || other == row)
        {
            throw new CorrectionException(other == row
                ? $"{otherId} is the corrected fact itself; name another"
                : $"{otherId} is a {fact.Type}; only two of one type can be the same, and the corrected fact is a {target.Type}");
        }

        (int start, int end) = _anchors.Span(other);
        return target with { Value = new CorrectionAnchor(fact.Hash, start, end, fact.Words).ToJson(), Other = other, OtherHash = fact.Hash };
    }

    private Target ActorTarget(CorrectionDraft draft)
    {
        string key = draft.Fact.Trim();
        if (connection.QuerySingleOrDefault<long?>("select id from actor where key = @key", new { key }, transaction) is not { } own)
        {
            throw new CorrectionException($"there is no actor {key}; keys look like person/ana-prado and end the address of the actor's page");
        }

        string hash = "";
        if (draft.Field == CorrectionField.ActorHere)
        {
            hash = connection.QuerySingleOrDefault<string>(
                """
                select r.hash from report r join reading g on g.report_id = r.id where r.id = @report
                  and exists (select 1 from reading_actor x where x.reading_id = g.id and coalesce(x.own_id, x.actor_id) = @own)
                """,
                new { report = SqliteReports.OnlyRow(connection, draft.Report ?? ""), own },
                transaction) ?? throw new CorrectionException($"{key} is named in no report \"{draft.Report}\"; give the short name of one that names it");
        }

        string value = KeyOf(draft.Value?.Trim() ?? "", hash);
        return value == key ? throw new CorrectionException($"{key} is that actor already; name another") : new Target(hash, "actor", 0, 0, key) { Value = value };
    }

    private string KeyOf(string typed, string hash) =>
        _identities.Resolve(typed, hash) ?? throw new CorrectionException(typed.Length == 0 ? "expected a name or an actor's key, found nothing" : $"\"{typed}\" is neither a name nor the key of an actor; keys look like person/ana-prado");

    private long RowOf(string factId) => SqliteFacts.FindRow(connection, factId)
        ?? throw new CorrectionException($"there is no fact {factId}; ids look like 8eb030292736-s3 (readout list shows them)");

    private static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Target(string Hash, string Type, int Start, int End, string Words)
    {
        public string? Value { get; init; }

        public long? Fact { get; init; }

        public long? Other { get; init; }

        public string? OtherHash { get; init; }
    }
}

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
    private readonly SqliteAddedFacts _added = new(connection, transaction);

    /// <summary>Keeps a correction and applies it.</summary>
    /// <returns>Its number, and the rows of the facts whose clusters may have changed.</returns>
    public (long Id, IReadOnlyList<long> Touched) Add(CorrectionDraft draft, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(draft.Author) || draft.Author.Length > 200 || draft.Note?.Length > 4000 || draft.Value?.Length > 4000)
        {
            throw new CorrectionException("a correction needs an author of at most 200 characters, and a value and note of at most 4000");
        }

        var targets = new CorrectionTargets(connection, transaction);
        CorrectionTarget target = targets.Of(draft);
        long id = connection.ExecuteScalar<long>(
            """
            insert into correction (report_hash, fact_type, start, end, field, value, note, made_at, author, is_account, words, fact_id, other_id, other_hash, added_id)
            values (@Hash, @Type, @Start, @End, @field, @Value, @Note, @made, @Author, @IsAccount, @Words, @Fact, @Other, @OtherHash, @Added) returning id
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
                draft.IsAccount,
                target.Words,
                target.Fact,
                target.Other,
                target.OtherHash,
                target.Added,
            },
            transaction);
        if (draft.Field == CorrectionField.Added)
        {
            _added.Create(id);
        }

        return (id, Apply(id));
    }

    /// <summary>Takes a correction back; it stays on record.</summary>
    /// <returns>The rows of the facts whose clusters may have changed; null where there is none of this number that stands.</returns>
    public IReadOnlyList<long>? Undo(long id, string author, DateTimeOffset now)
    {
        bool done = connection.Execute("update correction set undone_at = @now, undone_by = @author where id = @id and undone_at is null", new { id, author, now = Moment(now) }, transaction) > 0;
        return !done ? null : connection.ExecuteScalar<bool>("select field = 'added' from correction where id = @id", new { id }, transaction) ? UndoAddition(id, author, now) : Apply(id);
    }

    /// <summary>Finds the facts of all corrections of a report in its new reading, and applies them.</summary>
    public void Attach(string reportHash)
    {
        _identities.Apply(reportHash);
        _added.Attach(reportHash);
        var own = connection.Query<(long Id, string Type, long Start, long End, string Words)>(
            "select id, fact_type, start, end, words from correction where report_hash = @reportHash and fact_type <> 'actor' and field <> 'added' and added_id is null", new { reportHash }, transaction).AsList();
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

    /// <summary>The pairs that people joined, one side or both among some facts.</summary>
    public IReadOnlyList<(long Left, long Right)> Same(IReadOnlyCollection<long> facts)
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

        return same;
    }

    /// <summary>The facts that people set apart.</summary>
    public IReadOnlySet<long> Apart() =>
        connection.Query<long>("select fact_id from correction where field = 'apart' and undone_at is null and fact_id is not null", transaction: transaction).ToHashSet();

    // What was set of the fact goes with it; where a newer reading has the fact by itself, its row is as it was read again.
    private IReadOnlyList<long> UndoAddition(long id, string author, DateTimeOffset now)
    {
        connection.Execute("update correction set undone_at = @now, undone_by = @author where added_id = @id and undone_at is null", new { id, author, now = Moment(now) }, transaction);
        connection.Execute("update store set revision = revision + 1", transaction: transaction);
        IReadOnlyList<long> others = _added.Remove(id);
        long? left = connection.QuerySingle<long?>("select fact_id from correction where id = @id", new { id }, transaction);
        if (left is { } fact)
        {
            new SqliteCorrectedFacts(connection, transaction).Apply(fact);
        }

        return left is null ? others : [left.Value];
    }

    private long[] Apply(long id)
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
            var actors = Actors(fact);
            new SqliteCorrectedFacts(connection, transaction).Apply(fact);
            SqliteIdentities.RemoveUnused(connection, transaction, actors);
        }

        return [.. new[] { row.Fact, row.Other }.OfType<long>()];
    }

    private long[] ApplyIdentity(string field, string hash, string key)
    {
        // A great power may be named in a hundred thousand facts: those beyond the latest are placed after the request (SqliteWaitingFacts).
        const int mostPlacedAtOnce = 50;
        if (field == "actors")
        {
            long[] facts = [.. _identities.Merge().SelectMany(actor => _identities.Facts(actor, int.MaxValue)).Distinct().OrderDescending()];
            SqliteWaitingFacts.Add(connection, transaction, facts.AsSpan(Math.Min(mostPlacedAtOnce, facts.Length)));
            return facts[..Math.Min(mostPlacedAtOnce, facts.Length)];
        }

        _identities.Apply(hash);
        long own = connection.QuerySingle<long>("select id from actor where key = @key", new { key }, transaction);
        var inReport = connection.Query<long>("select f.id from fact f join report r on r.id = f.report_id where r.hash = @hash", new { hash }, transaction).ToHashSet();
        return [.. _identities.Facts(own, int.MaxValue).Where(inReport.Contains)];
    }

    private List<long> Actors(long fact) =>
        connection.Query<long>("select distinct actor_id from fact_actor where fact_id = @fact and role in ('speaker', 'participant', 'party') and actor_id is not null", new { fact }, transaction).AsList();

    private static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

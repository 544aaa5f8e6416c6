using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>Finds what a draft means and checks that its value fits.</summary>
internal sealed class CorrectionTargets(SqliteConnection connection, SqliteTransaction transaction)
{
    private static readonly string[] AddedTypes = ["statement", "meeting", "commitment"];
    private readonly SqliteAnchors _anchors = new(connection, transaction);
    private readonly SqliteIdentities _identities = new(connection, transaction);

    /// <summary>The target of a draft.</summary>
    /// <exception cref="CorrectionException">There is no such fact, actor or report, or the value does not fit.</exception>
    public CorrectionTarget Of(CorrectionDraft draft) => draft.Field switch
    {
        CorrectionField.Actors or CorrectionField.ActorHere => Actor(draft),
        CorrectionField.Added => Addition(draft),
        _ => Fact(draft),
    };

    private CorrectionTarget Addition(CorrectionDraft draft)
    {
        var report = connection.QuerySingleOrDefault<(string Hash, string Text, int Characters)>(
            "select hash, text, characters from report where id = @row", new { row = SqliteReports.OnlyRow(connection, draft.Fact.Trim()) }, transaction);
        if (report.Hash is null)
        {
            throw new CorrectionException($"there is no report {draft.Fact}; a missed fact is added to the short name of a report, such as 8eb030292736");
        }

        string value = draft.Value?.Trim() ?? "";
        (string type, IReadOnlyList<(int Start, int End)>? given) = SqliteAddedFacts.Parse(value);
        if (!AddedTypes.Contains(type))
        {
            throw new CorrectionException($"\"{type}\" cannot be added: expected one of {string.Join(", ", AddedTypes)}, a blank, and the words or their span");
        }

        IReadOnlyList<(int Start, int End)> spans = given ?? Words(report.Text, value[type.Length..].Trim());
        if (spans[^1].End > report.Characters)
        {
            throw new CorrectionException(string.Create(CultureInfo.InvariantCulture, $"the report has {report.Characters} characters; {value} reaches beyond"));
        }

        SpanRecord[] records = [.. spans.Select(span => CorrectionSpans.Of(report.Text, span))];
        string words = FactAsRead.Joined(records);
        (int start, int end) = (spans[0].Start, spans[^1].End);
        RefuseKnown(report.Hash, type, (start, end), words);
        return new CorrectionTarget(report.Hash, type, start, end, words)
        {
            Value = type + " " + string.Join(',', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}"))),
        };
    }

    // A sentence may tell of two meetings, so that only one that a person added from the same words is the same.
    private void RefuseKnown(string hash, string type, (int Start, int End) span, string words)
    {
        if (_anchors.Find(hash, type, span, words) is not { } row)
        {
            return;
        }

        var known = connection.QuerySingle<(string Local, string? Verdict, string Words)>("select local, verdict, words from fact where id = @row", new { row }, transaction);
        bool isSame = type != "meeting" || (SqliteAddedFacts.IsAdded(known.Local) && known.Words == words);
        if (isSame && known.Verdict != "rejected")
        {
            throw new CorrectionException($"a {type} of these words is there already: {ReportKey.Of(hash)}-{known.Local}; put that one right");
        }
    }

    private static IReadOnlyList<(int Start, int End)> Words(string text, string words) => WordsInReport.All(text, words) switch
    {
        [var only] => [only],
        [] => throw new CorrectionException("these words do not stand in the report one after the other; copy them from it, without the ellipsis"),
        var all => throw new CorrectionException(string.Create(CultureInfo.InvariantCulture, $"these words stand in the report {all.Count} times; copy more of them")),
    };

    private CorrectionTarget Fact(CorrectionDraft draft)
    {
        long row = RowOf(draft.Fact);
        var fact = connection.QuerySingle<(string Hash, string Type, string Words, int Characters)>(
            "select r.hash, f.type, coalesce(a.words, f.words), r.characters from fact f join report r on r.id = f.report_id left join anchor a on a.fact_id = f.id where f.id = @row",
            new { row },
            transaction);
        string value = draft.Value?.Trim() ?? "";
        CorrectionRules.Check(draft.Field, value, fact.Type, fact.Characters);
        (int start, int end) = _anchors.Span(row);
        string local = draft.Fact[(draft.Fact.LastIndexOf('-') + 1)..];
        var target = new CorrectionTarget(fact.Hash, fact.Type, start, end, fact.Words)
        {
            Fact = row,
            Value = value.Length > 0 ? value : null,
            Added = SqliteAddedFacts.IsAdded(local) ? SqliteAddedFacts.Correction(local) : null,
        };
        return draft.Field switch
        {
            CorrectionField.Same => Joined(target, value, row),
            CorrectionField.Speaker => target with { Value = KeyOf(value, fact.Hash) },
            CorrectionField.Participants or CorrectionField.Parties => target with { Value = CorrectionNames.Join(CorrectionNames.Parse(value).Select(name => KeyOf(name, fact.Hash)).Distinct(StringComparer.Ordinal)) },
            _ => target,
        };
    }

    private CorrectionTarget Joined(CorrectionTarget target, string otherId, long row)
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

    private CorrectionTarget Actor(CorrectionDraft draft)
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
        return value == key ? throw new CorrectionException($"{key} is that actor already; name another") : new CorrectionTarget(hash, "actor", 0, 0, key) { Value = value };
    }

    private string KeyOf(string typed, string hash) =>
        _identities.Resolve(typed, hash) ?? throw new CorrectionException(typed.Length == 0 ? "expected a name or an actor's key, found nothing" : $"\"{typed}\" is neither a name nor the key of an actor; keys look like person/ana-prado");

    private long RowOf(string factId) => SqliteFacts.FindRow(connection, factId)
        ?? throw new CorrectionException($"there is no fact {factId}; ids look like 8eb030292736-s3 (readout list shows them)");
}

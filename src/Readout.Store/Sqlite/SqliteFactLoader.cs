using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Store.Facts;

namespace Readout.Store.Sqlite;

/// <summary>Loads facts by their row numbers: one query for the rows, one for their actors, and one each for spans and highlights where asked.</summary>
internal sealed class SqliteFactLoader(SqliteConnection connection, bool withSpans)
{
    private string _rows = "";
    private ILookup<long, ActorRow> _actors = null!;
    private ILookup<long, SpanRow> _spans = null!;
    private Dictionary<long, string> _highlights = [];

    /// <summary>The facts in the order of <paramref name="ids"/>; those that are gone are left out.</summary>
    /// <param name="ids">At most a part's worth of row numbers.</param>
    /// <param name="match">FTS5 expression whose words to highlight; null for none.</param>
    public IReadOnlyList<Fact> Load(long[] ids, string? match = null)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        // One value, however many rows: SQLite looks up each parameter by name, one after the other.
        _rows = JsonSerializer.Serialize(ids);
        _actors = connection.Query<ActorRow>(
            """
            select x.fact_id as Fact, x.role as Role, x.phrase as Phrase, a.key as Key, a.name as Name, a.type as Type
            from fact_actor x left join actor a on a.id = x.actor_id where x.fact_id in (select value from json_each(@rows)) order by x.fact_id, x.role, x.ordinal
            """,
            new { rows = _rows }).ToLookup(row => row.Fact);
        _spans = (withSpans ? Spans() : []).ToLookup(row => row.Fact);
        _highlights = match is null ? [] : SqliteFreshWords.Highlight(connection, ids, match);
        var rows = connection.Query<Row>(
            """
            select f.id as Id, f.local as Local, f.type as Type, f.kind as Kind, f.status as Status, f.time as Time, f.day as Day, f.confidence as Confidence,
              f.words as Words, f.corrected as Corrected, f.verdict as Verdict, r.hash as Hash, r.headline as Headline, r.outlet as Outlet, r.published as Published, r.url as Url, r.file as File, r.added_at as AddedAt,
              s.form as Form, s.cue as Cue, s.reason as Reason, s.within as Within,
              coalesce(m.mode, e.mode) as Mode, coalesce(m.place, e.place) as Place, m.country as Country, m.occasion as Occasion,
              c.action as Action, c.period_start as PeriodStart, c.period_end as PeriodEnd, c.due as Due, c.amount as Amount, c.unit as Unit, c.statement as Statement,
              e.contexts as Contexts, k.cluster_id as Cluster
            from fact f join report r on r.id = f.report_id left join statement s on s.fact_id = f.id left join meeting m on m.fact_id = f.id
              left join commitment c on c.fact_id = f.id left join event e on e.fact_id = f.id left join fact_cluster k on k.fact_id = f.id
            where f.id in (select value from json_each(@rows))
            """,
            new { rows = _rows }).ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => Fact(rows[id]))];
    }

    private IEnumerable<SpanRow> Spans() => connection.Query<SpanRow>(
        """
        select v.fact_id as Fact, v.role as Role, v.start as Start, v.end as End, substr(r.text, v.start + 1, v.end - v.start) as Text
        from evidence v join fact f on f.id = v.fact_id join report r on r.id = f.report_id where v.fact_id in (select value from json_each(@rows)) order by v.fact_id, v.role, v.ordinal
        """,
        new { rows = _rows });

    private Fact Fact(Row row)
    {
        Fact fact = row.Type switch
        {
            "statement" => Statement(row),
            "meeting" => Meeting(row),
            "commitment" => Commitment(row),
            _ => Event(row),
        };
        return fact with
        {
            Cluster = row.Cluster,
            IsCorrected = row.Corrected,
            IsAdded = SqliteAddedFacts.IsAdded(row.Local),
            Verdict = row.Verdict,
            Highlighted = _highlights.GetValueOrDefault(row.Id),
            Spans = [.. _spans[row.Id].Select(span => new FactSpan(span.Role, span.Start, span.End, span.Text))],
        };
    }

    private StatementFact Statement(Row row) => new()
    {
        Id = row.FactId,
        Report = row.Report,
        Time = row.Time,
        Day = row.Day,
        Confidence = row.Confidence,
        Words = row.Words,
        Form = RecordNames.Find<StatementForm>(row.Form) ?? default,
        Kind = RecordNames.Find<StatementKind>(row.Kind) ?? default,
        Speakers = Links(row, "speaker"),
        Addressees = Links(row, "addressee"),
        About = Links(row, "about"),
        Cue = row.Cue,
        Within = row.Within,
        Reason = row.Reason ?? "",
    };

    private MeetingFact Meeting(Row row) => new()
    {
        Id = row.FactId,
        Report = row.Report,
        Time = row.Time,
        Day = row.Day,
        Confidence = row.Confidence,
        Words = row.Words,
        Status = RecordNames.Find<MeetingStatus>(row.Status) ?? default,
        Mode = RecordNames.Find<MeetingMode>(row.Mode) ?? default,
        Participants = Links(row, "participant"),
        Host = Links(row, "host").FirstOrDefault(),
        Place = row.Place,
        Country = row.Country,
        Occasion = row.Occasion,
    };

    private CommitmentFact Commitment(Row row) => new()
    {
        Id = row.FactId,
        Report = row.Report,
        Time = row.Time,
        Day = row.Day,
        Confidence = row.Confidence,
        Words = row.Words,
        Kind = RecordNames.Find<CommitmentKind>(row.Kind) ?? default,
        Status = RecordNames.Find<CommitmentStatus>(row.Status) ?? default,
        Parties = Links(row, "party"),
        Action = row.Action ?? "",
        Period = row.PeriodStart is null && row.PeriodEnd is null ? null : new Period(row.PeriodStart, row.PeriodEnd),
        Due = row.Due,
        Amount = row.Amount is { } amount ? new Quantity(amount, row.Unit ?? "") : null,
        Statement = row.Statement is null ? null : ReportKey.Of(row.Hash) + "-" + row.Statement,
    };

    private EventFact Event(Row row) => new()
    {
        Id = row.FactId,
        Report = row.Report,
        Time = row.Time,
        Day = row.Day,
        Confidence = row.Confidence,
        Words = row.Words,
        Plover = row.Kind ?? "",
        Mode = row.Mode,
        Context = (row.Contexts ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Actors = Links(row, "actor"),
        Recipients = Links(row, "recipient"),
        Status = RecordNames.Find<EventStatus>(row.Status) ?? default,
        Place = row.Place,
    };

    private ActorLink[] Links(Row row, string role) =>
    [
        .. _actors[row.Id].Where(actor => actor.Role == role)
            .Select(actor => new ActorLink(actor.Key, actor.Name ?? actor.Phrase ?? "", RecordNames.Find<ActorType>(actor.Type), actor.Phrase)),
    ];

    private sealed class ActorRow
    {
        public long Fact { get; init; }

        public string Role { get; init; } = "";

        public string? Phrase { get; init; }

        public string? Key { get; init; }

        public string? Name { get; init; }

        public string? Type { get; init; }
    }

    private sealed class SpanRow
    {
        public long Fact { get; init; }

        public string Role { get; init; } = "";

        public int Start { get; init; }

        public int End { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Local { get; init; } = "";

        public string Type { get; init; } = "";

        public string? Kind { get; init; }

        public string? Status { get; init; }

        public string? Time { get; init; }

        public string Day { get; init; } = "";

        public double Confidence { get; init; }

        public string Words { get; init; } = "";

        public bool Corrected { get; init; }

        public string? Verdict { get; init; }

        public string Hash { get; init; } = "";

        public string? Headline { get; init; }

        public string? Outlet { get; init; }

        public string? Published { get; init; }

        public string? Url { get; init; }

        public string? File { get; init; }

        public string? Form { get; init; }

        public string? Cue { get; init; }

        public string? Reason { get; init; }

        public string? Within { get; init; }

        public string? Mode { get; init; }

        public string? Place { get; init; }

        public string? Country { get; init; }

        public string? Occasion { get; init; }

        public string? Action { get; init; }

        public string? PeriodStart { get; init; }

        public string? PeriodEnd { get; init; }

        public string? Due { get; init; }

        public double? Amount { get; init; }

        public string? Unit { get; init; }

        public string? Statement { get; init; }

        public string? Contexts { get; init; }

        public long? Cluster { get; init; }

        public string FactId => ReportKey.Of(Hash) + "-" + Local;

        public string? AddedAt { get; init; }

        public ReportLink Report => new(ReportKey.Of(Hash), Headline, Outlet, Published, Url, File) { AddedAt = AddedAt };
    }
}

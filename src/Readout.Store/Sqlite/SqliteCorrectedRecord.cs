using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>A report's record with what people put right: rejected facts left out, the others as their rows now say.</summary>
internal sealed class SqliteCorrectedRecord(SqliteConnection connection, string text, long reading)
{
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private ReportRecord? _record;
    private List<ActorRecord> _actors = [];

    /// <summary>Keys of the actors that a correction brought into the record, by their new ids there.</summary>
    public IReadOnlyDictionary<string, string> AddedKeys => _added;

    /// <summary>The record; the same object where nothing was corrected.</summary>
    public ReportRecord Of(ReportRecord record)
    {
        var rows = connection.Query<Row>(
            """
            select f.id as Id, f.local as Local, f.type as Type, f.kind as Kind, f.status as Status, f.time as Time, f.verdict as Verdict, m.place as Place, m.country as Country,
              s.form as Form, c.period_start as PeriodStart, c.period_end as PeriodEnd, c.due as Due, c.amount as Amount, c.unit as Unit
            from fact f left join statement s on s.fact_id = f.id left join meeting m on m.fact_id = f.id left join commitment c on c.fact_id = f.id
            where f.corrected = 1 and f.report_id = (select report_id from reading where id = @reading) order by f.id
            """,
            new { reading }).ToDictionary(row => row.Local, StringComparer.Ordinal);
        if (rows.Count == 0)
        {
            return record;
        }

        _record = record;
        _actors = [.. record.Actors];
        HashSet<string> rejected = [.. rows.Values.Where(row => row.Verdict == "rejected").Select(row => row.Local)];
        Row[] added = [.. rows.Values.Where(row => SqliteAddedFacts.IsAdded(row.Local) && !rejected.Contains(row.Local))];
        return record with
        {
            Statements = Together(
                record.Statements.Where(fact => !rejected.Contains(fact.Id)).Select(fact => Statement(fact, rows.GetValueOrDefault(fact.Id), rejected)),
                [.. added.Where(row => row.Type == "statement").Select(AddedStatement)],
                fact => fact.Content),
            Meetings = Together(
                record.Meetings.Where(fact => !rejected.Contains(fact.Id)).Select(fact => rows.TryGetValue(fact.Id, out Row? row) ? Meeting(fact, row) : fact),
                [.. added.Where(row => row.Type == "meeting").Select(AddedMeeting)],
                fact => fact.Evidence),
            Commitments = Together(
                record.Commitments.Where(fact => !rejected.Contains(fact.Id)).Select(fact => Commitment(fact, rows.GetValueOrDefault(fact.Id), rejected)),
                [.. added.Where(row => row.Type == "commitment").Select(AddedCommitment)],
                fact => [fact.Action]),
            Events = [.. record.Events.Where(fact => !rejected.Contains(fact.Id)).Select(fact => rows.TryGetValue(fact.Id, out Row? row) ? fact with { Time = row.Time, Trigger = Spans(row, "trigger")[0] } : fact)],
            Actors = _actors,
        };
    }

    // Added facts come where their words stand in the text.
    private static T[] Together<T>(IEnumerable<T> read, T[] added, Func<T, IReadOnlyList<SpanRecord>> words) =>
        added.Length == 0 ? [.. read] : [.. read.Concat(added).OrderBy(fact => words(fact) is [var first, ..] ? first.Start : 0)];

    private StatementRecord Statement(StatementRecord fact, Row? row, HashSet<string> rejected)
    {
        StatementRecord kept = fact.Within is { } outer && rejected.Contains(outer) ? fact with { Within = null } : fact;
        return row is null
            ? kept
            : kept with { Kind = RecordNames.Find<StatementKind>(row.Kind) ?? fact.Kind, Time = row.Time, Content = Spans(row, "content"), Speakers = Speakers(row, fact) };
    }

    private StatementRecord AddedStatement(Row row)
    {
        SpanRecord[] content = Spans(row, "content");
        return new StatementRecord
        {
            Id = row.Local,
            Form = RecordNames.Find<StatementForm>(row.Form) ?? default,
            Kind = RecordNames.Find<StatementKind>(row.Kind) ?? default,
            Speakers = [.. Locals(row, "speaker").Select(local => new ActorSpanRecord(Nearest(local, content[0]), local))],
            Content = content,
            Addressees = [],
            About = [],
            Time = row.Time,
            Confidence = 1,
            Reason = "added by a person",
        };
    }

    private MeetingRecord Meeting(MeetingRecord fact, Row row)
    {
        SpanRecord[] evidence = Spans(row, "evidence");
        IReadOnlyList<string> participants = Corrected(row, "participant", fact.Participants);
        return fact with
        {
            Time = row.Time,
            Evidence = evidence,
            Status = RecordNames.Find<MeetingStatus>(row.Status) ?? fact.Status,
            Place = row.Place == fact.Place?.Name ? fact.Place : Place(row, evidence),
            Participants = participants,
            Host = participants.SequenceEqual(fact.Participants) || participants.Contains(fact.Host) ? fact.Host : null,
        };
    }

    private MeetingRecord AddedMeeting(Row row)
    {
        SpanRecord[] evidence = Spans(row, "evidence");
        return new MeetingRecord
        {
            Id = row.Local,
            Participants = Locals(row, "participant"),
            Place = Place(row, evidence),
            Time = row.Time,
            Status = RecordNames.Find<MeetingStatus>(row.Status) ?? default,
            Mode = default,
            Evidence = evidence,
            Confidence = 1,
        };
    }

    private CommitmentRecord Commitment(CommitmentRecord fact, Row? row, HashSet<string> rejected)
    {
        CommitmentRecord kept = fact.Statement is { } statement && rejected.Contains(statement) ? fact with { Statement = null } : fact;
        return row is null ? kept : Terms(kept, row) with { Parties = Corrected(row, "party", fact.Parties) };
    }

    private CommitmentRecord AddedCommitment(Row row) => Terms(
        new CommitmentRecord { Id = row.Local, Kind = default, Parties = Locals(row, "party"), Action = Spans(row, "action")[0], Status = default, Evidence = Spans(row, "evidence"), Confidence = 1 }, row);

    private CommitmentRecord Terms(CommitmentRecord fact, Row row) => fact with
    {
        Kind = RecordNames.Find<CommitmentKind>(row.Kind) ?? fact.Kind,
        Status = RecordNames.Find<CommitmentStatus>(row.Status) ?? fact.Status,
        Action = Spans(row, "action")[0],
        Period = row.PeriodStart is null && row.PeriodEnd is null ? null : new Period(row.PeriodStart, row.PeriodEnd),
        Due = row.Due,
        Amount = row.Amount is { } amount ? new Quantity(amount, row.Unit ?? "") : null,
    };

    // A place that the report does not name stands on the words that tell of the meeting.
    private PlaceRecord? Place(Row row, SpanRecord[] evidence) => row.Place is not { } name
        ? null
        : _record!.Places.FirstOrDefault(place => place.Name == name) ?? new PlaceRecord { Span = PlaceInText.Find(text, name) ?? evidence.FirstOrDefault() ?? new SpanRecord(0, 0, ""), Name = name, Country = row.Country };

    // A phrase that named the wrong speaker now stands for the right one; where there was none, the reporting words stand for it.
    private IReadOnlyList<ActorSpanRecord> Speakers(Row row, StatementRecord fact)
    {
        string[] locals = Locals(row, "speaker");
        bool isSame = locals.Length == fact.Speakers.Count(speaker => speaker.Actor is not null) && locals.All(local => fact.Speakers.Any(speaker => speaker.Actor == local));
        SpanRecord phrase = fact.Speakers.Count > 0 ? fact.Speakers[0].Span : fact.Cue ?? fact.Content[0];
        return isSame || locals.Length == 0 ? fact.Speakers : [.. locals.Select(local => new ActorSpanRecord(phrase, local))];
    }

    private IReadOnlyList<string> Corrected(Row row, string role, IReadOnlyList<string> read)
    {
        string[] locals = Locals(row, role);
        return locals.Length == 0 ? read : locals;
    }

    private string[] Locals(Row row, string role) =>
    [
        .. connection.Query<(long Actor, string Key, string Name, string Type)>(
            "select a.id, a.key, a.name, a.type from fact_actor x join actor a on a.id = x.actor_id where x.fact_id = @Id and x.role = @role order by x.ordinal", new { row.Id, role })
            .Select(actor => Local(actor.Actor, (actor.Key, actor.Name, actor.Type))),
    ];

    private SpanRecord Nearest(string local, SpanRecord words) =>
        _actors.First(actor => actor.Id == local).Mentions.MinBy(mention => Math.Abs(mention.Start - words.Start)) ?? words;

    private string Local(long actor, (string Key, string Name, string Type) known)
    {
        string? local = connection.QueryFirstOrDefault<string>("select local from reading_actor where reading_id = @reading and actor_id = @actor order by local", new { reading, actor })
            ?? _added.FirstOrDefault(added => added.Value == known.Key).Key;
        if (local is not null)
        {
            return local;
        }

        local = string.Create(CultureInfo.InvariantCulture, $"a{_actors.Count + 1}");
        _actors.Add(new ActorRecord { Id = local, Name = known.Name, Type = RecordNames.Find<ActorType>(known.Type) ?? default, Sectors = [], Mentions = [] });
        _added.Add(local, known.Key);
        return local;
    }

    private SpanRecord[] Spans(Row row, string role) =>
    [
        .. connection.Query<(long Start, long End)>("select start, end from evidence where fact_id = @Id and role = @role order by ordinal", new { row.Id, role })
            .Select(span => CorrectionSpans.Of(text, ((int)span.Start, (int)span.End))),
    ];

    private sealed class Row
    {
        public long Id { get; init; }

        public string Local { get; init; } = "";

        public string Type { get; init; } = "";

        public string? Kind { get; init; }

        public string? Status { get; init; }

        public string? Time { get; init; }

        public string? Form { get; init; }

        public string? Place { get; init; }

        public string? Country { get; init; }

        public string? PeriodStart { get; init; }

        public string? PeriodEnd { get; init; }

        public string? Due { get; init; }

        public double? Amount { get; init; }

        public string? Unit { get; init; }

        public string? Verdict { get; init; }
    }
}

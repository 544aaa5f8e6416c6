using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>A report's record with what people put right: rejected facts left out, the others as their rows now say.</summary>
internal sealed class SqliteCorrectedRecord(SqliteConnection connection, string text, long reading)
{
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private List<ActorRecord> _actors = [];

    /// <summary>Keys of the actors that a correction brought into the record, by their new ids there.</summary>
    public IReadOnlyDictionary<string, string> AddedKeys => _added;

    /// <summary>The record; the same object where nothing was corrected.</summary>
    public ReportRecord Of(ReportRecord record)
    {
        var rows = connection.Query<Row>(
            "select id as Id, local as Local, type as Type, kind as Kind, time as Time, verdict as Verdict from fact where corrected = 1 and report_id = (select report_id from reading where id = @reading)",
            new { reading }).ToDictionary(row => row.Local, StringComparer.Ordinal);
        if (rows.Count == 0)
        {
            return record;
        }

        _actors = [.. record.Actors];
        HashSet<string> rejected = [.. rows.Values.Where(row => row.Verdict == "rejected").Select(row => row.Local)];
        return record with
        {
            Statements = [.. record.Statements.Where(fact => !rejected.Contains(fact.Id)).Select(fact => Statement(fact, rows.GetValueOrDefault(fact.Id), rejected))],
            Meetings = [.. record.Meetings.Where(fact => !rejected.Contains(fact.Id)).Select(fact => rows.TryGetValue(fact.Id, out Row? row) ? fact with { Time = row.Time, Evidence = Spans(row, "evidence") } : fact)],
            Commitments = [.. record.Commitments.Where(fact => !rejected.Contains(fact.Id)).Select(fact => Commitment(fact, rows.GetValueOrDefault(fact.Id), rejected))],
            Events = [.. record.Events.Where(fact => !rejected.Contains(fact.Id)).Select(fact => rows.TryGetValue(fact.Id, out Row? row) ? fact with { Time = row.Time, Trigger = Spans(row, "trigger")[0] } : fact)],
            Actors = _actors,
        };
    }

    private StatementRecord Statement(StatementRecord fact, Row? row, HashSet<string> rejected)
    {
        StatementRecord kept = fact.Within is { } outer && rejected.Contains(outer) ? fact with { Within = null } : fact;
        return row is null
            ? kept
            : kept with { Kind = RecordNames.Find<StatementKind>(row.Kind) ?? fact.Kind, Time = row.Time, Content = Spans(row, "content"), Speakers = Speakers(row, fact) };
    }

    private CommitmentRecord Commitment(CommitmentRecord fact, Row? row, HashSet<string> rejected)
    {
        CommitmentRecord kept = fact.Statement is { } statement && rejected.Contains(statement) ? fact with { Statement = null } : fact;
        return row is null ? kept : kept with { Kind = RecordNames.Find<CommitmentKind>(row.Kind) ?? fact.Kind, Action = Spans(row, "action")[0] };
    }

    // A phrase that named the wrong speaker now stands for the right one; where there was none, the reporting words stand for it.
    private IReadOnlyList<ActorSpanRecord> Speakers(Row row, StatementRecord fact)
    {
        string[] locals = [.. connection.Query<(long Actor, string Key, string Name, string Type)>(
            "select a.id, a.key, a.name, a.type from fact_actor x join actor a on a.id = x.actor_id where x.fact_id = @Id and x.role = 'speaker' order by x.ordinal", new { row.Id })
            .Select(actor => Local(actor.Actor, (actor.Key, actor.Name, actor.Type)))];
        bool isSame = locals.Length == fact.Speakers.Count(speaker => speaker.Actor is not null) && locals.All(local => fact.Speakers.Any(speaker => speaker.Actor == local));
        SpanRecord phrase = fact.Speakers.Count > 0 ? fact.Speakers[0].Span : fact.Cue ?? fact.Content[0];
        return isSame || locals.Length == 0 ? fact.Speakers : [.. locals.Select(local => new ActorSpanRecord(phrase, local))];
    }

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

        public string? Time { get; init; }

        public string? Verdict { get; init; }
    }
}

using Readout.Records;

namespace Readout.Store.Sqlite;

/// <summary>What a record says of one fact, as far as a correction can change it.</summary>
internal sealed record FactAsRead
{
    /// <summary>Kind of a statement or commitment, PLOVER type of an event; null for a meeting.</summary>
    public string? Kind { get; init; }

    /// <summary>When; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>The words that are shown and searched.</summary>
    public required string Words { get; init; }

    /// <summary>Role of <see cref="Spans"/> among the evidence.</summary>
    public required string Role { get; init; }

    /// <summary>Where the words stand.</summary>
    public required IReadOnlyList<SpanRecord> Spans { get; init; }

    /// <summary>Speakers; empty for all but statements.</summary>
    public IReadOnlyList<ActorSpanRecord> Speakers { get; init; } = [];

    /// <summary>The fact of a record's id (<c>s3</c>).</summary>
    /// <exception cref="StoreException">The record has none of that id: record and rows do not belong together.</exception>
    public static FactAsRead Of(ReportRecord record, string local) =>
        record.Statements.Where(fact => fact.Id == local).Select(Of)
            .Concat(record.Meetings.Where(fact => fact.Id == local).Select(fact => new FactAsRead { Time = fact.Time, Words = Joined(fact.Evidence), Role = "evidence", Spans = fact.Evidence }))
            .Concat(record.Commitments.Where(fact => fact.Id == local).Select(fact => Of(fact, record)))
            .Concat(record.Events.Where(fact => fact.Id == local).Select(fact => new FactAsRead { Kind = fact.Type, Time = fact.Time, Words = fact.Trigger.Text, Role = "trigger", Spans = [fact.Trigger] }))
            .FirstOrDefault() ?? throw new StoreException($"the record of {record.Report.Id} has no fact {local}; add the report again");

    /// <summary>Spans as one text. An omission is marked the way that quoting marks it; the spans keep the exact words.</summary>
    public static string Joined(IEnumerable<SpanRecord> spans) => string.Join(" \u2026 ", spans.Select(span => span.Text.Trim()));

    private static FactAsRead Of(StatementRecord fact) => new()
    {
        Kind = RecordNames.Of(fact.Kind),
        Time = fact.Time,
        Words = Joined(fact.Content),
        Role = "content",
        Spans = fact.Content,
        Speakers = fact.Speakers,
    };

    private static FactAsRead Of(CommitmentRecord fact, ReportRecord record) => new()
    {
        Kind = RecordNames.Of(fact.Kind),
        Time = record.Statements.FirstOrDefault(statement => statement.Id == fact.Statement)?.Time,
        Words = fact.Evidence.Count > 0 ? Joined(fact.Evidence) : fact.Action.Text,
        Role = "action",
        Spans = [fact.Action],
    };
}

using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>What a record says of one fact, as far as a correction can change it.</summary>
internal sealed record FactAsRead
{
    /// <summary>Kind of a statement or commitment, PLOVER type of an event; null for a meeting.</summary>
    public string? Kind { get; init; }

    /// <summary>State of a meeting, commitment or event; null for a statement.</summary>
    public string? Status { get; init; }

    /// <summary>When; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>The words that are shown and searched.</summary>
    public required string Words { get; init; }

    /// <summary>Role of <see cref="Spans"/> among the evidence.</summary>
    public required string Role { get; init; }

    /// <summary>Where the words stand.</summary>
    public required IReadOnlyList<SpanRecord> Spans { get; init; }

    /// <summary>Role of <see cref="Actors"/>: speaker, participant or party; null for an event, whose actors are not corrected.</summary>
    public string? ActorRole { get; init; }

    /// <summary>The record's ids of the actors (null where unresolved) with the phrases for them (null where the record gives none).</summary>
    public IReadOnlyList<(string? Actor, string? Phrase)> Actors { get; init; } = [];

    /// <summary>The record's id of who received; null where unknown, and for all but meetings.</summary>
    public string? Host { get; init; }

    /// <summary>Where a meeting was held; null where unknown, and for all but meetings.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>Period of a commitment; null where none.</summary>
    public Period? Period { get; init; }

    /// <summary>By when; null where none.</summary>
    public string? Due { get; init; }

    /// <summary>Sum or quantity; null where none.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>The fact of a record's id (<c>s3</c>).</summary>
    /// <exception cref="StoreException">The record has none of that id: record and rows do not belong together.</exception>
    public static FactAsRead Of(ReportRecord record, string local) =>
        record.Statements.Where(fact => fact.Id == local).Select(Of)
            .Concat(record.Meetings.Where(fact => fact.Id == local).Select(Of))
            .Concat(record.Commitments.Where(fact => fact.Id == local).Select(fact => Of(fact, record)))
            .Concat(record.Events.Where(fact => fact.Id == local).Select(fact => new FactAsRead
            {
                Kind = fact.Type,
                Status = RecordNames.Of(fact.Status),
                Time = fact.Time,
                Words = fact.Trigger.Text,
                Role = "trigger",
                Spans = [fact.Trigger],
            }))
            .FirstOrDefault() ?? throw new StoreException($"the record of {record.Report.Id} has no fact {local}; add the report again");

    /// <summary>A fact that a person added, before anything was set of it.</summary>
    /// <param name="type">statement, meeting or commitment.</param>
    /// <param name="spans">Its words.</param>
    public static FactAsRead OfAdded(string type, IReadOnlyList<SpanRecord> spans)
    {
        var read = new FactAsRead { Words = Joined(spans), Spans = spans, Role = "evidence" };
        return type switch
        {
            "statement" => read with { Role = "content", ActorRole = "speaker", Kind = RecordNames.Of(default(StatementKind)) },
            "meeting" => read with { ActorRole = "participant", Status = RecordNames.Of(default(MeetingStatus)) },
            _ => read with { Role = "action", ActorRole = "party", Kind = RecordNames.Of(default(CommitmentKind)), Status = RecordNames.Of(default(CommitmentStatus)) },
        };
    }

    /// <summary>Spans as one text. An omission is marked the way that quoting marks it; the spans keep the exact words.</summary>
    public static string Joined(IEnumerable<SpanRecord> spans) => string.Join(" \u2026 ", spans.Select(span => span.Text.Trim()));

    /// <summary>The value that a correction of a field would have to restate what was read; null where nothing was, or the field has none.</summary>
    /// <param name="field">Field of the correction.</param>
    /// <param name="actors">Actors of the record.</param>
    public string? Value(CorrectionField field, IReadOnlyList<ActorRecord> actors) => field switch
    {
        CorrectionField.Kind => Kind,
        CorrectionField.Status => Status,
        CorrectionField.Time => Time,
        CorrectionField.Span => string.Join(',', Spans.Select(span => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}-{span.End}"))),
        CorrectionField.Place => Place?.Name,
        CorrectionField.Period => CorrectionTerms.Of(Period),
        CorrectionField.Due => Due,
        CorrectionField.Amount => CorrectionTerms.Of(Amount),
        CorrectionField.Speaker or CorrectionField.Participants or CorrectionField.Parties when Actors.Count > 0 =>
            CorrectionNames.Join(Actors.Select(one => actors.FirstOrDefault(actor => actor.Id == one.Actor)?.Name ?? one.Phrase ?? "?")),
        _ => null,
    };

    private static FactAsRead Of(StatementRecord fact) => new()
    {
        Kind = RecordNames.Of(fact.Kind),
        Time = fact.Time,
        Words = Joined(fact.Content),
        Role = "content",
        Spans = fact.Content,
        ActorRole = "speaker",
        Actors = [.. fact.Speakers.Select(speaker => (speaker.Actor, (string?)speaker.Span.Text))],
    };

    private static FactAsRead Of(MeetingRecord fact) => new()
    {
        Status = RecordNames.Of(fact.Status),
        Time = fact.Time,
        Words = Joined(fact.Evidence),
        Role = "evidence",
        Spans = fact.Evidence,
        ActorRole = "participant",
        Actors = [.. fact.Participants.Select(actor => ((string?)actor, (string?)null))],
        Host = fact.Host,
        Place = fact.Place,
    };

    private static FactAsRead Of(CommitmentRecord fact, ReportRecord record) => new()
    {
        Kind = RecordNames.Of(fact.Kind),
        Status = RecordNames.Of(fact.Status),
        Time = record.Statements.FirstOrDefault(statement => statement.Id == fact.Statement)?.Time,
        Words = fact.Evidence.Count > 0 ? Joined(fact.Evidence) : fact.Action.Text,
        Role = "action",
        Spans = [fact.Action],
        ActorRole = "party",
        Actors = [.. fact.Parties.Select(actor => ((string?)actor, (string?)null))],
        Period = fact.Period,
        Due = fact.Due,
        Amount = fact.Amount,
    };
}

using System.Globalization;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>The columns of facts as a table: what CSV writes and the data package describes.</summary>
internal static class FactColumns
{
    /// <summary>Columns in order.</summary>
    public static IReadOnlyList<FactColumn> All { get; } =
    [
        new("id", "string", "Short name of the report, a hyphen, and the fact's id in its record", fact => fact.Id),
        new("type", "string", "statement, meeting, commitment or event", Type),
        new("day", "string", "Year, month or day that it is sorted under: of its time, else of publication", fact => fact.Day),
        new("time", "string", "When, as the report tells it", fact => fact.Time),
        new("kind", "string", "Kind of statement or commitment, PLOVER type of an event", Kind),
        new("form", "string", "direct, indirect or mixed", fact => fact is StatementFact said ? RecordNames.Of(said.Form) : null),
        new("status", "string", "Status of a meeting, commitment or event", Status),
        new("actors", "string", "Who spoke, met, is bound or acts, parted by semicolons", fact => Names(Actors(fact))),
        new("actor_keys", "string", "The same as keys across reports", fact => Keys(Actors(fact))),
        new("to", "string", "To whom it was said or done", fact => Names(Recipients(fact))),
        new("to_keys", "string", "The same as keys across reports", fact => Keys(Recipients(fact))),
        new("about_keys", "string", "Actors named in what was said", fact => fact is StatementFact said ? Keys(said.About) : null),
        new("cue", "string", "Reporting words", fact => (fact as StatementFact)?.Cue),
        new("words", "string", "What was said, or the words that tell of it", fact => fact.Words),
        new("action", "string", "What is to be done", fact => (fact as CommitmentFact)?.Action),
        new("due", "string", "By when", fact => (fact as CommitmentFact)?.Due),
        new("period_start", "string", "First year, month or day of the period", fact => (fact as CommitmentFact)?.Period?.Start),
        new("period_end", "string", "Last year, month or day of the period", fact => (fact as CommitmentFact)?.Period?.End),
        new("amount", "number", "Sum or quantity", fact => (fact as CommitmentFact)?.Amount?.Value.ToString("R", CultureInfo.InvariantCulture)),
        new("unit", "string", "ISO 4217 code or noun of the amount", fact => (fact as CommitmentFact)?.Amount?.Unit),
        new("place", "string", "Where", fact => fact switch { MeetingFact met => met.Place, EventFact done => done.Place, _ => null }),
        new("confidence", "number", "Probability from 0 to 1", fact => fact.Confidence.ToString("R", CultureInfo.InvariantCulture)),
        new("outlet", "string", "Outlet of the report", fact => fact.Report.Outlet),
        new("published", "string", "Publication of the report", fact => fact.Report.Published),
        new("headline", "string", "Headline of the report", fact => fact.Report.Headline),
        new("url", "string", "Address of the report", fact => fact.Report.Url),
        new("spans", "string", "role:start-end in code points of the report's text, parted by blanks", Spans),
    ];

    /// <summary>Who does it.</summary>
    public static IReadOnlyList<ActorLink> Actors(Fact fact) => fact switch
    {
        StatementFact said => said.Speakers,
        MeetingFact met => met.Participants,
        CommitmentFact bound => bound.Parties,
        EventFact done => done.Actors,
        _ => [],
    };

    /// <summary>To whom it is done.</summary>
    public static IReadOnlyList<ActorLink> Recipients(Fact fact) => fact switch
    {
        StatementFact said => said.Addressees,
        EventFact done => done.Recipients,
        _ => [],
    };

    /// <summary>The name of the fact's type.</summary>
    public static string Type(Fact fact) => fact switch { MeetingFact => "meeting", CommitmentFact => "commitment", EventFact => "event", _ => "statement" };

    /// <summary>Kind of a statement or commitment, PLOVER type of an event; null for a meeting.</summary>
    public static string? Kind(Fact fact) => fact switch
    {
        StatementFact said => RecordNames.Of(said.Kind),
        CommitmentFact bound => RecordNames.Of(bound.Kind),
        EventFact done => done.Plover,
        _ => null,
    };

    /// <summary>One line that a feed or a citation shows as the title.</summary>
    public static string Title(Fact fact)
    {
        string who = Names(Actors(fact)).Replace("; ", ", ", StringComparison.Ordinal);
        string what = fact is MeetingFact met ? "meeting " + RecordNames.Of(met.Status) + (met.Place is null ? "" : ", " + met.Place) : fact is CommitmentFact bound ? bound.Action : fact.Words;
        string title = who.Length == 0 ? what : $"{who}: {what}";
        return title.Length <= 140 ? title : title[..(title.LastIndexOf(' ', 140) is > 60 and int blank ? blank : 140)] + " \u2026";
    }

    /// <summary>Absolute address of the fact's page.</summary>
    public static string Url(string origin, Fact fact) => origin + Links.Fact(fact);

    /// <summary>Status of a meeting, commitment or event; null for a statement.</summary>
    public static string? Status(Fact fact) => fact switch
    {
        MeetingFact met => RecordNames.Of(met.Status),
        CommitmentFact bound => RecordNames.Of(bound.Status),
        EventFact done => RecordNames.Of(done.Status),
        _ => null,
    };

    private static string Names(IReadOnlyList<ActorLink> actors) => string.Join("; ", actors.Select(actor => actor.Name));

    private static string Keys(IReadOnlyList<ActorLink> actors) => string.Join("; ", actors.Where(actor => actor.Key is not null).Select(actor => actor.Key));

    private static string Spans(Fact fact) =>
        string.Join(' ', fact.Spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Role}:{span.Start}-{span.End}")));
}

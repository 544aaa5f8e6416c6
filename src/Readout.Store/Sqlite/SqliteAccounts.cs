using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Events;
using Readout.Merging;

namespace Readout.Store.Sqlite;

/// <summary>Facts as the engine compares them: wordings, meetings, commitments and events, with the identities of their actors.</summary>
internal sealed class SqliteAccounts(SqliteConnection connection, SqliteTransaction transaction)
{
    // Half a sentence to each side of the word that names an event, and the first paragraph or two.
    private const int CharactersAround = 150;
    private const int CharactersOfOpening = 600;

    /// <summary>Rows by a condition over <c>fact f</c> and <c>report r</c>.</summary>
    public List<Row> Load(string where, object values) => connection.Query<Row>(
        $"""
        select f.id as Id, f.type as Type, f.words as Words, f.day as Day, f.time as Time, f.status as Status, f.verdict as Verdict, s.form as Form, m.mode as Mode, m.place as Place,
          m.country as Country, r.day as Published, c.action as Action, c.due as Due, c.amount as Amount,
          case when f.type = 'event' then (select substr(r.text, max(1, v.start + 1 - {CharactersAround}), v.end - v.start + 2 * {CharactersAround}) from evidence v
            where v.fact_id = f.id and v.role = 'trigger' order by v.ordinal limit 1) end as Around,
          case when f.type = 'event' then substr(r.text, 1, {CharactersOfOpening}) end as Opening
        from fact f join report r on r.id = f.report_id left join statement s on s.fact_id = f.id left join meeting m on m.fact_id = f.id
          left join commitment c on c.fact_id = f.id where {where}
        """,
        values,
        transaction).AsList();

    public Wording Wording(Row fact) => new()
    {
        Content = fact.Words,
        Speakers = [.. Actors(fact, "speaker").Select(actor => actor.Key)],
        Day = Parse(fact.Day) ?? Parse(fact.Published),
        IsDirect = fact.Form == "direct",
    };

    public MeetingMention Meeting(Row fact) => new()
    {
        Participants = Actors(fact, "participant"),
        Place = fact.Place,
        Country = fact.Country,
        Time = fact.Time,
        Status = RecordNames.Find<MeetingStatus>(fact.Status) ?? default,
        Mode = RecordNames.Find<MeetingMode>(fact.Mode) ?? default,
        Published = Parse(fact.Published),
    };

    public CommitmentAccount Commitment(Row fact) => new()
    {
        Parties = Actors(fact, "party"),
        Action = fact.Action ?? fact.Words,
        Due = fact.Due,
        Amount = fact.Amount,
        Published = Parse(fact.Published),
    };

    public static EventAccount Event(Row fact) => new() { Trigger = fact.Words, Sentence = fact.Around ?? fact.Words, Opening = fact.Opening ?? "", Time = fact.Time };

    /// <summary>A full day; null for all else.</summary>
    public static DateOnly? Parse(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly exact) ? exact : null;

    private List<MeetingParticipant> Actors(Row fact, string role) =>
    [
        .. connection.Query<(string Key, string Type, string? State)>(
            "select a.key, a.type, a.state from fact_actor x join actor a on a.id = x.actor_id where x.fact_id = @Id and x.role = @role order by x.ordinal", new { fact.Id, role }, transaction)
            .Select(actor => new MeetingParticipant(actor.Key, actor.State, actor.Type == "state")),
    ];

    internal sealed class Row
    {
        public long Id { get; init; }

        public string Type { get; init; } = "";

        public string Words { get; init; } = "";

        public string Day { get; init; } = "";

        public string? Time { get; init; }

        public string? Status { get; init; }

        public string? Verdict { get; init; }

        public string? Form { get; init; }

        public string? Mode { get; init; }

        public string? Place { get; init; }

        public string? Country { get; init; }

        public string Published { get; init; } = "";

        public string? Action { get; init; }

        public string? Due { get; init; }

        public double? Amount { get; init; }

        public string? Around { get; init; }

        public string? Opening { get; init; }
    }
}

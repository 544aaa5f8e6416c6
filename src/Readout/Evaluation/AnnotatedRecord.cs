using System.Text.Json;
using Readout.Actors;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;

namespace Readout.Evaluation;

/// <summary>
/// Gives a line of standoff annotations the form of a record, so that one annotator is scored against another by the rules that score the
/// engine. The names that the annotator wrote become actors; what a name alone does not tell, state, sector and other mentions, is taken from
/// the actor of that name which the engine read, so that both comparisons are equally lenient with names.
/// </summary>
internal sealed class AnnotatedRecord
{
    private readonly List<ActorRecord> _read;
    private readonly Dictionary<string, ActorRecord> _actors = new(StringComparer.Ordinal);

    private AnnotatedRecord(ReportRecord read) => _read = [.. read.Actors];

    /// <summary>The record of one annotated report.</summary>
    /// <param name="line">Annotation of meetings, commitments or events.</param>
    /// <param name="read">What the engine read in the report; only its header and actors are used.</param>
    public static ReportRecord Of(JsonElement line, ReportRecord read)
    {
        var annotated = new AnnotatedRecord(read);
        MeetingRecord[] meetings = [.. Items(line, "meetings").Select(annotated.Meeting)];
        CommitmentRecord[] commitments = [.. Items(line, "commitments").Select(annotated.Commitment)];
        EventRecord[] events = [.. Items(line, "events").Select(annotated.Event)];
        return read with
        {
            Actors = [.. annotated._actors.Values, .. annotated._read.Where(actor => !annotated._actors.ContainsKey(actor.Id))],
            Meetings = meetings,
            Commitments = commitments,
            Events = events,
        };
    }

    private static JsonElement[] Items(JsonElement line, string layer) =>
        line.TryGetProperty(layer, out JsonElement items) ? [.. items.EnumerateArray()] : [];

    private static SpanRecord Span(JsonElement start, JsonElement end) => new(start.GetInt32(), end.GetInt32(), "");

    private static SpanRecord Span(JsonElement item) => Span(item.GetProperty("start"), item.GetProperty("end"));

    // Annotations write values as the record does: "in force", "in-person".
    private static T Value<T>(JsonElement item, string name)
        where T : struct, Enum =>
        Enum.Parse<T>(StandoffFile.Text(item, name)!.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private MeetingRecord Meeting(JsonElement item, int number) => new()
    {
        Id = $"m{number}",
        Participants = Ids(item, "participants"),
        Place = StandoffFile.Text(item, "place") is { } place ? new PlaceRecord { Span = new SpanRecord(0, 0, place), Name = place } : null,
        Time = StandoffFile.Text(item, "time"),
        Status = Value<MeetingStatus>(item, "status"),
        Mode = Value<MeetingMode>(item, "mode"),
        Evidence = [.. item.GetProperty("evidence").EnumerateArray().Select(span => Span(span[0], span[1]))],
    };

    private CommitmentRecord Commitment(JsonElement item, int number)
    {
        JsonElement period = item.GetProperty("period");
        JsonElement amount = item.GetProperty("amount");
        return new CommitmentRecord
        {
            Id = $"c{number}",
            Kind = Value<CommitmentKind>(item, "kind"),
            Parties = Ids(item, "parties"),
            Action = Span(item),
            Period = period.ValueKind == JsonValueKind.Null ? null : new Period(StandoffFile.Text(period, "start"), StandoffFile.Text(period, "end")),
            Due = StandoffFile.Text(item, "due"),
            Amount = amount.ValueKind == JsonValueKind.Null ? null : new Quantity(amount.GetProperty("value").GetDouble(), StandoffFile.Text(amount, "unit")!),
            Status = Value<CommitmentStatus>(item, "status"),
            Evidence = [Span(item)],
        };
    }

    private EventRecord Event(JsonElement item, int number) => new()
    {
        Id = $"e{number}",
        Type = StandoffFile.Text(item, "type")!,
        Context = [],
        Actors = Ids(item, "actors"),
        Recipients = Ids(item, "recipients"),
        Trigger = Span(item),
        Status = Value<EventStatus>(item, "status"),
    };

    private string[] Ids(JsonElement item, string side) => [.. StandoffFile.Names(item, side).Select(Actor).Distinct(StringComparer.Ordinal)];

    private string Actor(string name)
    {
        string? state = ActorNames.CodeOf(name);
        string bare = state is null ? name : name[..^6];
        ActorRecord? read = _read.Find(actor => string.Equals(actor.Name, bare, StringComparison.OrdinalIgnoreCase)) ?? _read.Find(actor => IsRead(bare, state, actor));
        string id = read?.Id ?? name;
        if (!_actors.ContainsKey(id))
        {
            ActorType unread = state is null ? ActorType.Unnamed : ActorType.State;
            _actors.Add(id, new ActorRecord
            {
                Id = id,
                Name = bare,
                Type = read?.Type ?? unread,
                State = state ?? read?.State,
                // Who is given with the code of a state acts for it, by the guidelines, whatever sector was read.
                Sectors = state is null ? read?.Sectors ?? [] : [],
                Mentions = read is null ? [] : [new SpanRecord(0, 0, read.Name), .. read.Mentions],
            });
        }

        return id;
    }

    // A name with a code is a state or one who acts for it; a body with the state in its name ("Bank of Quendria") is not the state.
    private static bool IsRead(string name, string? state, ActorRecord actor) =>
        ActorNames.Matches(name, actor) && (state is null || (actor.Type == ActorType.Person && (actor.State ?? state) == state));
}

using System.Text.Json;
using Readout.Actors;
using Readout.Evaluation;
using Readout.Records;

namespace Readout.Tests.Evaluation;

/// <summary>Two annotators of an invented report about Quendria and Belmarra.</summary>
public sealed class AgreementScorerTests
{
    [Fact]
    public void Annotators_who_mark_the_same_agree_wholly()
    {
        JsonElement line = Events(Event("ACCUSE", ["Quendria [QUE]"], ["Belmarra [BEL]"], 10), Event("CONSULT", ["Ada Voss [QUE]", "Bo Lind [BEL]"], [], 40));

        Dictionary<(string, string), Score> scores = Score("events", line, line, Read());

        Assert.Equal(new Score(2, 2, 2), scores[("second annotator against the first", "events")]);
        Assert.Equal(new Score(1, 1, 1), scores[("second against the first, by type", "ACCUSE")]);
        Assert.Equal(new Score(1, 1, 1), scores[("second against the first, by type", "CONSULT")]);
    }

    [Fact]
    public void Another_type_at_the_same_words_is_no_agreement_but_the_words_are()
    {
        Dictionary<(string, string), Score> scores = Score(
            "events",
            Events(Event("SANCTION", ["Quendria [QUE]"], ["Belmarra [BEL]"], 10)),
            Events(Event("COERCE", ["Quendria [QUE]"], ["Belmarra [BEL]"], 12)),
            Read());

        Assert.Equal(new Score(0, 1, 1), scores[("second annotator against the first", "events")]);
        Assert.Equal(new Score(0, 1, 0), scores[("second against the first, by type", "SANCTION")]);
        Assert.Equal(new Score(0, 0, 1), scores[("second against the first, by type", "COERCE")]);
        Assert.Equal(new Score(1, 1, 1), scores[("marked words that overlap", "events")]);
        Assert.Equal(new Score(0, 1, 1), scores[("marked words that overlap", "events.type")]);
    }

    [Fact]
    public void An_event_against_somebody_else_is_another_event()
    {
        Dictionary<(string, string), Score> scores = Score(
            "events",
            Events(Event("ACCUSE", ["Quendria [QUE]"], ["Belmarra [BEL]"], 10)),
            Events(Event("ACCUSE", ["Quendria [QUE]"], ["Tarn Union"], 10)),
            Read());

        Assert.Equal(new Score(0, 1, 1), scores[("second annotator against the first", "events")]);
        Assert.Equal(new Score(1, 1, 1), scores[("second annotator against the first", "events.type")]);
    }

    [Fact]
    public void A_side_left_out_by_one_counts_in_one_direction_only()
    {
        Dictionary<(string, string), Score> scores = Score(
            "events",
            Events(Event("ASSAULT", [], ["Belmarra [BEL]"], 10)),
            Events(Event("ASSAULT", ["gunmen"], ["Belmarra [BEL]"], 10)),
            Read());

        Assert.Equal(new Score(1, 1, 1), scores[("second annotator against the first", "events")]);
        Assert.Equal(new Score(0, 1, 1), scores[("first annotator against the second", "events")]);
    }

    [Fact]
    public void A_shorter_name_is_that_of_the_actor_that_the_engine_read()
    {
        JsonElement full = Events(Event("ACCUSE", ["Tarn Workers Union"], [], 10));
        JsonElement brief = Events(Event("ACCUSE", ["TWU"], [], 10));
        ActorRecord union = Actor("a1", "Tarn Workers Union", ActorType.Organization) with { Mentions = [new SpanRecord(5, 8, "TWU")] };

        Assert.Equal(0, Score("events", full, brief, Read())[("second annotator against the first", "events")].Matched);
        Assert.Equal(1, Score("events", full, brief, Read(union))[("second annotator against the first", "events")].Matched);
    }

    [Fact]
    public void An_official_whom_one_annotator_names_is_the_state_that_the_other_gives()
    {
        ActorRecord minister = Actor("a1", "Ada Voss", ActorType.Person) with { State = "QUE", Sectors = ["OTH"] };

        Dictionary<(string, string), Score> scores = Score(
            "events",
            Events(Event("CONSULT", ["Quendria [QUE]", "Belmarra [BEL]"], [], 10)),
            Events(Event("CONSULT", ["Ada Voss [QUE]", "Bo Lind [BEL]"], [], 10)),
            Read(minister));

        Assert.Equal(new Score(1, 1, 1), scores[("second annotator against the first", "events")]);
        Assert.Equal(new Score(1, 1, 1), scores[("first annotator against the second", "events")]);
    }

    [Fact]
    public void A_state_is_not_the_body_that_has_it_in_its_name()
    {
        ActorRecord party = Actor("a1", "Workers' Party of Quendria", ActorType.Organization);

        ReportRecord record = AnnotatedRecord.Of(Events(Event("ACCUSE", ["Quendria [QUE]"], [], 10)), Read(party));

        ActorRecord actor = record.Actors.Single(one => one.Id == record.Events[0].Actors[0]);
        Assert.Equal(("Quendria", "QUE", ActorType.State), (actor.Name, actor.State, actor.Type));
    }

    [Fact]
    public void The_engine_is_scored_against_either_annotator_and_what_both_and_either_marked()
    {
        JsonElement first = Commitments(Commitment("promise", 10, 40), Commitment("promise", 100, 140));
        JsonElement second = Commitments(Commitment("announcement", 10, 38), Commitment("promise", 200, 240));
        ReportRecord read = AnnotatedRecord.Of(Commitments(Commitment("promise", 10, 40), Commitment("promise", 200, 240)), Read());

        Dictionary<(string, string), Score> scores = Score("commitments", first, second, read);

        Assert.Equal(new Score(1, 2, 2), scores[("second annotator against the first", "commitments")]);
        Assert.Equal(new Score(0, 1, 1), scores[("second annotator against the first", "commitments.kind")]);
        Assert.Equal(new Score(1, 2, 2), scores[("engine against the first annotator", "commitments")]);
        Assert.Equal(new Score(2, 2, 2), scores[("engine against the second annotator", "commitments")]);
        Assert.Equal(new Score(1, 1, 2), scores[("engine against what both marked", "commitments")]);
        Assert.Equal(new Score(2, 3, 2), scores[("engine against what either marked", "commitments")]);
    }

    [Fact]
    public void Meetings_agree_by_the_rule_of_the_evaluation_and_their_state_and_day_are_judged()
    {
        JsonElement first = Meetings("held", "1997-04-02", "phone");
        JsonElement second = Meetings("planned", "1997-04-03", "phone");

        Dictionary<(string, string), Score> scores = Score("meetings", first, second, Read());

        Assert.Equal(new Score(1, 1, 1), scores[("second annotator against the first", "meetings")]);
        Assert.Equal(new Score(0, 1, 1), scores[("second annotator against the first", "meetings.status")]);
        Assert.Equal(new Score(0, 1, 1), scores[("second annotator against the first", "meetings.day")]);
        Assert.Equal(new Score(1, 1, 1), scores[("second annotator against the first", "meetings.mode")]);
        Assert.Equal(new Score(0, 1, 0), scores[("second against the first, by status", "held")]);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("meetings")]
    [InlineData("commitments")]
    public void The_second_annotator_marked_blind_reports_of_the_first_each_once(string layer)
    {
        string folder = Path.Combine(Repository.Root, "eval", layer);
        var first = StandoffFile.Read(Path.Combine(folder, "newswire.jsonl"), null).ToDictionary(StandoffFile.Document, line => StandoffFile.Text(line, "part"));
        List<JsonElement> second = StandoffFile.Read(Path.Combine(folder, "second-annotator.jsonl"), null);

        Assert.Equal(second.Count, second.Select(StandoffFile.Document).Distinct().Count());
        Assert.All(second, line => Assert.Contains(first[StandoffFile.Document(line)], new[] { "blind", "blind-2" }));
        Assert.All(second, line => Assert.Equal(first[StandoffFile.Document(line)], StandoffFile.Text(line, "part")));
    }

    private static Dictionary<(string, string), Score> Score(string layer, JsonElement first, JsonElement second, ReportRecord read)
    {
        var scorer = new AgreementScorer(layer);
        scorer.Add(first, second, read);
        return scorer.Scores.ToDictionary(one => (one.Group, one.Name), one => one.Score);
    }

    private static object Event(string type, string[] actors, string[] recipients, int start) =>
        new { type, actors, recipients, status = "past", start, end = start + 10 };

    private static object Commitment(string kind, int start, int end) => new
    {
        kind,
        parties = new[] { "Quendria [QUE]" },
        start,
        end,
        period = new { start = "1998", end = (string?)null },
        due = (string?)null,
        amount = new { value = 3, unit = "ship" },
        status = "in force",
    };

    private static JsonElement Events(params object[] events) => JsonSerializer.SerializeToElement(new { document = "d", part = "blind", events });

    private static JsonElement Commitments(params object[] commitments) => JsonSerializer.SerializeToElement(new { document = "d", part = "blind", commitments });

    private static JsonElement Meetings(string status, string time, string mode) => JsonSerializer.SerializeToElement(new
    {
        document = "d",
        part = "blind",
        meetings = new[] { new { participants = new[] { "Ada Voss", "Bo Lind" }, place = "Port Tarn", time, status, mode, evidence = new[] { new[] { 10, 30 } } } },
    });

    private static ActorRecord Actor(string id, string name, ActorType type) => new() { Id = id, Name = name, Type = type, Sectors = [], Mentions = [new SpanRecord(0, name.Length, name)] };

    private static ReportRecord Read(params ActorRecord[] actors) => new()
    {
        Report = new ReportHeader { Id = "d", Language = "en", Characters = 300, Boilerplate = [] },
        Actors = actors,
        Statements = [],
        Meetings = [],
        Commitments = [],
        Events = [],
        Times = [],
        Places = [],
    };
}

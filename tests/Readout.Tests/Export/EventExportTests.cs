using System.Text.Json;
using Readout.Attribution;
using Readout.Events;
using Readout.Export;
using Readout.Records;

namespace Readout.Tests.Export;

public sealed class EventExportTests
{
    private static readonly PloverOntology Ontology = PloverOntology.Load(Path.Combine(Repository.Root, "data"));

    private static EventSet Set(params string[] days) =>
        new(days.Select((day, number) => SampleRecord.Create(day, $"sha256:{number:x64}")), Ontology);

    private static JsonSchemaChecker Schema() =>
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "events", "plover.schema.json"))).RootElement);

    [Fact]
    public void Plover_lines_are_valid_against_the_schema()
    {
        foreach (ExportedEvent one in Set("2023-12-04").Events)
        {
            Assert.Empty(Schema().Check(JsonDocument.Parse(PloverJson.Write(one)).RootElement));
        }
    }

    [Theory]
    [InlineData("\"CONSULT\"", "\"TALK\"")]
    [InlineData("\"date\":\"2023-12-04\"", "\"date\":\"4 December\"")]
    [InlineData("\"quad_code\":1", "\"quad_code\":5")]
    [InlineData("\"id\":", "\"identity\":")]
    public void The_schema_refuses_a_wrong_line(string right, string wrong)
    {
        string line = PloverJson.Write(Set("2023-12-04").Events[0]);
        Assert.Contains(right, line, StringComparison.Ordinal);
        Assert.NotEmpty(Schema().Check(JsonDocument.Parse(line.Replace(right, wrong, StringComparison.Ordinal)).RootElement));
    }

    [AjvFact]
    public void A_foreign_validator_finds_the_lines_valid_and_refuses_a_wrong_one()
    {
        string schema = Path.Combine(Repository.Root, "data", "events", "plover.schema.json");
        string[] lines = [.. Set("2023-12-04", "2024-02-01").Events.Select(PloverJson.Write)];
        Assert.NotEmpty(lines);
        Assert.Empty(AjvFactAttribute.Violations(schema, lines));
        string wrong = lines[0].Replace("\"quad_code\":1", "\"quad_code\":5", StringComparison.Ordinal);
        string violation = Assert.Single(AjvFactAttribute.Violations(schema, [lines[0], wrong]));
        Assert.StartsWith("1 ", violation, StringComparison.Ordinal);
    }

    [Fact]
    public void Plover_context_carries_the_auxiliary_mode()
    {
        JsonElement line = JsonDocument.Parse(PloverJson.Write(Set("2023-12-04").Events[1])).RootElement;
        Assert.Contains("future", line.GetProperty("context").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public void Every_line_has_as_many_cells_as_columns()
    {
        foreach (EventColumns format in new[] { EventFormats.Polecat, EventFormats.Icews, EventFormats.Gdelt })
        {
            Assert.All(Set("2023-12-04").Events.SelectMany(format.Lines), line => Assert.Equal(format.Names.Count, line.Split('\t').Length));
        }

        Assert.Equal(61 + 5, EventFormats.Gdelt.Names.Count);
        Assert.Equal(20 + 5, EventFormats.Icews.Names.Count);
        Assert.Equal(40 + 5, EventFormats.Polecat.Names.Count);
    }

    [Fact]
    public void Pair_formats_hold_a_line_for_each_pair_and_both_directions_of_a_reciprocal_event()
    {
        EventSet set = Set("2023-12-04");
        Assert.Equal(2, EventFormats.Icews.Lines(set.Events[0]).Count());
        Assert.Equal(2, EventFormats.Icews.Lines(set.Events[2]).Count());
        Assert.Single(EventFormats.Polecat.Lines(set.Events[0]));
    }

    [Fact]
    public void Comments_and_denials_are_coded_where_a_format_has_classes_for_them()
    {
        ReportRecord plain = SampleRecord.Create();
        ReportRecord record = plain with
        {
            Statements = [Statement("s1", StatementKind.Assertion), Statement("s2", StatementKind.Denial), Statement("s3", StatementKind.Accusation)],
        };
        Assert.Equal(3, new EventSet([record], Ontology).Events.Count);
        Assert.Equal(["010", "016"], new EventSet([record], Ontology, withComments: true).Events.Skip(3).Select(one => one.Code.Cameo));
    }

    private static StatementRecord Statement(string id, StatementKind kind) => new()
    {
        Id = id,
        Form = StatementForm.Indirect,
        Kind = kind,
        Speakers = [new ActorSpanRecord(new SpanRecord(0, 3, "she"), "a1")],
        Content = [new SpanRecord(10, 20, "what")],
        Addressees = [],
        About = [],
        Confidence = 0.5,
        Reason = "test",
    };

    [Fact]
    public void The_first_report_is_the_earliest_that_tells_the_same_event()
    {
        EventSet set = Set("2023-12-06", "2023-12-05");
        Assert.Equal(6, set.Events.Count);
        Assert.All(set.Events, one => Assert.EndsWith("1", one.FirstReport, StringComparison.Ordinal));
        Assert.All(set.Events, one => Assert.Equal(2, one.Articles));
    }

    [Fact]
    public void The_ontology_has_the_codebooks_types_and_contexts()
    {
        Assert.Equal(16, Ontology.Types.Count);
        Assert.Equal(37, Ontology.Contexts.Count);
        Assert.All(Ontology.Entries, entry => Assert.InRange(entry.Score, -10, 10));
        Assert.All(Ontology.Entries, entry => Assert.Equal(entry.Quad <= 2, entry.Score > 0 && entry.Type != "REQUEST"));
        Assert.Throws<ArgumentException>(() => Ontology.Find("TALK", null));
    }
}

using Readout.Attribution;
using Readout.Text;

namespace Readout.Tests.Attribution;

/// <summary>The statements of the two reports that the project began from, by eye against RECORD.md. The texts stay outside the project.</summary>
public sealed class SeedStatementsTests
{
    [CorpusFact("seeds")]
    public void Every_quotation_of_the_second_report_has_its_speaker()
    {
        IReadOnlyList<Statement> statements = Read("003");
        Assert.Equal(["Alexander Lukashenko", "Vladimir Putin"], Sources("003", At("003", statements, "“We will continue to hold", 1)));
        foreach ((string opening, string source) in new[]
        {
            ("We have agreed", "the head of the Kremlin"),
            ("Today’s interview", "Vladimir Putin"),
            ("now the future", "the Belarusian president"),
            ("Together we resist", "Putin"),
            ("Vladimir Putin and I", "Alexander Lukashenko"),
            ("We will not annex", "Putin"),
        })
        {
            Assert.Equal([source], Sources("003", At("003", statements, opening, 0)));
        }
    }

    [CorpusFact("seeds")]
    public void Pronouns_and_descriptions_are_resolved_to_the_two_leaders()
    {
        Assert.Equal("Vladimir Putin", Speaker("003", "We have agreed"));
        Assert.Equal("Alexander Lukashenko", Speaker("003", "now the future"));
        Document first = Document("000");
        Assert.All(
            first.Statements.Where(one => Sources("000", one) is ["He"]),
            one => Assert.Equal("Alexander Lukashenko", first.Actors.Actors[one.Speakers[0].Actor].Name));
    }

    [CorpusFact("seeds")]
    public void The_interrupted_quotation_is_one_statement_of_two_contents() =>
        Assert.Equal(2, At("003", Read("003"), "We have agreed", 0).Content.Count);

    [CorpusFact("seeds")]
    public void The_repeated_quotation_is_found_twice_with_one_speaker()
    {
        string text = Text("003");
        Statement[] repeated = [.. Read("003").Where(one => one.Content.Any(span => span.In(text).StartsWith("I maintain working", StringComparison.Ordinal)))];
        Assert.Equal(2, repeated.Length);
        Assert.All(repeated, one => Assert.Equal(["Putin"], Sources("003", one)));
    }

    [CorpusFact("seeds")]
    public void No_statement_comes_from_the_notification_line()
    {
        string text = Text("003");
        int line = text.IndexOf("Turn on notifications", StringComparison.Ordinal), end = text.IndexOf('\n', line);
        Assert.DoesNotContain(Read("003"), one => one.Content.Any(span => span.Overlaps(new TextSpan(line, end))));
    }

    [CorpusFact("seeds")]
    public void Indirect_statements_of_the_first_report_have_their_pronouns_as_sources()
    {
        string text = Text("000");
        string[] cues = [.. Read("000").Where(one => Sources("000", one) is ["He"]).Select(one => one.Cue!.Value.In(text).ToString())];
        Assert.Equal(["highlighted", "explained", "indicated"], cues);
    }

    private static Statement At(string file, IReadOnlyList<Statement> statements, string opening, int skip)
    {
        int at = Text(file).IndexOf(opening, StringComparison.Ordinal) + skip;
        return statements.First(one => one.Content.Any(span => span.Contains(at)));
    }

    private static string[] Sources(string file, Statement statement)
    {
        string text = Text(file);
        return [.. statement.Speakers.Select(speaker => speaker.Span.In(text).ToString())];
    }

    private static string Text(string file) => File.ReadAllText(Directory.GetFiles(Repository.Seeds!, file + "_*.txt").Single());

    private static string Speaker(string file, string opening)
    {
        Document document = Document(file);
        return document.Actors.Actors[At(file, document.Statements, opening, 0).Speakers[0].Actor].Name;
    }

    private static IReadOnlyList<Statement> Read(string file) => Document(file).Statements;

    private static Document Document(string file) =>
        Reader.Load(Reader.DefaultDataDirectory).Read(new Report { Id = file, Text = Text(file), Published = "2022-12-20" });
}

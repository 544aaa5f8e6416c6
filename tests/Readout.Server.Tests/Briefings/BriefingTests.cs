using Readout.Server.Briefings;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Briefings;

public sealed class BriefingTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly FactQuery Drost = new() { Actor = "person/matthias-eluwole-drost" };

    private BriefingWriter Writer => new(server.Store);

    [Fact]
    public void A_reprinted_quotation_is_one_line_with_its_other_wordings()
    {
        Briefing briefing = Writer.Write(Drost, "Drost");
        BriefedFact line = Assert.Single(briefing.Statements, line => line.Fact.Words.Contains("No one is giving up a single mile of sea", StringComparison.Ordinal));
        Assert.True(line.Others.Count >= 3);
        Assert.Contains(line.Others, other => other.Words != line.Fact.Words);
        Assert.All(line.Others, other => Assert.NotEqual(line.Fact.Report.Key, other.Report.Key));
    }

    [Fact]
    public void Reports_of_one_meeting_are_one_line()
    {
        Briefing briefing = Writer.Write(Drost, "Drost");
        BriefedFact[] summit = [.. briefing.Meetings.Where(line => line.Fact is MeetingFact { Time: "2023-12-11", Status: Readout.Events.MeetingStatus.Held })];
        Assert.Single(summit);
        Assert.True(summit[0].Others.Count >= 2);
    }

    [Fact]
    public void Nothing_stands_in_it_that_no_source_supports()
    {
        Briefing briefing = Writer.Write(Drost with { Since = "2023-12", Until = "2023-12" }, "Drost");
        IEnumerable<BriefedFact> lines = briefing.Meetings.Concat(briefing.Statements).Concat(briefing.Commitments);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotNull(server.Store.FindFact(line.Fact.Id)));
        Assert.All(lines, line => Assert.StartsWith("2023-12", line.Fact.Day, StringComparison.Ordinal));
        Assert.Equal(briefing.Considered, lines.Sum(line => 1 + line.Others.Count));
    }

    [Fact]
    public void Markdown_of_a_hostile_report_stays_text()
    {
        string markdown = BriefingMarkdown.Write(Writer.Write(new FactQuery { Words = "alert" }, "alert"), "http://127.0.0.1");
        Assert.Contains("\\<script\\>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", markdown.Replace("\\<script\\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}

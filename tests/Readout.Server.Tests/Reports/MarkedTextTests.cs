using System.Net;
using System.Text.RegularExpressions;
using Readout.Store;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Reports;

public sealed partial class MarkedTextTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_reader_shows_every_character_of_the_text_in_order()
    {
        foreach (ReportReading reading in SampleReadings.All())
        {
            string html = await Page(reading);
            string article = html[html.IndexOf("</p>", html.IndexOf("class=\"origin\"", StringComparison.Ordinal), StringComparison.Ordinal)..html.IndexOf("<p class=\"legend\"", StringComparison.Ordinal)];
            string shown = WebUtility.HtmlDecode(Tag().Replace(Added().Replace(article, ""), ""));
            Assert.Equal(Squeeze(reading.Report.Text), Squeeze(shown));
        }
    }

    [Fact]
    public async Task Every_part_of_every_fact_is_marked_with_its_class()
    {
        foreach (ReportReading reading in SampleReadings.All())
        {
            string html = await Page(reading);
            foreach (Records.StatementRecord statement in reading.Record.Statements)
            {
                Assert.Contains($"id=\"{statement.Id}\"", html, StringComparison.Ordinal);
                Assert.Matches($"class=\"[^\"]*cnt[^\"]*\\b{statement.Id}\\b", html);
                if (statement.Cue is not null)
                {
                    Assert.Matches($"class=\"[^\"]*cue[^\"]*\"[^>]*|{statement.Id}", html);
                }
            }
        }
    }

    [Fact]
    public async Task A_pronoun_shows_whom_it_stands_for()
    {
        string html = await Page(RunningServer.Sample("agreement-update"));
        Assert.Matches(">he</a><span class=\"gloss\"> \\[Yusuf al-Qarrani\\]</span>", html);
    }

    [Fact]
    public async Task Pointing_at_a_part_lights_its_partners_by_style_alone()
    {
        ReportReading reading = RunningServer.Sample("agreement-update");
        string style = await server.Client.GetStringAsync(new Uri($"/reports/{ReportKey.Of(reading.Report.Id)}/partners.css", UriKind.Relative));
        foreach (Records.StatementRecord statement in reading.Record.Statements)
        {
            Assert.Contains($".reader:has(.{statement.Id}:is(:hover", style, StringComparison.Ordinal);
        }
    }

    private Task<string> Page(ReportReading reading) => server.Client.GetStringAsync(new Uri("/reports/" + ReportKey.Of(reading.Report.Id), UriKind.Relative));

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<(span class=\"gloss\"|a class=\"note [^>]*)>[^<]*</(span|a)>")]
    private static partial Regex Added();
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readout.Server.Briefings;
using Readout.Server.Tests.Browser;
using Readout.Server.Tests.Delivering;
using Readout.Store;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Briefings;

public sealed class BriefingDeliveryTests
{
    [BrowserFact]
    public async Task A_briefing_is_printed_as_pdf_with_its_words_and_sources()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        server.AddSamples();
        using HttpResponseMessage answer = await server.Client.GetAsync(new Uri("/briefing.pdf?actor=person/matthias-eluwole-drost", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        byte[] pdf = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(pdf, 0, 5));
        Assert.True(pdf.Length > 20_000, $"{pdf.Length} bytes are no three pages of text");

        // What is printed: the page with its style in it, without what only a screen needs.
        BriefingWriter writer = server.Services.GetRequiredService<BriefingWriter>();
        string html = await server.Services.GetRequiredService<BriefingPdf>().HtmlAsync(writer.Write(new FactQuery { Actor = "person/matthias-eluwole-drost" }, "Drost"));
        Assert.Contains("single mile of sea", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Search the record", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"stylesheet\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_since_the_last_briefing_is_marked_and_chosen_first()
    {
        await using DeskServer server = await DeskServer.StartAsync();
        ReportReading[] samples = [.. SampleReadings.All()];
        foreach (ReportReading old in samples.SkipLast(3))
        {
            server.Store.Add(old);
        }

        string since = server.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        server.Clock.Move(TimeSpan.FromHours(1));
        foreach (ReportReading young in samples.TakeLast(3))
        {
            server.Store.Add(young);
        }

        var writer = new BriefingWriter(server.Store);
        Briefing briefing = writer.Write(new FactQuery(), "All", since);
        HashSet<string> young3 = [.. samples.TakeLast(3).Select(sample => ReportKey.Of(sample.Report.Id))];
        BriefedFact[] lines = [.. briefing.Meetings, .. briefing.Statements, .. briefing.Commitments];
        Assert.Contains(lines, line => line.IsNew);
        Assert.Contains(lines, line => !line.IsNew);
        Assert.All(lines, line => Assert.Equal(line.IsNew, line.Others.Append(line.Fact).All(fact => young3.Contains(fact.Report.Key))));

        // Every new statement is on the sheet, however many older ones weigh more.
        int all = server.Store.Facts(new FactQuery { Types = [Store.Facts.FactType.Statement], Added = since, Limit = 200 }).Items.Count;
        int shown = briefing.Statements.Sum(line => line.Others.Append(line.Fact).Count(fact => young3.Contains(fact.Report.Key)));
        Assert.Equal(all, shown);
        string page = await server.Client.GetStringAsync(new Uri("/briefing?new=" + since, UriKind.Relative));
        Assert.Contains("marked as new", page, StringComparison.Ordinal);
        Assert.Contains("marked as new", await server.Client.GetStringAsync(new Uri("/briefing?new=2024", UriKind.Relative)), StringComparison.Ordinal);
        using HttpResponseMessage wrong = await server.Client.GetAsync(new Uri("/briefing?new=yesterday", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_briefing_comes_by_mail_at_its_hour_with_its_lines()
    {
        using var receiver = new SmtpReceiver();
        await using DeskServer server = await DeskServer.StartAsync(new Server.Delivering.MailSettings { Host = "127.0.0.1", Port = receiver.Port, From = "readout@example.org", UsesTls = false });
        server.Store.Notices.AddDestination(new Destination { Owner = "", Kind = DestinationKind.Email, Address = "eva@example.org" });
        server.Store.Notices.Subscribe("", new SubscriptionDraft { Name = "Drost daily", Kind = SubscriptionKind.Briefing, Query = new FactQuery { Actor = "Drost" }, Every = BriefingPace.Daily, At = 7 * 60 });
        server.Clock.Move(TimeSpan.FromHours(1));
        server.AddSamples();
        await server.RoundAsync(TimeSpan.FromHours(19));
        Assert.Empty(receiver.Taken);
        await server.RoundAsync(TimeSpan.FromHours(2));
        await server.RoundAsync();
        string mail = Assert.Single(receiver.Taken);
        string body = mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        string text = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains("## What was said", text, StringComparison.Ordinal);
        Assert.Contains("**New:**", text, StringComparison.Ordinal);

        string path = text[text.IndexOf("/briefings/", StringComparison.Ordinal)..];
        path = path[..path.IndexOf('\n', StringComparison.Ordinal)];
        Assert.Contains("Drost daily", await server.Client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
    }
}

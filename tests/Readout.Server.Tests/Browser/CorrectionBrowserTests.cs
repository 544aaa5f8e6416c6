using Microsoft.Playwright;
using Readout.Records;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Browser;

/// <summary>A person puts things right in the pages, with and without script.</summary>
public sealed class CorrectionBrowserTests(BrowserServer server) : IClassFixture<BrowserServer>
{
    [BrowserFact]
    public async Task A_correction_made_in_the_page_survives_a_newer_reading_and_is_taken_back()
    {
        StatementFact fact = Statement("\"mile of sea\"");
        IPage page = await server.Page(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync($"{server.Url}/statements/{fact.Id}");
        await page.GetByText("Change who, what or when").ClickAsync();
        await page.Locator("#kind").SelectOptionAsync("threat");
        await page.Locator("#speaker").FillAsync("Oskar Nieminen-Adeyemi");
        await page.Locator("#author").FillAsync("Ruta Hale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the changes" }).ClickAsync();

        await Assertions.Expect(page.Locator(".corrections")).ToContainTextAsync("Kind: threat, not " + RecordNames.Of(fact.Kind));
        await Assertions.Expect(page.Locator(".by")).ToContainTextAsync("Oskar Nieminen-Adeyemi");
        await page.GotoAsync($"{server.Url}/?kind=threat&speaker=Nieminen-Adeyemi");
        await Assertions.Expect(page.Locator(".entry .mended")).ToHaveTextAsync("corrected");

        // A newer engine numbers the statements otherwise and ends each a character earlier.
        ReportReading old = SampleReadings.All().First(reading => ReportKey.Of(reading.Report.Id) == fact.Report.Key);
        StatementRecord[] statements = [.. old.Record.Statements.Reverse().Select((one, i) => one with { Id = $"s{i + 1}", Content = [.. one.Content.Select(Shorter)] })];
        server.Store.Add(old with { Version = new ReadingVersion("newer", "m"), Record = old.Record with { Statements = statements } });
        await page.GotoAsync($"{server.Url}/?kind=threat&speaker=Nieminen-Adeyemi");
        await Assertions.Expect(page.Locator(".entry .words")).ToContainTextAsync("mile of sea");

        await page.GotoAsync($"{server.Url}/corrections");
        await Assertions.Expect(page.Locator(".loose")).ToHaveCountAsync(0);
        while (await page.Locator(".undo button").CountAsync() > 0)
        {
            await page.Locator(".undo button").First.ClickAsync();
        }

        Assert.All(server.Store.Corrections(), correction => Assert.Equal("Ruta Hale", correction.UndoneBy));
        await page.GotoAsync($"{server.Url}/?kind=threat&speaker=Nieminen-Adeyemi");
        await Assertions.Expect(page.Locator(".entry")).ToHaveCountAsync(0);
        Assert.Equal(fact.Speakers[0].Key, Statement("\"mile of sea\"").Speakers[0].Key);
    }

    [BrowserFact]
    public async Task Words_copied_from_the_report_become_the_span()
    {
        StatementFact fact = Statement("annex");
        IPage page = await server.Page();
        await page.GotoAsync($"{server.Url}/statements/{fact.Id}");
        await page.GetByText("Change who, what or when").ClickAsync();
        string words = string.Join(' ', fact.Words.Split(' ').Take(4));
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#author").FillAsync("Ruta Hale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the changes" }).ClickAsync();

        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync(string.Join(' ', fact.Words.Split(' ').Take(6)));
    }

    [BrowserFact]
    public async Task A_meeting_gets_its_people_place_and_state_without_script()
    {
        var fact = (MeetingFact)server.Store.Facts(new FactQuery { Types = [FactType.Meeting], Order = FactOrder.Oldest }).Items[0];
        IPage page = await server.Page(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync($"{server.Url}/meetings/{fact.Id}");
        await page.GetByText("Change who, what or when").ClickAsync();
        await page.Locator("#participants").FillAsync(fact.Participants[0].Name + "\nOskar Nieminen-Adeyemi");
        await page.Locator("#place").FillAsync("Halden");
        await page.Locator("#status").SelectOptionAsync("cancelled");
        await page.Locator("#author").FillAsync("Ruta Hale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the changes" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Oskar Nieminen-Adeyemi");
        await Assertions.Expect(page.Locator(".corrections li")).ToHaveCountAsync(3);
        await page.GotoAsync($"{server.Url}/meetings?place=Halden");
        await page.GotoAsync($"{server.Url}/actors/person/oskar-nieminen-adeyemi");
        await Assertions.Expect(page.Locator(".entry .kind").First).ToContainTextAsync("cancelled, Halden");
        await page.GotoAsync($"{server.Url}/meetings/{fact.Id}");
        while (await page.Locator(".undo button").CountAsync() > 0)
        {
            await page.Locator(".undo button").First.ClickAsync();
        }

        Assert.Equivalent(fact, (MeetingFact)server.Store.Facts(new FactQuery { Types = [FactType.Meeting], Order = FactOrder.Oldest }).Items[0], strict: true);
    }

    [BrowserFact]
    public async Task Words_selected_in_the_reader_become_a_statement_that_was_missed()
    {
        IPage page = await server.Page();
        await page.GotoAsync(server.Reader("three-years-of-fish"));
        await page.EvaluateAsync(
            "() => { const words = [...document.querySelectorAll('.reader .text p')].find(p => p.textContent.includes('like to be hurried')); const all = document.createTreeWalker(words, NodeFilter.SHOW_TEXT); "
            + "while (all.nextNode()) { const at = all.currentNode.data.indexOf('does not like to be hurried'); if (at >= 0) { window.getSelection().setBaseAndExtent(all.currentNode, at, all.currentNode, at + 27); } } }");
        await page.GetByText("Add a statement").ClickAsync();
        await Assertions.Expect(page.Locator("#statement-words")).ToHaveValueAsync("does not like to be hurried");
        await page.Locator("#statement-speaker").FillAsync("Oskar Nieminen-Adeyemi");
        await page.Locator("#statement-kind").SelectOptionAsync("accusation");
        await page.Locator("#statement-author").FillAsync("Ruta Hale");
        await page.Locator("#missed details[open] button").ClickAsync();

        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("does not like to be hurried");
        await Assertions.Expect(page.Locator(".by")).ToContainTextAsync("Oskar Nieminen-Adeyemi");
        await Assertions.Expect(page.Locator(".corrections")).ToContainTextAsync("Added as a missed statement");
        await page.GotoAsync(server.Reader("three-years-of-fish"));
        await Assertions.Expect(page.Locator(".cards .who").Filter(new() { HasText = "Nieminen-Adeyemi" })).ToHaveCountAsync(1);
        await page.GotoAsync($"{server.Url}/search?words=hurried");
        await Assertions.Expect(page.Locator(".entry .mended")).ToHaveTextAsync("added");

        await page.GotoAsync($"{server.Url}/corrections");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Take back correction {server.Store.Corrections().First(one => one is { Field: CorrectionField.Added, UndoneAt: null }).Id}", Exact = true }).ClickAsync();
        await page.GotoAsync($"{server.Url}/search?words=hurried");
        await Assertions.Expect(page.Locator(".entry")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_wording_is_set_apart_and_joined_again()
    {
        Fact fact = server.Store.Facts(new FactQuery { Types = [FactType.Statement], Limit = 200 }).Items.First(one => server.Store.Cluster(one.Id).Count > 2);
        int wordings = server.Store.Cluster(fact.Id).Count;
        IPage page = await server.Page();
        await page.GotoAsync($"{server.Url}/utterances/{fact.Id}");
        await page.GetByText("Not the same?").Last.ClickAsync();
        await page.Locator(".apart input[name=author]").Last.FillAsync("Ruta Hale");
        await page.Locator(".apart button").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".wordings .entry")).ToHaveCountAsync(wordings - 1);

        await page.GotoAsync($"{server.Url}/corrections");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).First.ClickAsync();
        Assert.Equal(wordings, server.Store.Cluster(fact.Id).Count);
    }

    [BrowserFact]
    public async Task Two_actors_are_said_to_be_one()
    {
        (ActorSummary left, ActorSummary right) = (Actor("Drost"), Actor("Okafor"));
        IPage page = await server.Page();
        await page.GotoAsync($"{server.Url}/actors/{right.Key}");
        await page.GetByText("The same as another").ClickAsync();
        await page.Locator("#value").FillAsync(left.Key);
        await page.Locator("#author").FillAsync("Ruta Hale");
        await page.GetByRole(AriaRole.Button, new() { Name = "In all reports" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(left.Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(page.Locator(".correction.undone")).ToHaveCountAsync(1);
        await page.GotoAsync($"{server.Url}/actors/{right.Key}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(right.Name);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["fact"] = Statement("annex").Id, ["do"] = "rejected", ["author"] = "Somebody" });
        HttpResponseMessage answer = await client.PostAsync(new Uri("/corrections", UriKind.Relative), form);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(server.Store.Corrections(), correction => correction is { Author: "Somebody" });
    }

    [AxeFact]
    public async Task Pages_with_corrections_have_no_accessibility_violation_and_fit_a_phone()
    {
        StatementFact fact = Statement("fishing");
        Fact joined = server.Store.Facts(new FactQuery { Types = [FactType.Statement], Limit = 200 }).Items.First(one => server.Store.Cluster(one.Id).Count > 1);
        Fact meeting = server.Store.Facts(new FactQuery { Types = [FactType.Meeting], Limit = 200 }).Items.First(one => server.Store.Cluster(one.Id).Count > 1);
        Fact bound = server.Store.Facts(new FactQuery { Types = [FactType.Commitment], Limit = 200 }).Items.First(one => server.Store.Cluster(one.Id).Count > 1);
        Correction made = server.Store.Correct(new CorrectionDraft { Fact = fact.Id, Field = CorrectionField.Kind, Value = "threat", Author = "Ruta Hale", Note = "she threatens" });
        string[] pages = [$"/statements/{fact.Id}", "/corrections", $"/utterances/{joined.Id}", $"/meetings/{meeting.Id}/history", $"/meetings/{meeting.Id}", $"/commitments/{bound.Id}", $"/reports/{meeting.Report.Key}", $"/commitments/{bound.Id}/history", $"/positions?actor={fact.Speakers[0].Key}", $"/actors/{fact.Speakers[0].Key}"];
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            IPage page = await server.Page(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true, ViewportSize = new ViewportSize { Width = scheme == ColorScheme.Light ? 1200 : 360, Height = 740 } });
            foreach (string path in pages)
            {
                await page.GotoAsync(server.Url + path);
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = AxeFactAttribute.Script! });
                string violations = await page.EvaluateAsync<string>(BrowserServer.Axe);
                Assert.True(violations.Length == 0, $"{path} ({scheme}): {violations}");
                int wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
                Assert.True(wider <= 0, $"{path} is {wider} pixels too wide");
            }
        }

        server.Store.Undo(made.Id, "Ruta Hale");
    }

    private static SpanRecord Shorter(SpanRecord span) => span.Text.Length < 4 ? span : new SpanRecord(span.Start, span.End - 1, span.Text[..^1]);

    private ActorSummary Actor(string name) => server.Store.Actors(new ActorQuery { Name = name }).Items[0];

    private StatementFact Statement(string words) => (StatementFact)server.Store.Facts(new FactQuery { Words = words, Types = [FactType.Statement], Order = FactOrder.Oldest }).Items[0];
}

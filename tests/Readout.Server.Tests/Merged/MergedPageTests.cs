using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Merged;

public sealed class MergedPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task An_utterance_shows_its_wordings_with_what_differs()
    {
        string html = await Page($"/utterances/{Find("\"mile of sea\"", FactType.Statement).Id}");

        Assert.Contains("independent origins", html, StringComparison.Ordinal);
        Assert.Contains("<del>", html, StringComparison.Ordinal);
        Assert.Contains("The Selkow Courier", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_shows_its_history_from_plan_to_outcome()
    {
        Fact meeting = server.Store.Facts(new FactQuery { Types = [FactType.Meeting], Order = FactOrder.Oldest }).Items.First(fact => fact.Time == "2023-12-05");
        string html = await Page($"/meetings/{meeting.Id}/history");

        Assert.InRange(html.IndexOf("planned for 5 December 2023", StringComparison.Ordinal), 0, html.IndexOf("held 11 December 2023", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_shows_its_copies() =>
        Assert.Contains("Copy of the agency MPA", await Page($"/reports/{Find("\"mile of sea\"", FactType.Statement).Report.Key}/copies"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/utterances/8eb030292736-s99")]
    [InlineData("/meetings/none/history")]
    [InlineData("/reports/ffff/copies")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_correction_is_made_and_taken_back_over_the_api()
    {
        string fact = Find("congratulate", FactType.Statement).Id;
        using HttpResponseMessage made = await server.Client.PostAsJsonAsync(new Uri("/api/v1/corrections", UriKind.Relative), new { fact, field = "verdict", value = "accepted", author = "Ruta Hale" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        long number = (long)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!;
        using HttpResponseMessage undone = await server.Client.PostAsJsonAsync(new Uri($"/api/v1/corrections/{number}/undo", UriKind.Relative), new { author = "Ruta Hale" });
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.NotNull(Assert.Single(server.Store.Corrections(fact)).UndoneAt);
    }

    [Fact]
    public async Task A_missed_fact_is_added_over_the_api_and_reaches_search_feed_and_export()
    {
        string report = Find("\"mile of sea\"", FactType.Statement).Report.Key;
        using HttpResponseMessage made = await server.Client.PostAsJsonAsync(
            new Uri("/api/v1/corrections", UriKind.Relative), new { fact = report, field = "added", value = "commitment 0-12", author = "Ruta Hale" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        JsonNode added = JsonNode.Parse(await made.Content.ReadAsStringAsync())!;
        string id = (string)added["fact"]!;
        using HttpResponseMessage set = await server.Client.PostAsJsonAsync(new Uri("/api/v1/corrections", UriKind.Relative), new { fact = id, field = "parties", value = "Oskar Nieminen-Adeyemi", author = "Ruta Hale" });
        Assert.Equal(HttpStatusCode.Created, set.StatusCode);

        const string filter = "?actor=Nieminen-Adeyemi";
        Assert.Contains(id, await Page("/api/v1/facts.jsonl" + filter), StringComparison.Ordinal);
        Assert.Contains(id, await Page("/api/v1/facts.csv" + filter), StringComparison.Ordinal);
        Assert.Contains(id, await Page("/api/v1/feed.atom" + filter), StringComparison.Ordinal);
        Assert.Contains("\"" + id[(id.LastIndexOf('-') + 1)..] + "\"", await Page("/api/v1/reports/" + report), StringComparison.Ordinal);
        using HttpResponseMessage undone = await server.Client.PostAsJsonAsync(new Uri($"/api/v1/corrections/{(long)added["id"]!}/undo", UriKind.Relative), new { author = "Ruta Hale" });
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Null(server.Store.FindFact(id));
    }

    [Fact]
    public async Task A_correction_as_plain_text_or_with_a_wrong_value_is_refused()
    {
        using var plain = new StringContent("{}");
        using HttpResponseMessage form = await server.Client.PostAsync(new Uri("/api/v1/corrections", UriKind.Relative), plain);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        using HttpResponseMessage wrong = await server.Client.PostAsJsonAsync(new Uri("/api/v1/corrections", UriKind.Relative), new { fact = "8eb030292736-s99", field = "verdict", value = "accepted", author = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private Fact Find(string words, FactType type) => server.Store.Facts(new FactQuery { Words = words, Types = [type], Order = FactOrder.Oldest }).Items[0];

    private Task<string> Page(string path) => server.Client.GetStringAsync(new Uri(path, UriKind.Relative));
}

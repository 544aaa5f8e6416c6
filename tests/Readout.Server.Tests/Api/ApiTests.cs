using System.Net;
using System.Text.Json;
using Readout.Store;

namespace Readout.Server.Tests.Api;

public sealed class ApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/api/v1/facts?limit=0", "limit")]
    [InlineData("/api/v1/facts?since=2024-02-31", "since")]
    [InlineData("/api/v1/facts?kind=gossip", "kind")]
    [InlineData("/api/v1/statements?speker=Drost", "speker")]
    [InlineData("/api/v1/facts?words=-a", "words")]
    [InlineData("/api/v1/facts?confidence=2", "confidence")]
    [InlineData("/api/v1/actors?type=dog", "type")]
    [InlineData("/api/v1/reports?cursor=zz", "cursor")]
    public async Task A_bad_request_is_a_problem_that_names_its_field(string path, string field)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await Json(response);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/reports/000000000000")]
    [InlineData("/api/v1/facts/000000000000-s1")]
    [InlineData("/api/v1/actors/person/nobody")]
    public async Task What_is_not_there_is_a_problem_too(string path)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_record_of_a_report_is_the_one_that_was_stored()
    {
        ReportReading sample = RunningServer.Sample("denial");
        JsonElement record = await Get("/api/v1/reports/" + ReportKey.Of(sample.Report.Id));
        Assert.Equal(sample.Report.Text, record.GetProperty("text").GetString());
        Assert.Equal(sample.Record.Statements.Count, record.GetProperty("statements").GetArrayLength());
    }

    [Fact]
    public async Task Bytes_come_back_as_a_download_and_never_as_a_page()
    {
        ReportReading sample = RunningServer.Sample("denial");
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri($"/api/v1/reports/{ReportKey.Of(sample.Report.Id)}/raw", UriKind.Relative));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(sample.Raw.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Spans_of_facts_count_code_points_of_the_text()
    {
        JsonElement facts = (await Get("/api/v1/statements?limit=200")).GetProperty("items");
        Assert.True(facts.GetArrayLength() > 100);
        foreach (JsonElement fact in facts.EnumerateArray())
        {
            JsonElement report = await Get("/api/v1/reports/" + fact.GetProperty("report").GetProperty("key").GetString());
            int[] text = [.. report.GetProperty("text").GetString()!.EnumerateRunes().Select(rune => rune.Value)];
            foreach (JsonElement span in fact.GetProperty("spans").EnumerateArray())
            {
                int start = span.GetProperty("start").GetInt32();
                string covered = string.Concat(text[start..span.GetProperty("end").GetInt32()].Select(char.ConvertFromUtf32));
                Assert.Equal(covered, span.GetProperty("text").GetString());
            }
        }
    }

    [Fact]
    public async Task Cursors_lead_through_everything_once()
    {
        var seen = new HashSet<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement part = await Get($"/api/v1/facts?limit=25&cursor={Uri.EscapeDataString(cursor)}");
            foreach (JsonElement fact in part.GetProperty("items").EnumerateArray())
            {
                Assert.True(seen.Add(fact.GetProperty("id").GetString()!));
            }

            cursor = part.GetProperty("next").GetString();
        }

        StoreStatus status = server.Store.Status();
        Assert.Equal(status.Statements + status.Meetings + status.Commitments, seen.Count);
    }

    [Fact]
    public async Task The_description_names_every_path_and_filter()
    {
        JsonElement document = await Get("/api/v1/openapi.json");
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        string[] paths = [.. document.GetProperty("paths").EnumerateObject().Select(path => path.Name)];
        foreach (string path in (string[])["/api/v1/status", "/api/v1/facts", "/api/v1/facts/{id}", "/api/v1/statements", "/api/v1/meetings", "/api/v1/commitments", "/api/v1/events", "/api/v1/facets", "/api/v1/reports", "/api/v1/reports/{id}", "/api/v1/actors"])
        {
            Assert.Contains(path, paths);
        }

        JsonElement parameters = document.GetProperty("paths").GetProperty("/api/v1/facts").GetProperty("get").GetProperty("parameters");
        Assert.Equal(24, parameters.GetArrayLength());
        Assert.DoesNotContain(paths, path => !path.StartsWith("/api/", StringComparison.Ordinal));
    }

    private async Task<JsonElement> Get(string path)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Json(response);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}

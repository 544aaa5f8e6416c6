using System.Net;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Tests;

public sealed class PageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/", "The record")]
    [InlineData("/meetings", "Meetings")]
    [InlineData("/commitments?asof=2024-03-01", "Due date passed")]
    [InlineData("/actors", "Matthias Eluwole Drost")]
    [InlineData("/actors/person/matthias-eluwole-drost", "Said and done")]
    [InlineData("/actors/person/matthias-eluwole-drost", "Where they met")]
    [InlineData("/actors/person/matthias-eluwole-drost", "Offices, as reported")]
    [InlineData("/pairs?a=person/matthias-eluwole-drost&b=person/ildiko-brandt-okafor", "facts between them")]
    [InlineData("/briefing?actor=person/matthias-eluwole-drost&since=2023-12&until=2023-12", "What was agreed and falls due")]
    [InlineData("/briefing.md?words=annex", "## What was said")]
    [InlineData("/chronology", "each column leads into its ")]
    [InlineData("/chronology?since=2023-12&until=2023-12", "aria-label=\"11 December 2023: ")]
    [InlineData("/chronology?since=2023-12-11&until=2023-12-11&type=meeting", "Earlier: 10 December 2023")]
    [InlineData("/places", "Caldermouth")]
    [InlineData("/places/-/Caldermouth", "Who was here")]
    [InlineData("/outlets", "The Selkow Courier")]
    [InlineData("/outlets/Ostrevar%20Now", "first: Meridian Press Agency")]
    [InlineData("/api/v1/places/-/Caldermouth", "\"meetings\"")]
    [InlineData("/api/v1/outlets", "Strait Review")]
    [InlineData("/api/v1/outlets/Ostrevar%20Now/shared", "Drost")]
    [InlineData("/api/v1/spread?scale=month&type=meeting", "\"step\":\"2023-12\"")]
    [InlineData("/reports", "Maravene denies secret annex to Ansel Bank deal")]
    [InlineData("/search?words=annex", "<mark>annex</mark>")]
    [InlineData("/?speaker=Drost&kind=promise&since=2023-12&until=2023&outlet=Ostrevar+Now", "facts")]
    public async Task A_page_shows_its_part_of_the_record(string path, string expected)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fact_has_a_page_that_shows_its_words_in_its_report()
    {
        foreach (FactType type in (FactType[])[FactType.Statement, FactType.Meeting, FactType.Commitment])
        {
            foreach (Fact fact in server.Store.Facts(new FactQuery { Types = [type], Limit = 200 }).Items)
            {
                string html = await server.Client.GetStringAsync(new Uri($"/{RecordNames.Of(type)}s/{fact.Id}", UriKind.Relative));
                Assert.Contains($"#{fact.Id[(fact.Id.IndexOf('-', StringComparison.Ordinal) + 1)..]}\"", html, StringComparison.Ordinal);
                Assert.Contains("Where it stands", html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Nothing_of_a_report_is_ever_markup()
    {
        string key = server.HostileKey;
        foreach (string path in (string[])["/", "/reports", $"/reports/{key}", $"/statements/{key}-s1", "/actors", "/search?words=alert", $"/search?words={Uri.EscapeDataString(RunningServer.Hostile)}", $"/?outlet={Uri.EscapeDataString(RunningServer.Hostile)}&speaker={Uri.EscapeDataString("\"><script>x")}"])
        {
            string html = await server.Client.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/search?since=zz")]
    [InlineData("/api/v1/status")]
    public async Task Every_answer_carries_the_strict_policy(string path)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/reports/000000000000", HttpStatusCode.NotFound)]
    [InlineData("/statements/zz", HttpStatusCode.NotFound)]
    [InlineData("/actors/person/nobody", HttpStatusCode.NotFound)]
    [InlineData("/search?since=zz", HttpStatusCode.BadRequest)]
    [InlineData("/search?words=-only", HttpStatusCode.BadRequest)]
    [InlineData("/?cursor=zz", HttpStatusCode.BadRequest)]
    [InlineData("/?limit=1000000", HttpStatusCode.BadRequest)]
    [InlineData("/commitments?asof=soon", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_a_page_with_a_sentence(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        string html = await response.Content.ReadAsStringAsync();
        Assert.Contains("<p class=\"lead\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_comes_back_gets_304_until_the_record_changes()
    {
        using HttpResponseMessage first = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/v1/status", HttpStatusCode.OK)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    public async Task Head_is_get_without_a_body(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(expected == HttpStatusCode.OK, response.Headers.ETag is not null);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8585", true)]
    [InlineData("http://localhost:8585", true)]
    [InlineData("http://[::1]:8585", true)]
    [InlineData("http://0.0.0.0:8585", false)]
    [InlineData("http://10.0.0.7:8585", false)]
    public void An_address_is_local_only_where_no_other_machine_reaches_it(string url, bool expected) =>
        Assert.Equal(expected, new ServerOptions { Store = server.Store, Urls = ["http://127.0.0.1:1", url] }.IsOnlyLocal);

    [Fact]
    public async Task Writing_is_refused()
    {
        using HttpResponseMessage response = await server.Client.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task On_loopback_a_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
        request.Headers.Host = "rebound.example";
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task No_page_fetches_from_elsewhere_or_holds_inline_code()
    {
        foreach (string path in (string[])["/", "/meetings", "/commitments", "/actors", "/reports", "/search?words=bank", $"/reports/{server.HostileKey}"])
        {
            string html = await server.Client.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotMatch("<(script|link|img|iframe)[^>]+(src|href)=\"(https?:)?//", html);
            Assert.DoesNotMatch("<[^>]+ (style|onclick|onload)=", html);
            Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Parts_of_the_timeline_lead_from_one_to_the_next()
    {
        string path = "/?limit=50&type=statement";
        int facts = 0;
        int parts = 0;
        while (path.Length > 0)
        {
            string html = WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
            facts += html.Split("<li class=\"entry ").Length - 1;
            parts++;
            int next = html.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal);
            path = next < 0 ? "" : html[(next + 17)..html.IndexOf('"', next + 17)];
        }

        Assert.Equal(server.Store.Status().Statements, facts);
        Assert.True(parts > 2);
    }
}

using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Readout.Store;

namespace Readout.Server.Tests.Exports;

public sealed class ExportTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Csv_has_every_fact_once_under_the_header_that_the_descriptor_describes()
    {
        string csv = await Get("/api/v1/facts.csv");
        List<string[]> rows = Csv(csv);
        StoreStatus status = server.Store.Status();
        Assert.Equal(status.Statements + status.Meetings + status.Commitments, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(row => row[0]).Distinct().Count());

        using JsonDocument package = JsonDocument.Parse(await Get("/api/v1/datapackage.json?speaker=Drost"));
        JsonElement resource = package.RootElement.GetProperty("resources")[0];
        Assert.Equal(rows[0], resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        Assert.EndsWith("/api/v1/facts.csv?speaker=Drost", resource.GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_made_harmless()
    {
        ReportReading sample = RunningServer.Sample("denial");
        Records.StatementRecord first = sample.Record.Statements[0];
        string folder = Directory.CreateTempSubdirectory("readout-csv-").FullName;
        using (Readout.Store.Sqlite.SqliteRecordStore store = Readout.Store.Sqlite.SqliteRecordStore.Open(Path.Combine(folder, "s.db")))
        {
            store.Add(sample with { Record = sample.Record with { Statements = [first with { Content = [first.Content[0] with { Text = "=HYPERLINK(\"http://x\")" }] }] } });
            using var output = new MemoryStream();
            await Readout.Server.Exports.CsvExport.WriteAsync(output, Readout.Server.Exports.FactStream.All(store, new Readout.Store.Queries.FactQuery()));
            List<string[]> rows = Csv(System.Text.Encoding.UTF8.GetString(output.ToArray()));
            int words = Array.IndexOf(rows[0], "words");
            Assert.DoesNotContain(rows, row => row[words].StartsWith('='));
            Assert.Contains(rows, row => row[words].Contains("HYPERLINK", StringComparison.Ordinal));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Json_lines_are_facts_of_the_api()
    {
        string[] lines = (await Get("/api/v1/facts.jsonl?kind=denial")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            using JsonDocument fact = JsonDocument.Parse(line);
            Assert.Equal("denial", fact.RootElement.GetProperty("kind").GetString());
            Assert.Equal("statement", fact.RootElement.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task Quotations_name_the_speaker_and_the_report()
    {
        using JsonDocument read = JsonDocument.Parse(await Get("/api/v1/quotations.jsonld?speaker=Drost"));
        Assert.Equal("https://schema.org", read.RootElement.GetProperty("@context").GetString());
        JsonElement[] quotations = [.. read.RootElement.GetProperty("@graph").EnumerateArray()];
        Assert.NotEmpty(quotations);
        Assert.All(quotations, quotation =>
        {
            Assert.Equal("Quotation", quotation.GetProperty("@type").GetString());
            Assert.Contains(quotation.GetProperty("spokenByCharacter").EnumerateArray(), speaker => speaker.GetProperty("name").GetString()!.Contains("Drost", StringComparison.Ordinal));
            Assert.Equal("NewsArticle", quotation.GetProperty("isPartOf").GetProperty("@type").GetString());
        });
    }

    [Fact]
    public async Task A_timeline_has_dates_as_precise_as_they_are_and_no_markup_of_a_report()
    {
        string json = await Get("/api/v1/timeline.json");
        using JsonDocument read = JsonDocument.Parse(json);
        JsonElement[] events = [.. read.RootElement.GetProperty("events").EnumerateArray()];
        StoreStatus status = server.Store.Status();
        Assert.InRange(events.Length, 1, status.Statements + status.Meetings + status.Commitments);
        Assert.All(events, one => Assert.InRange(one.GetProperty("start_date").GetProperty("year").GetInt32(), 1900, 2100));
        Assert.Contains(events, one => one.GetProperty("start_date").TryGetProperty("day", out _));
        Assert.DoesNotContain("<script>", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_graph_of_speech_joins_actors_that_it_has()
    {
        XNamespace graph = "http://graphml.graphdrawing.org/xmlns";
        XDocument read = XDocument.Parse(await Get("/api/v1/speech.graphml"));
        HashSet<string> nodes = [.. read.Descendants(graph + "node").Select(node => node.Attribute("id")!.Value)];
        XElement[] edges = [.. read.Descendants(graph + "edge")];
        Assert.NotEmpty(edges);
        Assert.All(edges, edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
        Assert.All(edges, edge => Assert.Contains(edge.Elements(graph + "data").First(data => data.Attribute("key")!.Value == "role").Value, (string[])["to", "about"]));
    }

    [Fact]
    public async Task Places_of_meetings_are_points_of_longitude_and_latitude()
    {
        using JsonDocument read = JsonDocument.Parse(await Get("/api/v1/places.geojson?actor=person%2Fmatthias-eluwole-drost"));
        Assert.Equal("FeatureCollection", read.RootElement.GetProperty("type").GetString());
        JsonElement[] features = [.. read.RootElement.GetProperty("features").EnumerateArray()];
        Assert.NotEmpty(features);
        Assert.All(features, feature => Assert.True(feature.GetProperty("properties").GetProperty("meetings").GetInt32() > 0));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri("/api/v1/places.geojson?actor=person%2Fnobody", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Annotations_find_their_quote_at_their_position_in_the_report()
    {
        using JsonDocument page = JsonDocument.Parse(await Get("/api/v1/statements.jsonld"));
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", page.RootElement.GetProperty("@context").GetString());
        JsonElement[] items = [.. page.RootElement.GetProperty("items").EnumerateArray()];
        Assert.Equal(server.Store.Status().Statements, items.Length);
        foreach (JsonElement target in items.SelectMany(item => item.GetProperty("target").EnumerateArray()))
        {
            string key = target.GetProperty("source").GetString()!.Split('/')[^1];
            int[] text = [.. server.Store.FindReport(key)!.Text.EnumerateRunes().Select(rune => rune.Value)];
            JsonElement position = target.GetProperty("selector")[0];
            JsonElement quote = target.GetProperty("selector")[1];
            int start = position.GetProperty("start").GetInt32();
            string exact = quote.GetProperty("exact").GetString()!;
            string prefix = quote.GetProperty("prefix").GetString()!;
            string whole = string.Concat(text.Select(char.ConvertFromUtf32));
            Assert.Equal(exact, string.Concat(text[start..position.GetProperty("end").GetInt32()].Select(char.ConvertFromUtf32)));
            Assert.Contains(prefix + exact + quote.GetProperty("suffix").GetString(), whole, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_search_is_a_feed_in_both_forms()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement feed = XDocument.Parse(await Get("/api/v1/feed.atom?speaker=Drost")).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.All((string[])["title", "id", "updated"], name => Assert.Single(feed.Elements(atom + name)));
        XElement[] entries = [.. feed.Elements(atom + "entry")];
        Assert.Equal(16, entries.Length);
        Assert.All(entries, entry => Assert.All((string[])["title", "id", "updated", "author", "content"], name => Assert.Single(entry.Elements(atom + name))));
        Assert.Equal(entries.Length, entries.Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());

        using JsonDocument json = JsonDocument.Parse(await Get("/api/v1/feed.json?speaker=Drost"));
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(entries.Length, json.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_feed_of_a_hostile_report_is_still_well_formed()
    {
        XDocument feed = XDocument.Parse(await Get("/api/v1/feed.atom?words=alert"));
        Assert.Contains(RunningServer.Hostile, feed.ToString(SaveOptions.DisableFormatting).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_is_cited_in_three_forms()
    {
        string id = ReportKey.Of(RunningServer.Sample("denial").Report.Id) + "-s1";
        Assert.Contains("title = {Maravene denies secret annex to Ansel Bank deal}", await Get($"/api/v1/facts/{id}/citation.bib"), StringComparison.Ordinal);
        string ris = await Get($"/api/v1/facts/{id}/citation.ris");
        Assert.StartsWith("TY  - NEWS\r\n", ris, StringComparison.Ordinal);
        Assert.EndsWith("ER  - \r\n", ris, StringComparison.Ordinal);
        using JsonDocument csl = JsonDocument.Parse(await Get($"/api/v1/facts/{id}/citation.json"));
        Assert.Equal("article-newspaper", csl.RootElement[0].GetProperty("type").GetString());
        Assert.Equal(2023, csl.RootElement[0].GetProperty("issued").GetProperty("date-parts")[0][0].GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/facts.csv?words=-a")]
    [InlineData("/api/v1/facts.jsonl?since=zz")]
    [InlineData("/api/v1/statements.jsonld?kind=gossip")]
    [InlineData("/api/v1/feed.atom?limit=0")]
    public async Task A_bad_search_is_a_problem_before_the_first_byte(string path)
    {
        using HttpResponseMessage response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<string> Get(string path) => server.Client.GetStringAsync(new Uri(path, UriKind.Relative));

    // RFC 4180, read by the book: quoted fields may hold commas, line ends and doubled quotes.
    private static List<string[]> Csv(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }
}

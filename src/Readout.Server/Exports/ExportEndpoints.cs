using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Exports;

/// <summary>Any search as a file or a feed, any fact as a citation.</summary>
internal static class ExportEndpoints
{
    private const int EntriesOfFeed = 50;

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1").ProducesProblem(400);
        api.MapGet("/facts.csv", (HttpContext context, IRecordStore store) => File(context, "text/csv; charset=utf-8", "facts.csv", stream => CsvExport.WriteAsync(stream, Facts(context, store))))
            .WithSummary("All facts of a search as CSV").WithMetadata(new Api.FactParameters());
        api.MapGet("/facts.jsonl", (HttpContext context, IRecordStore store) => File(context, "application/jsonl; charset=utf-8", "facts.jsonl", stream => JsonLinesExport.WriteAsync(stream, Facts(context, store))))
            .WithSummary("All facts of a search as JSON Lines").WithMetadata(new Api.FactParameters());
        api.MapGet("/statements.jsonld", (HttpContext context, IRecordStore store) => File(
            context, "application/ld+json; charset=utf-8", "statements.jsonld", stream => new WebAnnotations(store, Origin(context)).WriteAsync(stream, Statements(context, store))))
            .WithSummary("All statements of a search as W3C Web Annotations").WithMetadata(new Api.FactParameters());
        api.MapGet("/quotations.jsonld", (HttpContext context, IRecordStore store) => File(
            context, "application/ld+json; charset=utf-8", "quotations.jsonld", stream => SchemaOrgQuotations.WriteAsync(stream, Statements(context, store), Origin(context))))
            .WithSummary("All statements of a search as schema.org Quotation").WithMetadata(new Api.FactParameters());
        api.MapGet("/timeline.json", (HttpContext context, IRecordStore store) => File(
            context, "application/json; charset=utf-8", "timeline.json", stream => TimelineJson.WriteAsync(stream, Facts(context, store), Origin(context))))
            .WithSummary("All dated facts of a search for TimelineJS").WithMetadata(new Api.FactParameters());
        api.MapGet("/speech.graphml", (HttpContext context, IRecordStore store) => File(context, "application/graphml+xml; charset=utf-8", "speech.graphml", async stream =>
        {
            using var graph = new MemoryStream();
            SpeechGraph.Write(graph, Statements(context, store), Origin(context));
            await stream.WriteAsync(graph.GetBuffer().AsMemory(0, (int)graph.Length));
        })).WithSummary("Who speaks to and about whom in a search, as GraphML").WithMetadata(new Api.FactParameters());
        api.MapGet("/places.geojson", IResult (string actor, IRecordStore store) => store.FindActor(actor) is null
            ? new FailureResult()
            : TypedResults.Text(PlacesGeoJson.Of(store.MeetingPlaces(actor)).ToJsonString(), "application/geo+json"))
            .WithSummary("The places where an actor met others, as GeoJSON");
        api.MapGet("/datapackage.json", (HttpContext context) => TypedResults.Ok(DataPackage.Of(Origin(context) + FactQueryString.Url("/api/v1/facts.csv", FactQueryString.Read(context.Request.Query, strict: true)))))
            .WithSummary("Descriptor of the CSV file (Frictionless Data Package)").WithMetadata(new Api.FactParameters());
        api.MapGet("/feed.atom", (HttpContext context, IRecordStore store) => Feed(context, store, Feeds.Atom, "application/atom+xml; charset=utf-8"))
            .WithSummary("A search as an Atom feed").WithMetadata(new Api.FactParameters());
        api.MapGet("/feed.json", (HttpContext context, IRecordStore store) => Feed(context, store, Feeds.JsonFeed, "application/feed+json; charset=utf-8"))
            .WithSummary("A search as a JSON Feed").WithMetadata(new Api.FactParameters());
        MapCitations(api);
    }

    private static void MapCitations(RouteGroupBuilder api)
    {
        (string Path, string Type, Func<Fact, string, string> Write)[] formats =
        [
            ("citation.bib", "application/x-bibtex", Citation.BibTeX), ("citation.ris", "application/x-research-info-systems", Citation.Ris), ("citation.json", "application/vnd.citationstyles.csl+json", Citation.CslJson),
        ];
        foreach ((string path, string type, Func<Fact, string, string> write) in formats)
        {
            api.MapGet("/facts/{id}/" + path, IResult (string id, HttpContext context, IRecordStore store) => store.FindFact(id) is { } fact
                ? TypedResults.File(Encoding.UTF8.GetBytes(write(fact, Origin(context))), type + "; charset=utf-8", fact.Id + Path.GetExtension(path))
                : new FailureResult()).WithSummary("A fact's report as " + type);
        }
    }

    private static PushStreamHttpResult File(HttpContext context, string type, string name, Func<Stream, Task> write)
    {
        // A query that cannot be understood must fail before the first byte of the answer.
        IRecordStore store = context.RequestServices.GetRequiredService<IRecordStore>();
        store.Facts(FactQueryString.Read(context.Request.Query, strict: true) with { Limit = 1 });
        return TypedResults.Stream(write, type, name);
    }

    private static IEnumerable<StatementFact> Statements(HttpContext context, IRecordStore store) => Facts(context, store, FactType.Statement).OfType<StatementFact>();

    private static IEnumerable<Fact> Facts(HttpContext context, IRecordStore store, FactType? type = null)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query, strict: true);
        return FactStream.All(store, type is { } only ? query with { Types = [only] } : query);
    }

    private static FileContentHttpResult Feed(HttpContext context, IRecordStore store, Func<FeedHeader, IReadOnlyList<FeedEntry>, byte[]> write, string type)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query, strict: true) with { Limit = EntriesOfFeed, Order = FactOrder.Newest, Cursor = null };
        FactQuery shown = query with { Limit = FactQuery.DefaultLimit };
        string origin = Origin(context);
        string narrowed = FactQueryString.Url("", shown).TrimStart('?');
        var header = new FeedHeader(
            narrowed.Length == 0 ? "Readout" : "Readout: " + Uri.UnescapeDataString(narrowed).Replace('&', ' '), origin, origin + FactQueryString.Url(context.Request.Path, shown), origin + FactQueryString.Url("/", shown));
        return TypedResults.Bytes(write(header, [.. store.Facts(query).Items.Select(fact => FeedEntry.Of(origin, fact))]), type);
    }

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}

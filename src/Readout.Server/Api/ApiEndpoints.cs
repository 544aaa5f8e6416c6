using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Readout.Actors;
using Readout.Records;
using Readout.Server.Http;
using Readout.Server.Outlets;
using Readout.Server.Places;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Api;

/// <summary>All that the pages show, as JSON under /api/v1, described by OpenAPI.</summary>
internal static class ApiEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => StoreJson.Apply(json.SerializerOptions));
        services.AddOpenApi("v1", openApi =>
        {
            openApi.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            openApi.AddDocumentTransformer((document, _, _) => Describe(document)).AddOperationTransformer(FactParameters.Describe);
        });
    }

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        RouteGroupBuilder api = app.MapGroup("/api/v1").ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/status", (RevisionCache cache) => TypedResults.Ok(cache.Status())).WithSummary("What the store holds");
        MapFacts(api);
        MapReports(api);
        MapActors(api);
        MapPlaces(api);
        app.Map("/api/{**rest}", Failures.NotFound).ExcludeFromDescription();
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info.Title = "Readout";
        document.Info.Version = "1";
        document.Info.Description = "The public record: who met whom, who said what to whom, what was promised, each fact with the words that support it. Reading only.";

        // The address is whichever the reader came by.
        document.Servers?.Clear();
        return Task.CompletedTask;
    }

    private static void MapFacts(RouteGroupBuilder api)
    {
        (string Path, FactType? Type, string Summary)[] lists =
        [
            ("/facts", null, "Statements, meetings and commitments"), ("/statements", FactType.Statement, "Who said what to whom"), ("/meetings", FactType.Meeting, "Who met whom"),
            ("/commitments", FactType.Commitment, "What was agreed, promised and announced"), ("/events", FactType.Event, "Who did what to whom, coded in PLOVER"),
        ];
        foreach ((string path, FactType? type, string summary) in lists)
        {
            api.MapGet(path, (HttpContext context, IRecordStore store) => TypedResults.Ok(store.Facts(Query(context, type)))).WithSummary(summary).WithMetadata(new FactParameters());
        }

        api.MapGet("/facts/{id}", IResult (string id, IRecordStore store) => store.FindFact(id) is { } fact ? TypedResults.Ok(fact) : new FailureResult())
            .WithSummary("One fact with its spans").Produces<Fact>();
        api.MapGet("/spread", (string? scale, HttpContext context, RevisionCache cache) => TypedResults.Ok(cache.Spread(
                FactQueryString.Read(context.Request.Query), RecordNames.Find<TimeScale>(scale ?? "year") ?? throw new QueryException("scale", $"'{scale}' is no scale; there are {string.Join(", ", RecordNames.All<TimeScale>())}"))))
            .WithSummary("How many facts fall into each decade, year, month or day").WithMetadata(new FactParameters("scale"));
        api.MapGet("/facets", (HttpContext context, RevisionCache cache) => TypedResults.Ok(cache.Facets(Query(context, null))))
            .WithSummary("How facts are spread over types, kinds, speakers, outlets and months").WithMetadata(new FactParameters());
    }

    private static void MapReports(RouteGroupBuilder api)
    {
        api.MapGet("/reports", (string? words, string? outlet, string? actor, string? since, string? until, string? cursor, HttpContext context, IRecordStore store) => TypedResults.Ok(store.Reports(new ReportQuery
        {
            Words = words,
            Outlet = outlet,
            Actor = actor,
            Since = since,
            Until = until,
            Cursor = cursor,
            Limit = FactQueryString.Limit(context.Request.Query),
        }))).WithSummary("Reports, latest first");
        api.MapGet("/reports/{id}", IResult (string id, IRecordStore store) => store.FindReport(id) is { } report
            ? TypedResults.Bytes(RecordJson.WriteUtf8(report.Record with { Text = report.Text }), "application/json; charset=utf-8")
            : new FailureResult()).WithSummary("The record of one report with its text, as `readout extract --text` writes it").Produces<ReportRecord>();
        api.MapGet("/reports/{id}/raw", IResult (string id, HttpContext context, IRecordStore store) => Raw(id, store))
            .WithSummary("The bytes of a report as they came").Produces(200, contentType: "application/octet-stream");
    }

    // Never shown by the browser: the bytes are whatever somebody published.
    private static IResult Raw(string id, IRecordStore store) => store.FindReport(id) is { } report && store.FindRaw(id) is { } bytes
        ? TypedResults.Bytes(bytes, "application/octet-stream", report.Summary.Key + ".bin")
        : new FailureResult();

    private static void MapActors(RouteGroupBuilder api)
    {
        api.MapGet("/actors", (string? name, string? type, string? cursor, HttpContext context, IRecordStore store) => TypedResults.Ok(store.Actors(new ActorQuery
        {
            Name = name,
            Type = string.IsNullOrEmpty(type)
                ? null
                : RecordNames.Find<ActorType>(type) ?? throw new QueryException("type", $"'{type}' is no type; there are {string.Join(", ", RecordNames.All<ActorType>())}"),
            Cursor = cursor,
            Limit = FactQueryString.Limit(context.Request.Query),
        }))).WithSummary("People, states and organizations, those with most facts first");
        api.MapGet("/actors/{**key}", IResult (string key, IRecordStore store) =>
            store.FindActor(key) is { } actor ? TypedResults.Ok(actor) : new FailureResult()).WithSummary("One actor across reports").Produces<ActorSummary>();
    }

    private static void MapPlaces(RouteGroupBuilder api)
    {
        api.MapGet("/places", (RevisionCache cache) => TypedResults.Ok(cache.Places(PlaceEndpoints.MostPlaces))).WithSummary("Places of meetings and events, those with most accounts first");
        api.MapGet("/places/{country}/{**name}", IResult (string country, string name, IRecordStore store) =>
            store.FindPlace(country + "/" + name) is { } place ? TypedResults.Ok(place) : new FailureResult()).WithSummary("One place").Produces<PlaceSummary>();
        api.MapGet("/outlets", (RevisionCache cache) => TypedResults.Ok(cache.Outlets())).WithSummary("Outlets, those with most reports first");
        api.MapGet("/outlets/{name}/shared", (string name, RevisionCache cache) => TypedResults.Ok(cache.Shared(name, OutletEndpoints.MostShared)))
            .WithSummary("The latest statements of an outlet that others have as well");
    }

    private static FactQuery Query(HttpContext context, FactType? type)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query, strict: true) with { WithSpans = true };
        return type is { } only ? query with { Types = [only] } : query;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Timeline;

/// <summary>The timeline, the meetings and the search: one page with other defaults.</summary>
internal static class TimelineEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context, IRecordStore store, RevisionCache cache) => Show(context, (store, cache), new View("/", "The record", "Timeline", null)));
        app.MapGet("/meetings", (HttpContext context, IRecordStore store, RevisionCache cache) => Show(context, (store, cache), new View("/meetings", "Meetings", "Meetings", FactType.Meeting)));
        app.MapGet("/search", (HttpContext context, IRecordStore store, RevisionCache cache) => Show(context, (store, cache), new View("/search", "Search", null, null)));
    }

    private static RazorComponentResult<TimelinePage> Show(HttpContext context, (IRecordStore Store, RevisionCache Cache) from, View view)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query);

        // Whoever searches words without an order wants the best first.
        if (view.Path == "/search" && query.Words is not null && FactQueryString.Value(context.Request.Query, "order") is null)
        {
            query = query with { Order = FactOrder.Relevance };
        }

        FactQuery asked = view.Type is { } type ? query with { Types = [type] } : query;
        var model = new TimelineModel
        {
            Path = view.Path,
            Heading = view.Heading,
            Section = view.Section,
            Query = query,
            Facts = from.Store.Facts(asked),
            Facets = from.Cache.Facets(asked),
            Status = from.Cache.Status(),
        };
        return new RazorComponentResult<TimelinePage>(new { Model = model });
    }

    private sealed record View(string Path, string Heading, string? Section, FactType? Type);
}

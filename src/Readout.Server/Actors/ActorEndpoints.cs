using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Actors;
using Readout.Server.Corrections;
using Readout.Server.Http;
using Readout.Server.Maps;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Actors;

/// <summary>The index of actors and the page of each.</summary>
internal static class ActorEndpoints
{
    private const int RowsOfIndex = 100;
    private const int MostReports = 50;

    public static void Map(WebApplication app)
    {
        app.MapGet("/actors", (HttpContext context, RevisionCache cache) => List(context, cache));
        app.MapGet("/actors/{**key}", (string key, HttpContext context, IRecordStore store, RevisionCache cache) => Show(key, context, (store, cache)));
    }

    private static RazorComponentResult<ActorsPage> List(HttpContext context, RevisionCache cache)
    {
        var query = new ActorQuery
        {
            Name = FactQueryString.Value(context.Request.Query, "name"),
            Type = RecordNames.Find<ActorType>(FactQueryString.Value(context.Request.Query, "type")),
            Cursor = FactQueryString.Value(context.Request.Query, "cursor"),
            Limit = RowsOfIndex,
        };
        return new RazorComponentResult<ActorsPage>(new { Query = query, Actors = cache.Actors(query) });
    }

    private static IResult Show(string key, HttpContext context, (IRecordStore Store, RevisionCache Cache) from)
    {
        IRecordStore store = from.Store;
        if (from.Cache.Actor(key) is not { } actor)
        {
            return new FailureResult();
        }

        FactQuery query = FactQueryString.Read(context.Request.Query) with { Actor = key };
        var own = new FactQuery { Actor = key, Limit = 5 };
        var model = new ActorModel
        {
            Actor = actor,
            Query = query,
            Facts = store.Facts(query),
            Facets = from.Cache.Facets(query),
            Meetings = store.Facts(own with { Types = [FactType.Meeting] }).Items,
            Commitments = store.Facts(own with { Types = [FactType.Commitment] }).Items,
            About = store.Facts(new FactQuery { About = key, Types = [FactType.Statement], Limit = 5 }).Items,
            Others = from.Cache.Partners(key, 12),
            Corrections = store.Corrections(key),
            Namesakes = from.Cache.Get("namesakes " + key, () => Namesakes(store, actor)),
            Reports = store.Reports(new ReportQuery { Actor = key, Limit = MostReports }).Items,
            Author = CorrectionAuthor.Of(context),
            Offices = from.Cache.Get("offices " + key, () => store.Offices(key)),
            Map = MeetingMap.Of(from.Cache.MeetingPlaces(key)),
        };
        return new RazorComponentResult<ActorPage>(new { Model = model });
    }

    // Two spellings of one person mostly share the last name.
    private static ActorSummary[] Namesakes(IRecordStore store, ActorSummary actor)
    {
        string? last = ActorIdentity.Fold(actor.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return last is null ? [] : [.. store.Actors(new ActorQuery { Name = last, Limit = 30 }).Items.Where(other => other.Key != actor.Key)];
    }
}

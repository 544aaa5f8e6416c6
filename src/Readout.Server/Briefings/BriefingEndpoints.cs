using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Briefings;

/// <summary>A briefing by the filters of a search, as a page and as Markdown.</summary>
internal static class BriefingEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/briefing", (HttpContext context, IRecordStore store, BriefingWriter writer) => new RazorComponentResult<BriefingPage>(new { Model = Read(context, store, writer) }));
        app.MapGet("/briefing.md", (HttpContext context, IRecordStore store, BriefingWriter writer) => TypedResults.File(
            Encoding.UTF8.GetBytes(BriefingMarkdown.Write(Read(context, store, writer), $"{context.Request.Scheme}://{context.Request.Host}")), "text/markdown; charset=utf-8", "briefing.md"));
    }

    private static Briefing Read(HttpContext context, IRecordStore store, BriefingWriter writer)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query);
        return writer.Write(query, Title(store, query));
    }

    private static string Title(IRecordStore store, FactQuery query)
    {
        string?[] names = [Name(store, query.Actor ?? query.Speaker), Name(store, query.With), query.Words is null ? null : $"\u201C{query.Words}\u201D"];
        string about = string.Join(" and ", names.Where(name => name is not null));
        string period = Days.Period(query.Since, query.Until);
        return (about.Length == 0 ? "The record" : about) + (period.Length == 0 ? "" : ", " + period);
    }

    private static string? Name(IRecordStore store, string? actor) => actor is null ? null : store.FindActor(actor)?.Name ?? actor;
}

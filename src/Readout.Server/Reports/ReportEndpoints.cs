using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Corrections;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Reports;

/// <summary>The list of reports, the reader, and the style that lights partners in it.</summary>
internal static class ReportEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/reports", (HttpContext context, IRecordStore store, RevisionCache cache) => List(context, store, cache));
        app.MapGet("/reports/{id}", (string id, HttpContext context, IRecordStore store) => Show(id, context, store));
        app.MapGet("/reports/{id}/partners.css", (string id, IRecordStore store) => store.FindReport(id) is { } report
            ? TypedResults.Text(PartnerStyle.Of(report.Record), "text/css; charset=utf-8")
            : (IResult)new FailureResult());
    }

    private static RazorComponentResult<ReportsPage> List(HttpContext context, IRecordStore store, RevisionCache cache)
    {
        IQueryCollection values = context.Request.Query;
        var query = new ReportQuery
        {
            Words = FactQueryString.Value(values, "words"),
            Outlet = FactQueryString.Value(values, "outlet"),
            Actor = FactQueryString.Value(values, "actor"),
            Since = FactQueryString.Value(values, "since"),
            Until = FactQueryString.Value(values, "until"),
            Cursor = FactQueryString.Value(values, "cursor"),
        };
        return new RazorComponentResult<ReportsPage>(new { Query = query, Reports = store.Reports(query), Status = cache.Status() });
    }

    private static IResult Show(string id, HttpContext context, IRecordStore store) =>
        store.FindReport(id) is { } report ? new RazorComponentResult<ReportPage>(new { Report = report, Author = CorrectionAuthor.Of(context) }) : new FailureResult();
}

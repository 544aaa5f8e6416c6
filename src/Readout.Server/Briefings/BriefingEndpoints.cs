using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Accounts;
using Readout.Server.Http;
using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Briefings;

/// <summary>A briefing by the filters of a search, as a page, as Markdown, as PDF, and as it was sent to a follower.</summary>
internal static class BriefingEndpoints
{
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // A year, month or day is its first moment, as in every other field of a time.
    private static readonly string[] Prefixes = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static void Map(WebApplication app)
    {
        app.MapGet("/briefing", (HttpContext context, IRecordStore store, BriefingWriter writer, PdfPrinter printer, RevisionCache cache) => Page(Read(context, (store, cache), writer), printer));
        app.MapGet("/briefing.md", (HttpContext context, IRecordStore store, BriefingWriter writer, Origin origin, RevisionCache cache) => TypedResults.File(
            Encoding.UTF8.GetBytes(BriefingMarkdown.Write(Read(context, (store, cache), writer), origin.Url)), "text/markdown; charset=utf-8", "briefing.md"));
        app.MapGet("/briefing.pdf", (HttpContext context, IRecordStore store, BriefingWriter writer, BriefingPdf pdf, RevisionCache cache) => pdf.WriteAsync(Read(context, (store, cache), writer), context.RequestAborted));
        app.MapGet("/briefings/{id:long}", IResult (long id, HttpContext context, IRecordStore store, BriefingWriter writer, PdfPrinter printer) =>
            store.Notices.Subscriptions(Visitor.Of(context).Name).FirstOrDefault(one => one.Id == id && one.Kind == SubscriptionKind.Briefing) is { } followed
                ? Page(writer.Write(followed.Query, followed.Name, NewSince(context) ?? followed.LastAt?.ToString(Second, CultureInfo.InvariantCulture)), printer)
                : new FailureResult());
    }

    private static RazorComponentResult<BriefingPage> Page(Briefing briefing, PdfPrinter printer) => new(new { Model = briefing, HasPdf = printer.IsAvailable });

    private static Briefing Read(HttpContext context, (IRecordStore Store, RevisionCache Cache) from, BriefingWriter writer)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query);
        string? newSince = NewSince(context);
        return from.Cache.Get(FactQueryString.Url("briefing " + newSince, query), () => writer.Write(query, Title(from.Store, query), newSince));
    }

    private static string? NewSince(HttpContext context)
    {
        if (FactQueryString.Value(context.Request.Query, "new") is not { } typed)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, Prefixes, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first))
        {
            return first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        }

        return DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment.ToString(Second, CultureInfo.InvariantCulture)
            : throw new QueryException("new", $"'{typed}' is no moment; write one such as 2024-03-12");
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

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Corrections;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Merged;

/// <summary>What several reports tell of one thing: an utterance in its wordings, a meeting's history, a commitment or event report by report, the copies of a report.</summary>
internal static class MergedEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/utterances/{id}", (string id, HttpContext context, IRecordStore store) => Utterance(id, context, store));
        app.MapGet("/meetings/{id}/history", (string id, HttpContext context, IRecordStore store) => History(id, context, store));
        app.MapGet("/commitments/{id}/history", (string id, HttpContext context, IRecordStore store) => Accounts<CommitmentFact>(id, context, store));
        app.MapGet("/events/{id}/history", (string id, HttpContext context, IRecordStore store) => Accounts<EventFact>(id, context, store));
        app.MapGet("/reports/{id}/copies", (string id, IRecordStore store) => Copies(id, store));
        app.MapGet("/api/v1/facts/{id}/cluster", (string id, IRecordStore store) =>
            store.Cluster(id) is { Count: > 0 } facts ? Results.Json(facts, StoreJson.Options) : new FailureResult());
        app.MapGet("/api/v1/reports/{id}/copies", (string id, IRecordStore store) =>
            store.Copies(id) is { Count: > 0 } copies ? Results.Json(copies, StoreJson.Options) : new FailureResult());
    }

    private static IResult Utterance(string id, HttpContext context, IRecordStore store)
    {
        StatementFact[] wordings = [.. store.Cluster(id).OfType<StatementFact>()];
        return wordings.Length == 0 ? new FailureResult() : new RazorComponentResult<UtterancePage>(new { Wordings = wordings, Origins = Origins(store, wordings), Author = CorrectionAuthor.Of(context) });
    }

    private static IResult History(string id, HttpContext context, IRecordStore store)
    {
        MeetingFact[] accounts = [.. store.Cluster(id).OfType<MeetingFact>()];
        return accounts.Length == 0 ? new FailureResult() : new RazorComponentResult<MeetingHistoryPage>(new { Model = MeetingHistoryModel.Of(accounts), Author = CorrectionAuthor.Of(context) });
    }

    private static IResult Accounts<T>(string id, HttpContext context, IRecordStore store)
        where T : Fact
    {
        Fact[] facts = [.. store.Cluster(id).OfType<T>()];
        return facts.Length == 0 ? new FailureResult() : new RazorComponentResult<AccountsPage>(new { Facts = facts, Author = CorrectionAuthor.Of(context) });
    }

    private static IResult Copies(string id, IRecordStore store)
    {
        IReadOnlyList<ReportCopy> copies = store.Copies(id);
        return copies.Count == 0 ? new FailureResult() : new RazorComponentResult<CopiesPage>(new { Copies = copies });
    }

    // A wording in a reprint is no second source.
    private static int Origins(IRecordStore store, IReadOnlyList<Fact> facts) =>
        facts.Select(fact => fact.Report.Key).Distinct().Select(key => store.Copies(key) is [{ } first, ..] ? first.Report.Key : key).Distinct().Count();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Facts;

/// <summary>The page of each fact.</summary>
internal static class FactEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/statements/{id}", (string id, IRecordStore store, Wordings wordings) => Show(id, store, wordings));
        app.MapGet("/meetings/{id}", (string id, IRecordStore store, Wordings wordings) => Show(id, store, wordings));
        app.MapGet("/commitments/{id}", (string id, IRecordStore store, Wordings wordings) => Show(id, store, wordings));
        app.MapGet("/events/{id}", (string id, IRecordStore store, Wordings wordings) => Show(id, store, wordings));
    }

    private static IResult Show(string id, IRecordStore store, Wordings wordings)
    {
        if (store.FindFact(id) is not { } fact || store.FindReport(fact.Report.Key) is not { } report)
        {
            return new FailureResult();
        }

        var model = new FactModel { Fact = fact, Report = report, Related = Related(store, fact, wordings), Accounts = store.Cluster(id).Count };
        return new RazorComponentResult<FactPage>(new { Model = model });
    }

    // Other reports of the same meeting or commitment have the same actors on the same days; wordings of a statement share its words.
    private static IReadOnlyList<Fact> Related(IRecordStore store, Fact fact, Wordings wordings) => fact switch
    {
        StatementFact statement => wordings.Find(statement),
        MeetingFact { Participants: [{ Key: { } first }, { Key: { } second }, ..] } => Others(store, fact, new FactQuery { Actor = first, With = second, Types = [FactType.Meeting] }),
        CommitmentFact { Parties: [{ Key: { } party }, ..] } => Others(store, fact, new FactQuery { Actor = party, Types = [FactType.Commitment] }),
        _ => [],
    };

    private static Fact[] Others(IRecordStore store, Fact fact, FactQuery query) =>
        [.. store.Facts(query with { Limit = 12 }).Items.Where(other => other.Id != fact.Id)];
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Commitments;

/// <summary>The board of commitments.</summary>
internal static class CommitmentEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/commitments", (HttpContext context, IRecordStore store, TimeProvider clock) => Show(context, store, clock));

    private static RazorComponentResult<BoardPage> Show(HttpContext context, IRecordStore store, TimeProvider clock)
    {
        FactQuery query = FactQueryString.Read(context.Request.Query) with { Types = [FactType.Commitment], Limit = FactQuery.MaximumLimit };
        string? typed = FactQueryString.Value(context.Request.Query, "asof");
        DateOnly asOf = RevisionTag.Today(clock);
        if (typed is not null && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asOf))
        {
            throw new QueryException("asof", $"'{typed}' is no day; write one such as 2024-06-30");
        }

        Page<Fact> page = store.Facts(query);
        var model = new BoardModel { Query = query with { Types = [], Limit = FactQuery.DefaultLimit }, AsOf = asOf, Columns = Board.Sort(page.Items.OfType<CommitmentFact>(), asOf), Next = page.Next };
        return new RazorComponentResult<BoardPage>(new { Model = model });
    }
}

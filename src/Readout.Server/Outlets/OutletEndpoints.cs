using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Outlets;

/// <summary>The index of outlets and the page of each.</summary>
internal static class OutletEndpoints
{
    /// <summary>Most shared utterances of a page.</summary>
    public const int MostShared = 12;

    private const int MostReports = 20;

    public static void Map(WebApplication app)
    {
        app.MapGet("/outlets", (RevisionCache cache) => new RazorComponentResult<OutletsPage>(new { Outlets = cache.Outlets() }));
        app.MapGet("/outlets/{**name}", (string name, IRecordStore store, RevisionCache cache) => Show(name, store, cache));
    }

    private static IResult Show(string name, IRecordStore store, RevisionCache cache)
    {
        if (cache.Outlets().FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } outlet)
        {
            return new FailureResult();
        }

        return new RazorComponentResult<OutletPage>(new
        {
            Model = new OutletModel
            {
                Outlet = outlet,
                Reports = store.Reports(new ReportQuery { Outlet = outlet.Name, Limit = MostReports }).Items,
                Facets = cache.Facets(new FactQuery { Outlet = outlet.Name }),
                Shared = [.. cache.Shared(outlet.Name, MostShared).Select(fact => Shared(fact, store.Cluster(fact.Id), outlet.Name))],
            },
        });
    }

    private static SharedUtterance Shared(Fact fact, IReadOnlyList<Fact> wordings, string outlet) => new(
        fact, wordings[0].Report, [.. wordings.Select(wording => wording.Report.Outlet).OfType<string>().Where(other => other != outlet).Distinct(StringComparer.Ordinal)]);
}

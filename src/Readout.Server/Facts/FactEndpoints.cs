using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Corrections;
using Readout.Server.Exports;
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
        app.MapGet("/statements/{id}", (string id, HttpContext context, IRecordStore store) => Show(id, context, store));
        app.MapGet("/meetings/{id}", (string id, HttpContext context, IRecordStore store) => Show(id, context, store));
        app.MapGet("/commitments/{id}", (string id, HttpContext context, IRecordStore store) => Show(id, context, store));
        app.MapGet("/events/{id}", (string id, HttpContext context, IRecordStore store) => Show(id, context, store));
    }

    private static IResult Show(string id, HttpContext context, IRecordStore store)
    {
        if (store.FindFact(id) is not { } fact || store.FindReport(fact.Report.Key) is not { } report)
        {
            return new FailureResult();
        }

        IReadOnlyList<Fact> cluster = store.Cluster(id);
        var correction = new CorrectionModel
        {
            Fact = fact,
            Corrections = store.Corrections(id),
            Actors = [.. report.Record.Actors.Select(actor => actor.Name).Distinct().Order(StringComparer.Ordinal)],
            Candidates = Candidates(store, fact, cluster),
            IsJoined = cluster.Count > 1,
            Author = CorrectionAuthor.Of(context),
        };
        var model = new FactModel { Fact = fact, Report = report, Related = Related(store, fact, cluster), Accounts = cluster.Count, Correction = correction };
        return new RazorComponentResult<FactPage>(new { Model = model });
    }

    // Other reports of the same meeting or commitment have the same actors on the same days; wordings of a statement are those that the store joined.
    private static Fact[] Related(IRecordStore store, Fact fact, IReadOnlyList<Fact> cluster) => fact switch
    {
        StatementFact => [.. cluster.Where(other => other.Report.Key != fact.Report.Key)],
        MeetingFact { Participants: [{ Key: { } first }, { Key: { } second }, ..] } => Others(store, fact, new FactQuery { Actor = first, With = second, Types = [FactType.Meeting] }),
        CommitmentFact { Parties: [{ Key: { } party }, ..] } => Others(store, fact, new FactQuery { Actor = party, Types = [FactType.Commitment] }),
        _ => [],
    };

    // What could be the same is of the same type, shares an actor and is near in time.
    private static Fact[] Candidates(IRecordStore store, Fact fact, IReadOnlyList<Fact> cluster)
    {
        const int days = 30;
        const int most = 40;
        HashSet<string> joined = [.. cluster.Select(other => other.Id), fact.Id];
        string? actor = FactColumns.Actors(fact).Select(link => link.Key).FirstOrDefault(key => key is not null);
        var query = new FactQuery { Types = [Enum.Parse<FactType>(FactColumns.Type(fact), ignoreCase: true)], Actor = actor, Limit = most };
        if (DateOnly.TryParseExact(fact.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            query = query with { Since = Iso(day.AddDays(-days)), Until = Iso(day.AddDays(days)) };
        }

        return [.. store.Facts(query).Items.Where(other => !joined.Contains(other.Id))];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Fact[] Others(IRecordStore store, Fact fact, FactQuery query) =>
        [.. store.Facts(query with { Limit = 12 }).Items.Where(other => other.Id != fact.Id)];
}

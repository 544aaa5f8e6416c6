using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Merging;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Positions;

/// <summary>What an actor, and others of it, said on each subject over time.</summary>
internal static class PositionEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/positions", (string? actor, IRecordStore store, PositionFinder finder) => Find(actor, store, finder) is { } model
            ? new RazorComponentResult<PositionsPage>(new { Model = model })
            : (IResult)new FailureResult());
        app.MapGet("/api/v1/positions", (string? actor, IRecordStore store, PositionFinder finder) => Find(actor, store, finder) is { } model
            ? Results.Json(
                model.Subjects.Select(subject => new
                {
                    subject.Terms,
                    statements = subject.Statements.Select(i => model.Statements[i].Id),
                    contrary = subject.Contrary.Select(pair => new { earlier = model.Statements[pair.Earlier].Id, later = model.Statements[pair.Later].Id }),
                }),
                StoreJson.Options)
            : new FailureResult());
    }

    // The latest statements of the actor, and those of others that name the actor: claim and denial mostly come from two sides.
    private static PositionsModel? Find(string? key, IRecordStore store, PositionFinder finder)
    {
        if (key is null || store.FindActor(key) is not { } actor)
        {
            return null;
        }

        var query = new FactQuery { Types = [FactType.Statement], Limit = FactQuery.MaximumLimit };
        StatementFact[] statements =
        [
            .. store.Facts(query with { Speaker = key }).Items.Concat(store.Facts(query with { About = key }).Items).OfType<StatementFact>().Where(said => said.Speakers.Count > 0)
                .DistinctBy(said => said.Id).OrderBy(said => said.Day, StringComparer.Ordinal).ThenBy(said => said.Id, StringComparer.Ordinal),
        ];

        // One wording stands for an utterance: a sentence in five reprints is no firmer position.
        StatementFact[] first = [.. statements.DistinctBy(said => (said.Cluster, said.Cluster is null ? said.Id : ""))];
        IReadOnlyList<PositionSubject> subjects = finder.Subjects([.. first.Select(said => (said.Words, (IReadOnlyList<string>)[.. said.About.Select(about => about.Key).OfType<string>().Where(about => about != actor.Key)]))]);
        return new PositionsModel(actor, first, [.. subjects.Select(subject => subject with { Contrary = [.. subject.Contrary.Where(pair => CanDiffer(first[pair.Earlier], first[pair.Later]))] })]);
    }

    // A report that sums up what somebody said and then quotes it shows no change of mind.
    private static bool CanDiffer(StatementFact earlier, StatementFact later) =>
        earlier.Report.Key != later.Report.Key || !earlier.Speakers.Select(speaker => speaker.Key).Intersect(later.Speakers.Select(speaker => speaker.Key)).Any();
}

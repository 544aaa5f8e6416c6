using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Events;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Pairs;

/// <summary>Two actors: their meetings, what they agreed, what each says to and of the other.</summary>
internal static class PairEndpoints
{
    private const int Most = 30;

    public static void Map(WebApplication app) => app.MapGet("/pairs", (string? a, string? b, IRecordStore store, RevisionCache cache, PloverOntology ontology) => Show((a, b), store, cache, ontology));

    private static IResult Show((string? A, string? B) keys, IRecordStore store, RevisionCache cache, PloverOntology ontology)
    {
        if (keys.A is null || keys.B is null || cache.Actor(keys.A) is not { } first || cache.Actor(keys.B) is not { } second)
        {
            return new FailureResult();
        }

        var both = new FactQuery { Actor = first.Key, With = second.Key, Limit = Most };
        return new RazorComponentResult<PairPage>(new
        {
            Model = new PairModel
            {
                First = first,
                Second = second,
                Meetings = store.Facts(both with { Types = [FactType.Meeting] }).Items,
                Commitments = store.Facts(both with { Types = [FactType.Commitment] }).Items,
                FirstOnSecond = Said(store, first.Key, second.Key),
                SecondOnFirst = Said(store, second.Key, first.Key),
                Curve = new RelationCurve(store.Facts(both with { Types = [FactType.Event], Limit = FactQuery.MaximumLimit }).Items.OfType<EventFact>().Where(one => AreBetween(one, keys.A, keys.B)), ontology),
                Facets = cache.Facets(both),
            },
        });
    }

    // Each takes part on the one side or the other.
    private static bool AreBetween(EventFact one, string a, string b)
    {
        List<string?> sides = [.. one.Actors.Concat(one.Recipients).Select(actor => actor.Key)];
        return sides.Contains(a) && sides.Contains(b);
    }

    // What they say together is neither's word to the other.
    private static Fact[] Said(IRecordStore store, string speaker, string other) =>
    [
        .. store.Facts(new FactQuery { Types = [FactType.Statement], Speaker = speaker, With = other, Limit = FactQuery.MaximumLimit }).Items
            .Where(fact => fact is StatementFact said && said.Addressees.Concat(said.About).Any(actor => actor.Key == other) && said.Speakers.All(actor => actor.Key != other))
            .Take(Most),
    ];
}

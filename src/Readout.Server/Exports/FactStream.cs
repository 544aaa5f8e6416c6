using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Exports;

/// <summary>All facts of a query, part by part, so that memory stays flat however many there are.</summary>
internal static class FactStream
{
    public static IEnumerable<Fact> All(IRecordStore store, FactQuery query)
    {
        // Parts by relevance are counted off and end; by day they lead through everything.
        FactQuery rest = query with { Limit = FactQuery.MaximumLimit, Order = query.Order == FactOrder.Relevance ? FactOrder.Newest : query.Order, WithSpans = true };
        do
        {
            Page<Fact> page = store.Facts(rest);
            foreach (Fact fact in page.Items)
            {
                yield return fact;
            }

            rest = rest with { Cursor = page.Next };
        }
        while (rest.Cursor is not null);
    }
}

using System.Collections.Concurrent;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Http;

/// <summary>
/// Numbers that many pages show and that change only with the store: its sums and the facets of queries. Bounded; emptied whenever the
/// store's revision moves on. Thread-safe; two requests may count the same at once, with the same result.
/// </summary>
internal sealed class RevisionCache(IRecordStore store)
{
    private const int MostEntries = 256;

    private Entries _entries = new(-1);

    public StoreStatus Status() => Get("status", store.Status);

    public FactFacets Facets(FactQuery query)
    {
        FactQuery whole = query with { Cursor = null, Limit = FactQuery.DefaultLimit, Order = FactOrder.Newest };
        return Get(FactQueryString.Url("facets", whole), () => store.Facets(whole));
    }

    public IReadOnlyList<Facet> Partners(string key, int most) => Get("partners " + key, () => store.Partners(key, most));

    public IReadOnlyList<MeetingPlace> MeetingPlaces(string key) => Get("places " + key, () => store.MeetingPlaces(key));

    public IReadOnlyList<TimeCount> Spread(FactQuery query, TimeScale scale)
    {
        FactQuery whole = query with { Cursor = null, Limit = FactQuery.DefaultLimit, Order = FactOrder.Newest };
        return Get(FactQueryString.Url("spread " + scale, whole), () => store.Spread(whole, scale));
    }

    public IReadOnlyList<PlaceSummary> Places(int most) => Get("all places", () => store.Places(most));

    public IReadOnlyList<Facet> ActorsAt(string key, int most) => Get("actors at " + key, () => store.ActorsAt(key, most));

    public IReadOnlyList<OutletSummary> Outlets() => Get("outlets", store.Outlets);

    public IReadOnlyList<Fact> Shared(string outlet, int most) => Get("shared " + outlet, () => store.Shared(outlet, most));

    public Page<ActorSummary> Actors(ActorQuery query) => Get(query.ToString(), () => store.Actors(query));

    private T Get<T>(string key, Func<T> count)
        where T : class
    {
        // The revision is read before counting: an entry may be newer than its revision says, never older.
        long revision = store.Revision;
        Entries entries = _entries;
        if (entries.Revision != revision || entries.Values.Count >= MostEntries)
        {
            _entries = entries = new Entries(revision);
        }

        return (T)entries.Values.GetOrAdd(key, _ => count());
    }

    private sealed record Entries(long Revision)
    {
        public ConcurrentDictionary<string, object> Values { get; } = new(StringComparer.Ordinal);
    }
}

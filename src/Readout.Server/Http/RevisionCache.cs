using System.Collections.Concurrent;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Http;

/// <summary>
/// Numbers that many pages show and that change only with the store: its sums and the facets of queries. Bounded. While reports come in, numbers
/// of a large store may be half a minute old and behind by a thousandth of its writes, so that not every reader counts anew; those of a store of less than a
/// thousand reports are always right. Thread-safe; two requests may count the same at once, with the same result.
/// </summary>
internal sealed class RevisionCache(IRecordStore store, TimeProvider clock)
{
    private const int MostEntries = 256;

    private const long WritesOfOneBehind = 1000;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

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

    public ActorSummary? Actor(string key) => Get("actor " + key, () => new Found<ActorSummary>(store.FindActor(key))).Value;

    /// <summary>What was counted under a key, or what counting gives.</summary>
    public T Get<T>(string key, Func<T> count)
        where T : class
    {
        // The revision is read before counting: an entry may be newer than its revision says, never older.
        long revision = store.Revision;
        if (_entries.TryGetValue(key, out Entry? known) && (known.Revision == revision || (revision - known.Revision <= revision / WritesOfOneBehind && clock.GetElapsedTime(known.At) < Oldest)))
        {
            return (T)known.Value;
        }

        if (_entries.Count >= MostEntries)
        {
            _entries.Clear();
        }

        T value = count();
        _entries[key] = new Entry(value, revision, clock.GetTimestamp());
        return value;
    }

    private sealed record Entry(object Value, long Revision, long At);

    // Nobody of a name is an answer worth keeping as well.
    private sealed record Found<T>(T? Value);
}

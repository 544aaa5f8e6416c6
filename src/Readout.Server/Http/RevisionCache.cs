using System.Collections.Concurrent;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Http;

/// <summary>
/// Numbers that many pages show and that change only with the store: its sums and the facets of queries. Bounded: of two generations the older is dropped when the
/// younger is full, and what is asked for again becomes young. While reports come in, numbers of a large store may be half a minute old and behind by a thousandth of its
/// writes, so that not every reader counts anew; those of a store of less than a thousand reports are always right. Thread-safe; who asks for what somebody else is counting waits for it.
/// </summary>
internal sealed class RevisionCache(IRecordStore store, TimeProvider clock)
{
    private const int MostOfGeneration = 128;

    private const long WritesOfOneBehind = 1000;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);

    private ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);

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
        if (!_young.TryGetValue(key, out Entry? entry) && _old.TryGetValue(key, out entry))
        {
            Keep(key, entry);
        }

        if (entry is null || !IsCurrent(entry, revision))
        {
            var fresh = new Entry(new Lazy<object>(count), revision, clock.GetTimestamp());
            entry = _young.AddOrUpdate(key, fresh, (_, other) => IsCurrent(other, revision) ? other : fresh);
            Keep(key, entry);
        }

        try
        {
            return (T)entry.Value.Value;
        }
        catch
        {
            // What failed is tried again by whoever asks next.
            _young.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    private bool IsCurrent(Entry entry, long revision) =>
        entry.Revision == revision || (revision - entry.Revision <= revision / WritesOfOneBehind && clock.GetElapsedTime(entry.At) < Oldest);

    private void Keep(string key, Entry entry)
    {
        if (_young.Count >= MostOfGeneration)
        {
            (_old, _young) = (_young, new ConcurrentDictionary<string, Entry>(StringComparer.Ordinal));
        }

        _young[key] = entry;
    }

    private sealed record Entry(Lazy<object> Value, long Revision, long At);

    // Nobody of a name is an answer worth keeping as well.
    private sealed record Found<T>(T? Value);
}

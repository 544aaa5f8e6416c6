using Readout.Store.Accounts;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store;

/// <summary>
/// Keeps reports, what was read in them and what people corrected. All members may be called from any thread; one writer at a
/// time writes, readers never wait for it. Every member throws <see cref="StoreException"/> where the store cannot be reached.
/// </summary>
public interface IRecordStore : ICorrectionStore, IDisposable
{
    /// <summary>Path or address, for messages.</summary>
    string Location { get; }

    /// <summary>What people follow, what was found for them, and the outbox.</summary>
    INoticeStore Notices { get; }

    /// <summary>Accounts, their tokens and the audit trail.</summary>
    IAccountStore Accounts { get; }

    /// <summary>A number that goes up with every write to the record; equal numbers mean equal answers.</summary>
    long Revision { get; }

    /// <summary>What the store holds.</summary>
    StoreStatus Status();

    /// <summary>True where adding a reading of this version of this report would change nothing.</summary>
    /// <param name="reportHash"><c>sha256:</c> and 64 hex digits.</param>
    /// <param name="version">What would make the reading.</param>
    bool Holds(string reportHash, ReadingVersion version);

    /// <summary>
    /// Adds a report with its reading in one transaction: after a crash the store holds it wholly or not at all.
    /// A known report with an older or newer reading gets the new one; its corrections stay.
    /// </summary>
    AddOutcome Add(ReportReading reading);

    /// <summary>The report that a hash, or a prefix of at least four hex digits, means; null where none or more than one has it.</summary>
    StoredReport? FindReport(string reportId);

    /// <summary>The bytes that a report came in; null where there is no such report.</summary>
    byte[]? FindRaw(string reportId);

    /// <summary>Reports, latest publication first.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    Page<ReportSummary> Reports(ReportQuery query);

    /// <summary>The fact of an id such as <c>8eb030292736-s3</c>, with its spans; null where there is none.</summary>
    Fact? FindFact(string factId);

    /// <summary>Facts in the order asked for.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    Page<Fact> Facts(FactQuery query);

    /// <summary>How all facts of a query are spread, whatever its cursor and limit.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    FactFacets Facets(FactQuery query);

    /// <summary>How many facts of a query, whatever its cursor and limit, fall into each step of time, in time order; facts without a day are left out.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    IReadOnlyList<TimeCount> Spread(FactQuery query, TimeScale scale);

    /// <summary>
    /// The statements of one utterance, or the accounts of one meeting, commitment or event, first report first; the fact alone where it has no others, empty
    /// where there is no such fact.
    /// </summary>
    IReadOnlyList<Fact> Cluster(string factId);

    /// <summary>The near-duplicates of a report with itself, first published first; empty where there is no such report.</summary>
    IReadOnlyList<ReportCopy> Copies(string reportId);

    /// <summary>Number of groups of near-duplicate reports: of independent origins, not of copies.</summary>
    int Origins();

    /// <summary>The actor of a key; null where there is none.</summary>
    ActorSummary? FindActor(string key);

    /// <summary>Actors, those with most facts first.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    Page<ActorSummary> Actors(ActorQuery query);

    /// <summary>The actors that share most facts with one, in any role; their keys, names and numbers of shared facts.</summary>
    /// <param name="key">Key of the actor.</param>
    /// <param name="most">Most rows.</param>
    IReadOnlyList<Facet> Partners(string key, int most);

    /// <summary>The offices that reports gave an actor, the one named earliest first; empty for an unknown key.</summary>
    IReadOnlyList<OfficeHeld> Offices(string key);

    /// <summary>Where an actor met others, most meetings first; planned and cancelled meetings are left out. Empty for an unknown key.</summary>
    IReadOnlyList<MeetingPlace> MeetingPlaces(string key);

    /// <summary>The places of meetings and events, most accounts first.</summary>
    /// <param name="most">Most rows.</param>
    IReadOnlyList<PlaceSummary> Places(int most);

    /// <summary>The place of a key (<see cref="PlaceSummary.Key"/>); null where nothing is reported from there.</summary>
    PlaceSummary? FindPlace(string key);

    /// <summary>The actors in the meetings and events of a place, most frequent first; their keys, names and numbers of facts.</summary>
    /// <param name="key">Key of the place.</param>
    /// <param name="most">Most rows.</param>
    IReadOnlyList<Facet> ActorsAt(string key, int most);

    /// <summary>Outlets, those with most reports first.</summary>
    IReadOnlyList<OutletSummary> Outlets();

    /// <summary>The latest utterances that an outlet shares with others: for each the fact in the outlet, whose cluster has the rest.</summary>
    /// <param name="outlet">Name of the outlet.</param>
    /// <param name="most">Most rows.</param>
    IReadOnlyList<Fact> Shared(string outlet, int most);
}

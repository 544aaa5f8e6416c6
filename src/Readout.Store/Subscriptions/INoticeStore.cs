namespace Readout.Store.Subscriptions;

/// <summary>
/// What people follow, what was found for them, and the outbox. What a new report brings is found in the transaction that adds it, so that
/// a crash loses no notice and no message. Members may be called from any thread, and throw <see cref="StoreException"/> where the store
/// cannot be reached. An owner sees and changes only what is theirs.
/// </summary>
public interface INoticeStore
{
    /// <summary>Most things that one owner follows.</summary>
    const int MostSubscriptions = 500;

    /// <summary>Most destinations of one owner.</summary>
    const int MostDestinations = 10;

    /// <summary>A number that goes up with every write to what this interface keeps.</summary>
    long NoticeRevision { get; }

    /// <summary>Follows something from now on.</summary>
    /// <exception cref="SubscriptionException">It cannot be followed.</exception>
    /// <exception cref="Queries.QueryException">The query cannot be understood.</exception>
    Subscription Subscribe(string owner, SubscriptionDraft draft);

    /// <summary>Ends following, with all notices of it; false where the owner has no such.</summary>
    bool Unsubscribe(string owner, long subscription);

    /// <summary>Sets whether destinations are told; false where the owner has no such.</summary>
    bool SetTold(string owner, long subscription, bool isTold);

    /// <summary>What an owner follows, last made first.</summary>
    IReadOnlyList<Subscription> Subscriptions(string owner);

    /// <summary>Notices, latest first, without those that repeat an earlier one.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="subscription">Of one subscription; null for all.</param>
    /// <param name="before">Only those with smaller numbers; null from the latest.</param>
    /// <param name="limit">Most rows, in [1, 200].</param>
    IReadOnlyList<Notice> Notices(string owner, long? subscription = null, long? before = null, int limit = 50);

    /// <summary>Number of notices that an owner has not read.</summary>
    int Unread(string owner);

    /// <summary>Marks notices read up to a number; how many were not.</summary>
    int MarkRead(string owner, long upTo, long? subscription = null);

    /// <summary>Where an owner's messages go; stopped ones are not among them.</summary>
    IReadOnlyList<Destination> Destinations(string owner);

    /// <summary>Adds a destination.</summary>
    /// <exception cref="SubscriptionException">Its address, zone or hours are none, or there are too many.</exception>
    Destination AddDestination(Destination destination);

    /// <summary>Stops a destination; what waits for it is given up. False where the owner has no such.</summary>
    bool StopDestination(string owner, long destination);

    /// <summary>The log of messages, latest first.</summary>
    /// <param name="owner">Whose; null for everybody's.</param>
    /// <param name="before">Only those with smaller numbers; null from the latest.</param>
    /// <param name="limit">Most rows, in [1, 200].</param>
    IReadOnlyList<Delivery> Deliveries(string? owner, long? before = null, int limit = 50);

    /// <summary>Opens a message that was given up again; false where the owner has no such.</summary>
    bool TryAgain(string owner, long delivery);

    /// <summary>Sets the private part of the address of an owner's feed, by its hash; the old address ends.</summary>
    void SetFeed(string owner, string hash);

    /// <summary>Whether the owner has a feed.</summary>
    bool HasFeed(string owner);

    /// <summary>Whose feed has this hash; null where nobody's.</summary>
    string? FeedOwner(string hash);

    /// <summary>Looks through the due dates that passed since it did so last, and notices those that somebody follows; how many.</summary>
    /// <param name="today">Local day; a date has passed when its last day is before it.</param>
    int NoticeDueDates(DateOnly today);

    /// <summary>Makes the briefings whose moment has come; how many.</summary>
    int NoticeBriefings();

    /// <summary>
    /// Messages that are due, each claimed: its try is counted and its next one set before it is sent, so that a process that dies while
    /// sending leaves it to be sent again.
    /// </summary>
    /// <param name="most">Most messages.</param>
    IReadOnlyList<OutgoingMessage> Claim(int most);

    /// <summary>The other end took a message.</summary>
    void Sent(long delivery);

    /// <summary>A try failed.</summary>
    /// <param name="delivery">Which message.</param>
    /// <param name="error">Why, in one sentence.</param>
    /// <param name="next">When to try again; null to give up.</param>
    /// <param name="stopDestination">Whether the other end wants nothing more.</param>
    void NotSent(long delivery, string error, DateTimeOffset? next, bool stopDestination = false);

    /// <summary>When a message or a briefing is due next; null where none is.</summary>
    DateTimeOffset? NextDue();
}

namespace Readout.Sources.Following;

/// <summary>Remembers followed feeds and the reports that they named. Each member is one transaction: after a crash it happened wholly or not at all. Thread-safe.</summary>
public interface IFeedLedger
{
    /// <summary>All feeds, by address.</summary>
    IReadOnlyList<FeedState> Feeds();

    /// <summary>Adds a feed; false where it is followed already, which changes nothing.</summary>
    bool Follow(FeedState feed);

    /// <summary>Stops following; false where the feed was not followed. What it brought stays.</summary>
    bool Unfollow(Uri address);

    /// <summary>
    /// Writes how a feed fares and what it named, together. An entry is new where its feed never named its key, and pending again where its mark
    /// changed; any other stays as it is.
    /// </summary>
    /// <returns>How many entries are new or changed.</returns>
    int Record(FeedState feed, IReadOnlyList<PendingReport> named);

    /// <summary>Reports to be fetched by now, those longest due first.</summary>
    IReadOnlyList<PendingReport> Pending(DateTimeOffset now, int limit);

    /// <summary>The moment at which the next feed or report is due; null where none is.</summary>
    DateTimeOffset? NextDue();

    /// <summary>Writes that a report is to be tried again at its <see cref="PendingReport.Next"/>, with its attempts and error.</summary>
    void Postpone(PendingReport report);

    /// <summary>Writes that a report was fetched, or given up with its error.</summary>
    void Close(PendingReport report);
}

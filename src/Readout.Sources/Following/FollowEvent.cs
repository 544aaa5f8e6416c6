using Readout.Sources.Fetching;

namespace Readout.Sources.Following;

/// <summary>What a round did with one feed or report.</summary>
/// <param name="Address">Address fetched.</param>
/// <param name="IsFeed">Whether it is a feed.</param>
/// <param name="Outcome">How the fetch ended.</param>
/// <param name="News">Entries of a feed that are new or changed.</param>
/// <param name="Message">Sentence on a failure, or what had to be left out; null where there is nothing to say.</param>
public sealed record FollowEvent(Uri Address, bool IsFeed, FetchOutcome Outcome, int News, string? Message);

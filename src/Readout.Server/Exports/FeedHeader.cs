namespace Readout.Server.Exports;

/// <summary>What a feed says of itself.</summary>
/// <param name="Title">Title.</param>
/// <param name="Origin">Scheme, host and port of this server.</param>
/// <param name="SelfUrl">Address of the feed.</param>
/// <param name="PageUrl">Address of the page that shows the same.</param>
internal sealed record FeedHeader(string Title, string Origin, string SelfUrl, string PageUrl);

namespace Readout.Sources.Feeds;

/// <summary>A feed of an OPML list.</summary>
/// <param name="Address">Address of the feed.</param>
/// <param name="Title">Title; null where the list gives none.</param>
/// <param name="Folder">Names of the folders above it, joined by slashes; null where there are none.</param>
public sealed record OpmlFeed(Uri Address, string? Title, string? Folder);

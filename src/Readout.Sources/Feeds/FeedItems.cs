using System.Globalization;

namespace Readout.Sources.Feeds;

/// <summary>Gathers the entries of one feed: addresses made absolute, each key once, notes on what is amiss.</summary>
internal sealed class FeedItems(Uri address, DateTimeOffset now)
{
    // Clocks of publishers run ahead, and zones are mistaken, by up to a day.
    private static readonly TimeSpan FutureTolerance = TimeSpan.FromHours(26);

    private readonly List<FeedItem> _items = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _undated;
    private int _future;
    private int _unaddressed;
    private int _beyond;

    /// <summary>Adds entries up to the bound.</summary>
    public void AddAll(IEnumerable<FeedItemDraft> drafts)
    {
        foreach (FeedItemDraft draft in drafts)
        {
            if (_items.Count >= FeedReader.MaxItems)
            {
                _beyond++;
                continue;
            }

            Add(draft);
        }
    }

    /// <summary>The address against the feed's own; null for what is none of the web.</summary>
    public Uri? Absolute(string? link) =>
        link is not null && link.Length < 4_000 && Uri.TryCreate(address, link.Trim(), out Uri? uri) && uri.Scheme is ("http" or "https") ? uri : null;

    /// <summary>The feed with what was gathered.</summary>
    public Feed ToFeed(FeedKind kind)
    {
        var notes = new List<string>();
        Note(notes, _undated, "without a date that can be read");
        Note(notes, _future, "dated in the future, taken as undated");
        Note(notes, _unaddressed, "without an address or id, left out");
        Note(notes, _beyond, $"beyond the first {FeedReader.MaxItems}, left out");
        return new Feed { Kind = kind, Items = _items, Notes = notes };
    }

    private void Add(FeedItemDraft draft)
    {
        Uri? link = Absolute(draft.Link);
        string? key = string.IsNullOrWhiteSpace(draft.Id) ? link?.AbsoluteUri : draft.Id.Trim();
        if (key is null)
        {
            _unaddressed++;
            return;
        }

        if (!_keys.Add(key))
        {
            return;
        }

        bool isFuture = draft.Published is { } date && date.Instant > now + FutureTolerance;
        _future += isFuture ? 1 : 0;
        _undated += draft.Published is null && !draft.MayLackDate ? 1 : 0;
        _items.Add(new FeedItem
        {
            Key = key,
            Address = link,
            Title = draft.Title,
            Author = draft.Author,
            Published = isFuture ? null : draft.Published,
            Updated = draft.Updated is { } updated && updated.Instant > now + FutureTolerance ? null : draft.Updated,
            Content = draft.Content,
        });
    }

    private static void Note(List<string> notes, int count, string what)
    {
        if (count > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} item{(count == 1 ? "" : "s")} {what}"));
        }
    }
}

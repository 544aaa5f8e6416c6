using System.Text.Json;
using Readout.Sources.Dates;

namespace Readout.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal sealed class JsonFeedReader(DateScanner dates)
{
    /// <summary>The feed; null where the text is none.</summary>
    public Feed? Read(string text, FeedItems items)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
            JsonElement root = json.RootElement;
            if (!root.TryGetProperty("items", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            items.AddAll(list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(Item));
            return items.ToFeed(FeedKind.Json) with
            {
                Title = Text(root, "title"),
                Language = Text(root, "language"),
                Self = items.Absolute(Text(root, "feed_url")),
                Hub = items.Absolute(Hub(root)),
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private FeedItemDraft Item(JsonElement item) => new()
    {
        Id = Text(item, "id"),
        Link = Text(item, "url") ?? Text(item, "external_url"),
        Title = Text(item, "title"),
        Author = item.TryGetProperty("authors", out JsonElement authors) && authors.ValueKind == JsonValueKind.Array && authors.GetArrayLength() > 0
            ? Name(authors[0])
            : item.TryGetProperty("author", out JsonElement author) ? Name(author) : null,
        Published = Text(item, "date_published") is { } published ? dates.First(published)?.Value : null,
        Updated = Text(item, "date_modified") is { } modified ? dates.First(modified)?.Value : null,
        Content = Text(item, "content_html") ?? Text(item, "content_text") ?? Text(item, "summary"),
    };

    private static string? Hub(JsonElement root) =>
        root.TryGetProperty("hubs", out JsonElement hubs) && hubs.ValueKind == JsonValueKind.Array
            ? hubs.EnumerateArray().Where(h => h.ValueKind == JsonValueKind.Object && Text(h, "type") == "WebSub").Select(h => Text(h, "url")).FirstOrDefault()
            : null;

    private static string? Name(JsonElement person) => person.ValueKind == JsonValueKind.Object ? Text(person, "name") : null;

    private static string? Text(JsonElement item, string name) => !item.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

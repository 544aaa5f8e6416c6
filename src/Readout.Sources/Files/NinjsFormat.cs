using System.Text.Json;
using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>One report as ninjs 1.x to 3.x (IPTC News in JSON): <c>body_text</c>, <c>body_html</c> or the <c>bodies</c> and <c>headlines</c> of version 2 and later.</summary>
public sealed class NinjsFormat(Lazy<ArticleExtractor> extractor) : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".ninjs"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        try
        {
            using var json = JsonDocument.Parse(raw.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement).ToReport(raw, defaults, "expected body_text, body_html or bodies as in ninjs")
                : PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"expected a ninjs object, found {json.RootElement.ValueKind}");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"no ninjs: {broken.Message}");
        }
    }

    private StructuredReport Read(JsonElement item) => new()
    {
        Headline = Text(item, "headline") ?? FirstValue(item, "headlines", null) ?? Text(item, "title") ?? Text(item, "name"),
        Outlet = Text(item, "source") ?? NameOf(item, "infosources") ?? NameOf(item, "organisation") ?? Text(item, "copyrightholder") ?? Text(item, "copyrightHolder"),
        Published = PublishedDate.Normalize(Text(item, "firstcreated") ?? Text(item, "firstCreated") ?? Text(item, "contentcreated") ?? Text(item, "versioncreated") ?? Text(item, "versionCreated")),
        Dateline = Text(item, "located"),
        Url = Text(item, "uri") is { } uri && uri.StartsWith("http", StringComparison.Ordinal) ? uri : null,
        Language = Text(item, "language"),
        Body = Text(item, "body_text") ?? FirstValue(item, "bodies", "text/plain")
            ?? FromHtml(Text(item, "body_xhtml") ?? Text(item, "body_html") ?? FirstValue(item, "bodies", "text/html") ?? FirstValue(item, "bodies", null)),
    };

    private string? FromHtml(string? markup) => markup is null ? null : extractor.Value.Extract($"<html><body><article>{markup}</article></body></html>").Body;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? NameOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.Object).Select(o => Text(o, "name")).FirstOrDefault(n => n is not null)
            : null;

    private static string? FirstValue(JsonElement item, string name, string? contentType)
    {
        if (!item.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (JsonElement entry in list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object))
        {
            string? type = Text(entry, "contenttype") ?? Text(entry, "contentType");
            if (contentType is null || type is not null && type.StartsWith(contentType, StringComparison.OrdinalIgnoreCase))
            {
                return Text(entry, "value");
            }
        }

        return null;
    }
}

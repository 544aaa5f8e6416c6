using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>
/// One report a line as a JSON object with <c>text</c> and, where known, <c>headline</c>, <c>outlet</c>, <c>published</c>,
/// <c>dateline</c>, <c>url</c>, <c>language</c>. The report's text is the headline, an empty line and the text.
/// </summary>
public sealed class JsonLinesFormat : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name)
    {
        int number = 0;
        long position = 0;
        foreach (ByteLine line in ByteLines.Read(stream, ReportLimits.MaxReportBytes))
        {
            number++;
            position += line.Length;
            string item = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
            if (line.Bytes is null)
            {
                yield return new RawReport { Name = item, Failure = ReportLimits.TooLarge(item, line.Length), Position = position };
            }
            else if (line.Bytes.AsSpan().IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return new RawReport { Name = item, Format = this, Bytes = line.Bytes, Position = position };
            }
        }
    }

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        string? note = null;
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(raw.Bytes);
        }
        catch (JsonException broken)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"no JSON object: {broken.Message}");
        }

        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"expected a JSON object, found {json.RootElement.ValueKind}");
            }

            string? text = Value(json.RootElement, "text", ref note);
            if (string.IsNullOrWhiteSpace(text))
            {
                return PlainTextFormat.Failed(raw, ReadFailureKind.Empty, "the object has no text; expected a field \"text\"");
            }

            string? headline = Value(json.RootElement, "headline", ref note);
            var report = new Report
            {
                Id = PlainTextFormat.IdOf(raw.Bytes.Span),
                File = raw.Name,
                Text = headline is null ? text : $"{headline}\n\n{text}",
                Headline = headline,
                HeadlineSpan = headline is null ? null : new TextSpan(0, headline.Length),
                Outlet = defaults.Outlet ?? Value(json.RootElement, "outlet", ref note),
                Published = defaults.Published ?? PublishedDate.Normalize(Value(json.RootElement, "published", ref note)),
                Dateline = Value(json.RootElement, "dateline", ref note),
                Url = Value(json.RootElement, "url", ref note),
                Language = Value(json.RootElement, "language", ref note) ?? "en",
            };
            return new DecodedReport { Report = report, Bytes = raw.Bytes, Notes = note is null ? [] : [note] };
        }
    }

    private static string? Value(JsonElement json, string field, ref string? note)
    {
        if (!json.TryGetProperty(field, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            string text = value.GetString()!;
            return text.Length == 0 ? null : text;
        }
        catch (InvalidOperationException)
        {
            // A \u escape of half a surrogate pair, which no UTF-16 decoder may pass on.
            note = "lone surrogates replaced by U+FFFD";
            return UnescapeReplacing(value.GetRawText());
        }
    }

    private static string UnescapeReplacing(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            char c = raw[i];
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            c = raw[++i];
            if (c == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => c });
            }
        }

        // Encoding to UTF-8 and back replaces what is unpaired and nothing else.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

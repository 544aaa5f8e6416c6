using System.Text.Json;

namespace Readout.Sources.Pages.Metadata;

/// <summary>
/// Reads the schema.org objects of JSON-LD scripts. Tolerant of what pages write: comment marks around the script, raw line breaks in strings,
/// trailing commas. A script that is no JSON all the same is passed over.
/// </summary>
internal sealed class JsonLdReader(MetadataKeys keys, MetadataValues values)
{
    private const int MaxCharacters = 2_000_000;
    private const int MaxObjects = 5_000;
    private const int OtherTypePenalty = 3;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Adds what the script says.</summary>
    public void Read(string script)
    {
        if (script.Length > MaxCharacters)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(Clean(script), Options);
            Walk(document.RootElement);
        }
        catch (JsonException)
        {
            // Broken metadata is no fault of the page's text: what can be told without the whole stands in for it.
            Salvage(script);
        }
    }

    private void Salvage(string script)
    {
        foreach (string name in (string[])["datePublished", "dateModified", "headline"])
        {
            int at = script.IndexOf($"\"{name}\"", StringComparison.Ordinal);
            ReadOnlySpan<char> rest = at < 0 ? default : script.AsSpan(at + name.Length + 2).TrimStart(" :\r\n\t");
            int end = rest.Length > 1 && rest[0] == '"' ? rest[1..].IndexOf('"') : -1;
            if (end > 0 && keys.Find("jsonld", name) is { } key)
            {
                values.Add(key.Field, key.Rank + OtherTypePenalty, rest.Slice(1, end).ToString());
            }
        }
    }

    private static string Clean(string script)
    {
        string text = script.Trim().TrimEnd(';');
        text = Strip(text, "<!--", "-->");
        text = Strip(text, "//<![CDATA[", "//]]>");
        text = Strip(text, "<![CDATA[", "]]>");
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }

    private static string Strip(string text, string open, string close)
    {
        text = text.StartsWith(open, StringComparison.Ordinal) ? text[open.Length..].Trim() : text;
        return text.EndsWith(close, StringComparison.Ordinal) ? text[..^close.Length].Trim() : text;
    }

    private void Walk(JsonElement root)
    {
        var open = new Queue<JsonElement>();
        open.Enqueue(root);
        for (int seen = 0; open.Count > 0 && seen < MaxObjects; seen++)
        {
            JsonElement element = open.Dequeue();
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                ReadObject(element);
                foreach (string container in (string[])["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"])
                {
                    if (element.TryGetProperty(container, out JsonElement inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }
    }

    private void ReadObject(JsonElement item)
    {
        string type = TypeOf(item);
        bool isArticle = type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe";
        bool isPage = type.EndsWith("Page", StringComparison.Ordinal);
        if (!isArticle && !isPage && type is not ("VideoObject" or "CreativeWork" or "JobPosting" or ""))
        {
            return;
        }

        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (keys.Find("jsonld", property.Name) is { } key && (isArticle || key.Field is not (MetadataField.CanonicalUrl or MetadataField.Section)))
            {
                foreach (string value in Texts(property.Value, key.Field))
                {
                    values.Add(key.Field, key.Rank + (isArticle ? 0 : OtherTypePenalty), value);
                }
            }
        }
    }

    private static string TypeOf(JsonElement item)
    {
        if (!item.TryGetProperty("@type", out JsonElement type))
        {
            return "";
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => type.GetString()!,
            JsonValueKind.Array => string.Join(' ', type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString())),
            _ => "",
        };
    }

    private static IEnumerable<string> Texts(JsonElement value, MetadataField field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                yield return value.GetString()!;
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    if (item.ValueKind is JsonValueKind.String or JsonValueKind.Object)
                    {
                        foreach (string text in Texts(item, field))
                        {
                            yield return text;
                        }
                    }
                }

                break;
            case JsonValueKind.Object when value.TryGetProperty(field == MetadataField.CanonicalUrl ? "@id" : "name", out JsonElement name):
                foreach (string text in name.ValueKind is JsonValueKind.String or JsonValueKind.Array ? Texts(name, field) : [])
                {
                    yield return text;
                }

                break;
        }
    }
}

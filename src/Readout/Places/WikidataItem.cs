using System.Text.Json;

namespace Readout.Places;

/// <summary>Reads the parts of a Wikidata item (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html) that Readout keeps.</summary>
internal static class WikidataItem
{
    /// <summary>A longer name is a title or a sentence.</summary>
    public const int LongestName = 60;

    /// <summary>The item; null where the text is no JSON. The caller disposes of it.</summary>
    public static JsonDocument? Parse(string item)
    {
        try
        {
            return JsonDocument.Parse(item);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The English name; null where it has none.</summary>
    public static string? Label(JsonElement item) =>
        item.TryGetProperty("labels", out JsonElement texts) && texts.ValueKind == JsonValueKind.Object && texts.TryGetProperty("en", out JsonElement english)
        && english.TryGetProperty("value", out JsonElement value) ? value.GetString() : null;

    /// <summary>The statements of a property that are not deprecated; empty where there is none.</summary>
    public static IEnumerable<JsonElement> Statements(JsonElement claims, string property)
    {
        if (!claims.TryGetProperty(property, out JsonElement statements) || statements.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (JsonElement statement in statements.EnumerateArray())
        {
            if (statement.ValueKind == JsonValueKind.Object && Rank(statement) != "deprecated")
            {
                yield return statement;
            }
        }
    }

    /// <summary>The value of the first statement that has one; a preferred one goes before it.</summary>
    public static JsonElement? Value(JsonElement claims, string property)
    {
        JsonElement? first = null;
        foreach (JsonElement statement in Statements(claims, property))
        {
            if (statement.TryGetProperty("mainsnak", out JsonElement snak) && ValueOf(snak) is { } value)
            {
                if (Rank(statement) == "preferred")
                {
                    return value;
                }

                first ??= value;
            }
        }

        return first;
    }

    /// <summary>The value of a snak; null where it says that there is none or that it is unknown.</summary>
    public static JsonElement? ValueOf(JsonElement snak) =>
        snak.ValueKind == JsonValueKind.Object && snak.TryGetProperty("datavalue", out JsonElement data) && data.TryGetProperty("value", out JsonElement value) ? value : null;

    /// <summary>The id of the item that a value names; null where it names none.</summary>
    public static string? IdOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;

    /// <summary>Other English names, as a report may write them: with a capital, of more than three letters.</summary>
    public static List<string> Aliases(JsonElement item, string name, int most)
    {
        var others = new List<string>();
        if (item.TryGetProperty("aliases", out JsonElement aliases) && aliases.ValueKind == JsonValueKind.Object
            && aliases.TryGetProperty("en", out JsonElement english) && english.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement alias in english.EnumerateArray())
            {
                if (others.Count < most && alias.TryGetProperty("value", out JsonElement value) && value.GetString() is { Length: > 3 and <= LongestName } other
                    && char.IsUpper(other[0]) && other != name && !others.Contains(other))
                {
                    others.Add(other);
                }
            }
        }

        return others;
    }

    private static string? Rank(JsonElement statement) => statement.TryGetProperty("rank", out JsonElement rank) ? rank.GetString() : null;
}

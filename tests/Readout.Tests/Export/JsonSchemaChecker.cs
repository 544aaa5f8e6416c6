using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Export;

/// <summary>
/// Checks a value against the part of JSON Schema 2020-12 that the project's schemas use. A keyword that it does not know is an error,
/// so that a schema cannot grow a rule that nothing checks.
/// </summary>
internal sealed class JsonSchemaChecker(JsonElement schema)
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "$defs"];

    public List<string> Check(JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement rules, JsonElement value, string path, List<string> errors)
    {
        foreach (JsonProperty rule in rules.EnumerateObject())
        {
            bool holds = rule.Name switch
            {
                _ when Annotations.Contains(rule.Name) => true,
                "$ref" => Follow(rule.Value.GetString()!, value, path, errors),
                "type" => IsOfType(value, rule.Value.GetString()!),
                "enum" => rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.Value.GetInt32(),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32(),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(),
                "required" => rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "additionalProperties" => value.EnumerateObject().All(property => rules.GetProperty("properties").TryGetProperty(property.Name, out _)),
                "properties" => Each(rule.Value, value, path, errors),
                "items" => Items(rule.Value, value, path, errors),
                _ => throw new NotSupportedException($"the checker does not know the keyword '{rule.Name}'"),
            };
            if (!holds)
            {
                errors.Add($"{path}: {rule.Name}: {value}");
            }
        }
    }

    private bool Follow(string reference, JsonElement value, string path, List<string> errors)
    {
        Check(schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]), value, path, errors);
        return true;
    }

    private bool Each(JsonElement properties, JsonElement value, string path, List<string> errors)
    {
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out JsonElement rules))
            {
                Check(rules, property.Value, $"{path}.{property.Name}", errors);
            }
        }

        return true;
    }

    private bool Items(JsonElement rules, JsonElement value, string path, List<string> errors)
    {
        int number = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(rules, item, $"{path}[{number++}]", errors);
        }

        return true;
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}

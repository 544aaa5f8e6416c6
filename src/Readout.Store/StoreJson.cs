using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Store;

/// <summary>How rows of the store look as JSON, on the command line and in the API: camel case, the record's names for enum members.</summary>
public static class StoreJson
{
    /// <summary>Frozen options; thread-safe.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets these conventions on options that somebody else made.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;

        // Never embedded in HTML; readers want Cyrillic and quotation marks legible.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

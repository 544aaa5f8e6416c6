using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Records;

/// <summary>
/// The record as JSON: camel case, one line, no escape that JSON does not need, and every field present; only
/// <c>text</c> is left out where it was not asked for. Byte-identical for equal records.
/// </summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions(RecordJsonContext.Default.Options)
    {
        // The output is a JSON document, never embedded in HTML; readers want Cyrillic and quotation marks legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes one record without a line end.</summary>
    public static string Write(ReportRecord record) => JsonSerializer.Serialize(record, Context.ReportRecord);

    /// <summary>Writes one record as UTF-8 without a line end.</summary>
    public static byte[] WriteUtf8(ReportRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Context.ReportRecord);

    /// <summary>Reads what <see cref="Write"/> wrote; fields it does not know are passed over.</summary>
    /// <exception cref="JsonException">The text is no record; the message names the path and position.</exception>
    public static ReportRecord Read(string json) =>
        JsonSerializer.Deserialize(json, Context.ReportRecord) ?? throw new JsonException("expected a record, found null");
}

/// <summary>Source-generated serializers of the record.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;

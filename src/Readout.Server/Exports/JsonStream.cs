using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readout.Server.Exports;

/// <summary>Writes a JSON object around an array whose items come one by one, so that memory stays flat.</summary>
internal static class JsonStream
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the opening, the items with a line each, and the end of array and object.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="opening">JSON up to and with the array's bracket.</param>
    /// <param name="items">Items.</param>
    public static async Task WriteAsync(Stream output, string opening, IEnumerable<JsonObject> items)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(opening));
        string separator = "\n";
        foreach (JsonObject item in items)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(separator + item.ToJsonString(Json)));
            separator = ",\n";
        }

        await output.WriteAsync("\n]}\n"u8.ToArray());
    }
}

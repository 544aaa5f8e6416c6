using System.Text.Json;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>Facts as JSON Lines, each as the API gives it.</summary>
internal static class JsonLinesExport
{
    public static async Task WriteAsync(Stream output, IEnumerable<Fact> facts)
    {
        byte[] lineEnd = "\n"u8.ToArray();
        foreach (Fact fact in facts)
        {
            await JsonSerializer.SerializeAsync(output, fact, StoreJson.Options);
            await output.WriteAsync(lineEnd);
        }
    }
}

using System.Text.Json;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Reads reports of the newswire corpus (JSON Lines: id, outlet, published, headline, dateline, text).</summary>
public static class NewswireCorpus
{
    /// <summary>The file under a corpora directory.</summary>
    public static readonly string CorpusPath = Path.Combine("newswire", "newswire.jsonl");

    /// <summary>The reports with the given ids; the text is the body alone, so that offsets of annotations point into it.</summary>
    /// <exception cref="InvalidDataException">An id is not in the file.</exception>
    public static IReadOnlyDictionary<string, Report> Read(string path, IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = new HashSet<string>(ids, StringComparer.Ordinal);
        var reports = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            if (wanted.Remove(id))
            {
                reports.Add(id, new Report
                {
                    Id = id,
                    Text = json.RootElement.GetProperty("text").GetString()!,
                    Outlet = Optional(json.RootElement, "outlet"),
                    Published = Optional(json.RootElement, "published"),
                    Headline = Optional(json.RootElement, "headline"),
                    Dateline = Optional(json.RootElement, "dateline"),
                });
            }
        }

        return wanted.Count == 0 ? reports : throw new InvalidDataException($"{path}: no report '{wanted.First()}'");
    }

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

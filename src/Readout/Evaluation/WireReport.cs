using System.Text.Json;

namespace Readout.Evaluation;

/// <summary>An article of the newswire corpus (../shared/corpora/newswire/newswire.jsonl).</summary>
/// <param name="Id">The corpus's own id.</param>
/// <param name="Published">ISO 8601 day.</param>
/// <param name="Headline">Headline; null where the corpus has none.</param>
/// <param name="Text">The body; offsets of standoff annotations count its code points.</param>
public sealed record WireReport(string Id, string Published, string? Headline, string Text)
{
    /// <summary>All articles of the file, in its order.</summary>
    /// <exception cref="InvalidDataException">A line is no such article; the message names file and line.</exception>
    public static IReadOnlyList<WireReport> ReadAll(string path)
    {
        var reports = new List<WireReport>();
        foreach (string line in File.ReadLines(path))
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                JsonElement article = json.RootElement;
                reports.Add(new WireReport(
                    article.GetProperty("id").GetString()!,
                    article.GetProperty("published").GetString()!,
                    article.GetProperty("headline").GetString(),
                    article.GetProperty("text").GetString()!));
            }
            catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}, line {reports.Count + 1}: expected an article with id, published, headline and text ({failure.Message})", failure);
            }
        }

        return reports;
    }
}

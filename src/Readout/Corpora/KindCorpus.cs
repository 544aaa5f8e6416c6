using System.Globalization;
using System.Text.Json;
using Readout.Attribution;
using Readout.Text;

namespace Readout.Corpora;

/// <summary>Joins the standoff labels of eval/kinds with the texts of PolNeAR and the newswire.</summary>
public static class KindCorpus
{
    /// <summary>Texts with their labels, in the order of the label files.</summary>
    /// <param name="labels">The folder eval/kinds.</param>
    /// <param name="corpora">The directory of the corpora.</param>
    /// <exception cref="InvalidDataException">A row does not fit its text; the message names file and document.</exception>
    public static IEnumerable<(string Id, string Text, IReadOnlyList<KindLabel> Labels)> Read(string labels, string corpora)
    {
        string polnear = Path.Combine(corpora, "polnear", "train", "text");
        Dictionary<string, string> newswire = Newswire(Path.Combine(corpora, "newswire", "newswire.jsonl"));
        foreach ((string id, List<string[]> rows) in Rows(Path.Combine(labels, "polnear.tsv")))
        {
            string text = File.ReadAllText(Path.Combine(polnear, id + ".txt"));
            yield return (id, text, Parse(rows, new CodePointMap(text)));
        }

        foreach ((string id, List<string[]> rows) in Rows(Path.Combine(labels, "newswire.tsv")))
        {
            string text = newswire.TryGetValue(id, out string? found) ? found : throw new InvalidDataException($"newswire.tsv: no article {id} in the newswire");
            yield return (id, text, Parse(rows, new CodePointMap(text)));
        }
    }

    private static IEnumerable<(string Id, List<string[]> Rows)> Rows(string path) =>
        TsvFile.Rows(path, 5).GroupBy(cells => cells[0]).Select(group => (group.Key, group.ToList()));

    private static Dictionary<string, string> Newswire(string path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            texts[article.RootElement.GetProperty("id").GetString() ?? ""] = article.RootElement.GetProperty("text").GetString() ?? "";
        }

        return texts;
    }

    private static List<KindLabel> Parse(List<string[]> rows, CodePointMap map) =>
        [.. rows.Select(cells => new KindLabel(Spans(cells[1], map), Spans(cells[2], map), Enum.Parse<StatementKind>(cells[3], ignoreCase: true), cells[4] is "train" or "test" or "balanced" or "blind" ? cells[4] : throw new InvalidDataException($"{cells[0]}: part: expected train, test, balanced or blind, found {cells[4]}")))];

    private static List<TextSpan> Spans(string cell, CodePointMap map)
    {
        var spans = new List<TextSpan>();
        foreach (string range in cell == "_" ? [] : cell.Split(';'))
        {
            string[] ends = range.Split('-');
            int start = int.Parse(ends[0], CultureInfo.InvariantCulture), end = int.Parse(ends[1], CultureInfo.InvariantCulture);
            spans.Add(start <= end && end <= map.CodePoints
                ? new TextSpan(map.ToUtf16(start), map.ToUtf16(end))
                : throw new InvalidDataException($"expected a range within 0 and {map.CodePoints}, found {range}"));
        }

        return spans;
    }
}

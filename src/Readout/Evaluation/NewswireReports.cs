using System.Text.Json;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Reads the reports of a newswire corpus: JSON Lines with id, outlet, published, headline, dateline and text.</summary>
public static class NewswireReports
{
    /// <summary>The reports with one of the ids, in file order.</summary>
    /// <exception cref="InvalidDataException">A line is no report; the message names file and line.</exception>
    public static IEnumerable<Report> Read(string path, IReadOnlySet<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return All(path).Where(report => ids.Contains(report.Id));
    }

    /// <summary>All reports in file order, one at a time.</summary>
    /// <exception cref="InvalidDataException">A line is no report; the message names file and line.</exception>
    public static IEnumerable<Report> All(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            yield return Parse(line, path, ++number);
        }
    }

    private static Report Parse(string line, string path, int number)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            return new Report
            {
                Id = root.GetProperty("id").GetString() ?? "",
                Text = root.GetProperty("text").GetString() ?? "",
                Outlet = root.GetProperty("outlet").GetString(),
                Published = root.GetProperty("published").GetString(),
                Headline = root.GetProperty("headline").GetString(),
                Dateline = root.GetProperty("dateline").GetString(),
            };
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}, line {number}: expected a report as JSON, found: {failure.Message}", failure);
        }
    }
}

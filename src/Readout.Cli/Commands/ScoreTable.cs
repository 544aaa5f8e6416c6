using System.Globalization;
using System.Text.Json;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary>Scores in groups, as an aligned table in percent or as one JSON object of groups. For one thread.</summary>
internal sealed class ScoreTable
{
    private readonly List<(string Group, string Name, Score Score)> _rows = [];

    public void Add(string group, string name, Score score) => _rows.Add((group, name, score));

    public void Write(TextWriter writer, bool json)
    {
        if (json)
        {
            WriteJson(writer);
            return;
        }

        int nameWidth = _rows.Max(row => row.Name.Length);
        string? group = null;
        foreach ((string rowGroup, string name, Score score) in _rows)
        {
            if (rowGroup != group)
            {
                writer.WriteLine(group is null ? rowGroup : Environment.NewLine + rowGroup);
                writer.WriteLine($"  {new string(' ', nameWidth)}  {"precision",9}  {"recall",9}  {"F1",9}  {"gold",9}  {"found",9}");
                group = rowGroup;
            }

            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name.PadRight(nameWidth)}  {100 * score.Precision,9:F2}  {100 * score.Recall,9:F2}  {100 * score.F1,9:F2}  {score.Expected,9}  {score.Actual,9}"));
        }
    }

    private void WriteJson(TextWriter writer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach (IGrouping<string, (string Group, string Name, Score Score)> group in _rows.GroupBy(row => row.Group))
            {
                json.WriteStartObject(group.Key);
                foreach ((_, string name, Score score) in group)
                {
                    json.WriteStartObject(name);
                    json.WriteNumber("precision", Math.Round(100 * score.Precision, 2));
                    json.WriteNumber("recall", Math.Round(100 * score.Recall, 2));
                    json.WriteNumber("f1", Math.Round(100 * score.F1, 2));
                    json.WriteNumber("gold", score.Expected);
                    json.WriteNumber("found", score.Actual);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}

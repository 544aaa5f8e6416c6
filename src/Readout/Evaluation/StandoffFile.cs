using System.Text.Json;

namespace Readout.Evaluation;

/// <summary>Reads annotations that stand apart from their texts: JSON Lines with <c>document</c>, <c>part</c> and the facts.</summary>
internal static class StandoffFile
{
    /// <summary>The lines of the wanted part, all where <paramref name="part"/> is null.</summary>
    /// <exception cref="InvalidDataException">A line is no annotation; the message names file and line.</exception>
    public static List<JsonElement> Read(string path, string? part)
    {
        var lines = new List<JsonElement>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            JsonElement root;
            try
            {
                root = JsonDocument.Parse(line).RootElement;
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}, line {number}: {error.Message}", error);
            }

            if (!root.TryGetProperty("document", out _) || !root.TryGetProperty("part", out JsonElement of))
            {
                throw new InvalidDataException($"{path}, line {number}: expected the fields document and part");
            }

            if (part is null || of.GetString() == part)
            {
                lines.Add(root);
            }
        }

        return lines;
    }

    public static string Document(JsonElement line) => line.GetProperty("document").GetString()!;

    public static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    public static string[] Names(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
}

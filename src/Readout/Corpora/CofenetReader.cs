using System.Text.Json;

namespace Readout.Corpora;

/// <summary>Reads the files of CofeNet (Wang et al. 2022): one paragraph a line as JSON with <c>id</c>, <c>tokens</c> and <c>labels</c>.</summary>
public static class CofenetReader
{
    /// <summary>Texts in the order of their first paragraphs; the paragraphs of one id make one text.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names file and line.</exception>
    public static IReadOnlyList<LabelledTokens> Read(string path)
    {
        var texts = new List<LabelledTokens>();
        var paragraphs = new Dictionary<string, List<(string[], string[])>>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            (string id, string[] forms, string[] labels) = Parse(line, $"{path}, line {number}");
            if (!paragraphs.TryGetValue(id, out List<(string[], string[])>? list))
            {
                paragraphs.Add(id, list = []);
                texts.Add(new LabelledTokens(id, list));
            }

            list.Add((forms, labels));
        }

        return texts;
    }

    private static (string Id, string[] Forms, string[] Labels) Parse(string line, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string[] forms = [.. json.RootElement.GetProperty("tokens").EnumerateArray().Select(token => Unescape(token.GetString() ?? ""))];
            string[] labels = [.. json.RootElement.GetProperty("labels").EnumerateArray().Select(label => label.GetString() ?? "")];
            return forms.Length == labels.Length
                ? (json.RootElement.GetProperty("id").GetString() ?? "", forms, labels)
                : throw new InvalidDataException($"{place}: expected as many labels as tokens ({forms.Length}), found {labels.Length}");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: expected an object with id, tokens and labels: {failure.Message}", failure);
        }
    }

    // The escapes of the Penn Treebank, as CoreNLP writes them.
    private static string Unescape(string form) => form switch
    {
        "``" => "“",
        "''" => "”",
        "`" => "‘",
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        "-LCB-" => "{",
        "-RCB-" => "}",
        _ => form,
    };
}

using System.Globalization;
using System.Text.Json;

namespace Readout.Corpora;

/// <summary>Reads ECB+ in the tokenised form (document, sentence, token number, token, chain, parted by tabs; mentions as JSON).</summary>
public static class EcbPlusReader
{
    /// <summary>All event mentions of a part.</summary>
    /// <param name="folder">Folder of the corpus.</param>
    /// <param name="part"><c>Train</c> or <c>Dev</c>.</param>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A mention points outside its sentence.</exception>
    public static IReadOnlyList<EcbPlusMention> Read(string folder, string part)
    {
        var sentences = new Dictionary<(string Document, int Sentence), Dictionary<int, string>>();
        var openings = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(folder, $"ECB_{part}_corpus.txt")))
        {
            string[] columns = line.Split('\t');
            if (columns.Length < 4)
            {
                continue;
            }

            (string, int) key = (columns[0], int.Parse(columns[1], CultureInfo.InvariantCulture));
            (sentences.TryGetValue(key, out Dictionary<int, string>? tokens) ? tokens : sentences[key] = [])[int.Parse(columns[2], CultureInfo.InvariantCulture)] = columns[3];
            (openings.TryGetValue(columns[0], out List<string>? words) ? words : openings[columns[0]] = []).Add(columns[3]);
        }

        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"ECB_{part}_Event_gold_mentions.json")));
        return [.. json.RootElement.EnumerateArray().Select(mention => Mention(mention, sentences, openings))];
    }

    private static EcbPlusMention Mention(JsonElement mention, Dictionary<(string, int), Dictionary<int, string>> sentences, Dictionary<string, List<string>> openings)
    {
        string document = mention.GetProperty("doc_id").GetString()!;
        int sentence = mention.GetProperty("sent_id").GetInt32();
        if (!sentences.TryGetValue((document, sentence), out Dictionary<int, string>? tokens))
        {
            throw new InvalidDataException($"{document}: expected a sentence {sentence}, found none");
        }

        return new EcbPlusMention(
            document, mention.GetProperty("coref_chain").GetString()!, mention.GetProperty("tokens_str").GetString()!,
            string.Join(' ', tokens.OrderBy(token => token.Key).Select(token => token.Value)), string.Join(' ', openings[document]));
    }
}

using System.Globalization;
using System.Text.Json;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>
/// The names marked by hand in paragraphs of the newswire corpus: standoff rows of <c>eval/names/newswire.tsv</c> over the corpus's own text.
/// </summary>
internal static class NewswireNames
{
    private const string Paragraph = "PARAGRAPH";

    /// <summary>The documents that hold annotated paragraphs of a part, in the order of the file.</summary>
    /// <param name="annotation">The standoff file.</param>
    /// <param name="corpus">The newswire corpus, JSON Lines.</param>
    /// <param name="part"><c>dev</c> or <c>held-out</c>.</param>
    /// <param name="labels">Label mapping.</param>
    /// <param name="tokenizer">Splits the words.</param>
    public static IEnumerable<NameDocument> Read(string annotation, string corpus, string part, NameLabels labels, Tokenizer tokenizer)
    {
        var rows = TsvFile.Rows(annotation, 5).Where(row => row[4] == part).ToLookup(row => row[0]);
        foreach (string line in File.ReadLines(corpus))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            if (!rows.Contains(id))
            {
                continue;
            }

            string text = json.RootElement.GetProperty("text").GetString()!;
            TokenTable tokens = tokenizer.Tokenize(text);
            var map = new CodePointMap(text);
            TextSpan Span(string[] row) => new(
                map.ToUtf16(int.Parse(row[1], CultureInfo.InvariantCulture)), map.ToUtf16(int.Parse(row[2], CultureInfo.InvariantCulture)));
            var names = rows[id].Where(row => row[3] != Paragraph).Select(row => (Span(row), row[3])).OrderBy(name => name.Item1.Start);
            yield return NameProjection.Project(id, tokens, names, ("newswire", labels)) with
            {
                Annotated = [.. rows[id].Where(row => row[3] == Paragraph).Select(row => (tokens.RowAt(Span(row).Start), tokens.RowAt(Span(row).End - 1) + 1))],
            };
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>
/// Names of the CoreNLP analyses that come with PolNeAR (corenlp-tsv): silver, made by a program. Numbers, dates and money are passed over.
/// </summary>
internal static class PolnearSilver
{
    private const string NewDocument = "# newdoc id = ";

    /// <summary>The documents of a part, <c>train</c> or <c>dev</c>, over their own text.</summary>
    public static IEnumerable<NameDocument> Read(string corpora, string part, NameLabels labels, Tokenizer tokenizer)
    {
        string folder = Path.Combine(corpora, "polnear");
        var texts = Directory.EnumerateFiles(Path.Combine(folder, part), "*.txt", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "corenlp-tsv", part + ".tsv.gz")), CompressionMode.Decompress));
        string? id = null;
        var names = new List<(TextSpan Span, string Label)>();
        string previous = "O";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(NewDocument, StringComparison.Ordinal))
            {
                if (id is not null && texts.TryGetValue(id, out string? path))
                {
                    yield return Build(id, path, names, (labels, tokenizer));
                }

                (id, previous) = (line[NewDocument.Length..], "O");
                names.Clear();
                continue;
            }

            string[] cells = line.Split('\t');
            string label = cells.Length > 8 ? cells[4] : "O";
            if (label != "O")
            {
                AddToken(names, cells, label, label == previous);
            }

            previous = label;
        }

        if (id is not null && texts.TryGetValue(id, out string? last))
        {
            yield return Build(id, last, names, (labels, tokenizer));
        }
    }

    private static void AddToken(List<(TextSpan Span, string Label)> names, string[] cells, string label, bool continues)
    {
        var span = new TextSpan(int.Parse(cells[7], CultureInfo.InvariantCulture), int.Parse(cells[8], CultureInfo.InvariantCulture));
        if (continues)
        {
            names[^1] = (names[^1].Span.Union(span), label);
        }
        else
        {
            names.Add((span, label));
        }
    }

    // Offsets of the corpus count code points.
    private static NameDocument Build(
        string id, string path, List<(TextSpan Span, string Label)> names, (NameLabels Labels, Tokenizer Tokenizer) tools)
    {
        string text = File.ReadAllText(path);
        var map = new CodePointMap(text);
        var spans = names
            .Where(name => name.Span.End <= map.CodePoints)
            .Select(name => (new TextSpan(map.ToUtf16(name.Span.Start), map.ToUtf16(name.Span.End)), name.Label));
        return NameProjection.Project(id, tools.Tokenizer.Tokenize(text), spans, ("polnear", tools.Labels));
    }
}

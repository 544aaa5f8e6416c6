using System.Text;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>Reads corpora with one token and its BIO or IO label a line and a blank line between sentences.</summary>
internal static class ColumnNames
{
    /// <summary>The sentences of a file, each a document of its own, with words split anew by the tokenizer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Columns of token and label, from 0.</param>
    /// <param name="corpus">Name of the corpus in <c>data/entities/labels.tsv</c>.</param>
    /// <param name="labels">Label mapping.</param>
    /// <param name="tokenizer">Splits the words.</param>
    public static IEnumerable<NameDocument> Read(string path, (int Token, int Label) columns, string corpus, NameLabels labels, Tokenizer tokenizer)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan Span, string Label)>();
        int number = 0;
        foreach (string line in File.ReadLines(path).Append(""))
        {
            string[] cells = line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length > Math.Max(columns.Token, columns.Label) && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                AddToken(text, names, cells[columns.Token], cells[columns.Label]);
            }
            else if (line.Length == 0 && text.Length > 0)
            {
                yield return NameProjection.Project($"{Path.GetFileName(path)}#{++number}", tokenizer.Tokenize(text.ToString()), names, (corpus, labels));
                text.Clear();
                names.Clear();
            }
        }
    }

    private static void AddToken(StringBuilder text, List<(TextSpan Span, string Label)> names, string token, string label)
    {
        int start = text.Length == 0 ? 0 : text.Append(' ').Length;
        text.Append(token);
        if (label == "O")
        {
            return;
        }

        string type = label[2..];
        bool continues = label[0] == 'I' && names.Count > 0 && names[^1].Label == type && names[^1].Span.End == start - 1;
        if (continues)
        {
            names[^1] = (new TextSpan(names[^1].Span.Start, text.Length), type);
        }
        else
        {
            names.Add((new TextSpan(start, text.Length), type));
        }
    }
}

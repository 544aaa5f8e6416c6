using System.Text;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>
/// Reads corpora with one token and its BIO or IO label a line and a blank line between sentences. A <c># text</c> comment gives a sentence its own spacing,
/// <c># newdoc</c> comments join sentences to documents; without them tokens are parted by spaces and each sentence is a document.
/// </summary>
internal static class ColumnNames
{
    private const string TextComment = "# text = ";

    /// <summary>The documents of a file, with words split anew by the tokenizer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Columns of token and label, from 0.</param>
    /// <param name="corpus">Name of the corpus in <c>data/entities/labels.tsv</c>.</param>
    /// <param name="labels">Label mapping.</param>
    /// <param name="tokenizer">Splits the words.</param>
    public static IEnumerable<NameDocument> Read(string path, (int Token, int Label) columns, string corpus, NameLabels labels, Tokenizer tokenizer)
    {
        var builder = new DocumentBuilder();
        bool documents = false;
        int number = 0;
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    documents = true;
                    if (!builder.IsEmpty)
                    {
                        yield return builder.Build($"{Path.GetFileName(path)}#{++number}", tokenizer, (corpus, labels));
                    }
                }
                else if (line.StartsWith(TextComment, StringComparison.Ordinal))
                {
                    builder.SetText(line[TextComment.Length..]);
                }

                continue;
            }

            string[] cells = line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length > Math.Max(columns.Token, columns.Label))
            {
                builder.AddToken(cells[columns.Token], cells[columns.Label]);
            }
            else if (line.Length == 0)
            {
                builder.EndSentence();
                if (!documents && !builder.IsEmpty)
                {
                    yield return builder.Build($"{Path.GetFileName(path)}#{++number}", tokenizer, (corpus, labels));
                }
            }
        }

        if (!builder.IsEmpty)
        {
            yield return builder.Build($"{Path.GetFileName(path)}#{++number}", tokenizer, (corpus, labels));
        }
    }

    private sealed class DocumentBuilder
    {
        private readonly StringBuilder _text = new();
        private readonly List<(TextSpan Span, string Label)> _names = [];
        private string? _sentence;
        private int _sentenceStart;
        private int _at;

        public bool IsEmpty => _text.Length == 0;

        public void SetText(string sentence)
        {
            (_sentence, _sentenceStart, _at) = (sentence, _text.Length, 0);
            _text.Append(sentence);
        }

        public void AddToken(string token, string label)
        {
            int found = _sentence is null ? -1 : _sentence.IndexOf(token, _at, StringComparison.Ordinal);
            int start;
            if (_sentence is null)
            {
                start = IsEmpty || _text[^1] == '\n' ? _text.Length : _text.Append(' ').Length;
                _text.Append(token);
            }
            else
            {
                start = _sentenceStart + Math.Max(found, _at);
                _at = found < 0 ? _at : found + token.Length;
            }

            if (label != "O")
            {
                AddName(new TextSpan(start, Math.Min(start + token.Length, _text.Length)), label[0] == 'I', label[2..]);
            }
        }

        public void EndSentence()
        {
            _sentence = null;
            if (!IsEmpty && _text[^1] != '\n')
            {
                _text.Append('\n');
            }
        }

        public NameDocument Build(string id, Tokenizer tokenizer, (string Corpus, NameLabels Labels) mapping)
        {
            NameDocument document = NameProjection.Project(id, tokenizer.Tokenize(_text.ToString()), _names, mapping);
            _text.Clear();
            _names.Clear();
            return document;
        }

        // At most one space or a hyphen lies between the tokens of one name.
        private void AddName(TextSpan span, bool inside, string type)
        {
            if (inside && _names.Count > 0 && _names[^1].Label == type && span.Start - _names[^1].Span.End <= 1)
            {
                _names[^1] = (_names[^1].Span.Union(span), type);
            }
            else
            {
                _names.Add((span, type));
            }
        }
    }
}

using System.Globalization;

namespace Readout.Corpora;

/// <summary>Reads CoNLL-U files. Multiword tokens are folded into their words, empty nodes passed over.</summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>The sentences of a file in order.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file, line, expected and found.</exception>
    public static IReadOnlyList<ConlluSentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <summary>The sentences of a stream in order; <paramref name="name"/> stands in error messages.</summary>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file, line, expected and found.</exception>
    public static IReadOnlyList<ConlluSentence> Read(TextReader reader, string name)
    {
        var sentences = new List<ConlluSentence>();
        var builder = new SentenceBuilder(name);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                builder.Flush(sentences, number);
            }
            else if (line[0] == '#')
            {
                builder.Comments.Add(line[1..].Trim());
            }
            else
            {
                builder.AddRow(line.Split('\t'), number);
            }
        }

        builder.Flush(sentences, number);
        return sentences;
    }

    private sealed class SentenceBuilder(string name)
    {
        private readonly List<ConlluWord> _words = [];
        private string _token = "";
        private bool _tokenSpace = true;
        private int _tokenFirst = -1;
        private int _tokenLast;

        public List<string> Comments { get; } = [];

        public void AddRow(string[] cells, int line)
        {
            if (cells.Length != Columns)
            {
                throw new InvalidDataException($"{name}, line {line}: expected {Columns} tab-separated columns, found {cells.Length}");
            }

            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                return;
            }

            int dash = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                OpenToken(cells, dash, line);
                return;
            }

            AddWord(cells, line);
        }

        public void Flush(List<ConlluSentence> sentences, int line)
        {
            if (_tokenFirst >= 0)
            {
                throw new InvalidDataException($"{name}, line {line}: the sentence ends inside multiword token {_token}");
            }

            if (_words.Count > 0)
            {
                RequireHeads(line);
                bool document = sentences.Count == 0 || HasKey("newdoc");
                sentences.Add(new ConlluSentence
                {
                    Comments = Comments.ToArray(),
                    Words = _words.ToArray(),
                    BeginsDocument = document,
                    BeginsParagraph = document || HasKey("newpar"),
                });
            }

            Comments.Clear();
            _words.Clear();
        }

        private bool HasKey(string key) => Comments.Exists(comment => comment.StartsWith(key, StringComparison.Ordinal));

        private void RequireHeads(int line)
        {
            foreach (ConlluWord word in _words)
            {
                if (word.Head >= _words.Count)
                {
                    throw new InvalidDataException($"{name}, sentence before line {line}: head {word.Head + 1} lies outside the {_words.Count} words");
                }
            }
        }

        private void OpenToken(string[] cells, int dash, int line)
        {
            int first = ParseId(cells[0].AsSpan(0, dash), line);
            int last = ParseId(cells[0].AsSpan(dash + 1), line);
            if (first != _words.Count + 1 || last < first || last - first >= cells[1].Length)
            {
                throw new InvalidDataException($"{name}, line {line}: multiword token {cells[0]} does not fit word {_words.Count + 1} or its form '{cells[1]}'");
            }

            _tokenFirst = _words.Count;
            _tokenLast = last - 1;
            _token = cells[1];
            _tokenSpace = HasSpaceAfter(cells[9]);
        }

        private void AddWord(string[] cells, int line)
        {
            int id = ParseId(cells[0], line);
            if (id != _words.Count + 1)
            {
                throw new InvalidDataException($"{name}, line {line}: expected word {_words.Count + 1}, found {id}");
            }

            bool inToken = _tokenFirst >= 0;
            bool closes = inToken && id - 1 == _tokenLast;
            _words.Add(new ConlluWord
            {
                Surface = cells[1],
                Form = cells[1],
                Lemma = cells[2],
                Upos = cells[3],
                Xpos = cells[4],
                Features = cells[5],
                Head = cells[6] == "_" ? -1 : ParseId(cells[6], line) - 1,
                Relation = cells[7],
                Misc = cells[9],
                JoinsPrevious = inToken && id - 1 > _tokenFirst,
                SpaceAfter = inToken ? closes && _tokenSpace : HasSpaceAfter(cells[9]),
            });
            if (closes)
            {
                ShareToken();
                _tokenFirst = -1;
            }
        }

        // Most multiword tokens spell out their words; where one does not, its characters are shared out in proportion, one at least to each.
        private void ShareToken()
        {
            int count = _words.Count - _tokenFirst;
            int spelled = 0;
            for (int i = _tokenFirst; i < _words.Count; i++)
            {
                spelled += _words[i].Form.Length;
            }

            int at = 0;
            for (int i = 0; i < count; i++)
            {
                ConlluWord word = _words[_tokenFirst + i];
                int rest = count - 1 - i;
                int share = spelled == _token.Length ? word.Form.Length : Math.Max(1, word.Form.Length * _token.Length / Math.Max(1, spelled));
                int end = rest == 0 ? _token.Length : Math.Min(at + share, _token.Length - rest);
                _words[_tokenFirst + i] = word with { Surface = _token[at..end] };
                at = end;
            }
        }

        private int ParseId(ReadOnlySpan<char> cell, int line) =>
            int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                ? id
                : throw new InvalidDataException($"{name}, line {line}: expected a word number, found '{cell}'");

        private static bool HasSpaceAfter(string misc) => !misc.Contains("SpaceAfter=No", StringComparison.Ordinal);
    }
}

using System.Security.Cryptography;
using System.Text;
using Readout.Events;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Reads PLV (sentences with a marked source and target and a PLOVER class; Zero-Shot-PLOVER) and turns it into examples. Its classes are
/// the types of PLOVER with CONCEDE and RETREAT together as YIELD.
/// </summary>
internal sealed class EventCorpus
{
    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;
    private readonly EventFeatures _features;

    public EventCorpus(string dataDirectory)
    {
        _tokenizer = Tokenizer.Load(dataDirectory);
        _parser = SyntaxParser.Load(dataDirectory);
        var operators = OperatorTable.Load(dataDirectory);
        _features = new EventFeatures(PatternTable.Load(dataDirectory, Path.Combine("events", "patterns.tsv")), operators, new Reality(operators));
    }

    /// <summary>The tenth, 0 to 9, that a sentence belongs to whatever else the corpus holds: the first digit group of its SHA-256.</summary>
    public static int TenthOf(string sentence) => SHA256.HashData(Encoding.UTF8.GetBytes(sentence))[0] % 10;

    /// <summary>The examples of a file in file order.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a sentence has no marks.</exception>
    public IReadOnlyList<EventExample> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] names = lines[0].Split('\t');
        int sentence = ColumnOf(path, names, "sentence");
        int marked = ColumnOf(path, names, "marked_sentence");
        int root = ColumnOf(path, names, "gold_root");
        var examples = new List<EventExample>(lines.Length);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('\t');
            int label = Array.IndexOf(EventClassifier.Classes, cells[root]);
            if (label < 0)
            {
                throw new InvalidDataException($"{path}: unknown class '{cells[root]}'");
            }

            examples.Add(new EventExample(cells[sentence], FeaturesOf(cells[marked]), label));
        }

        return examples;
    }

    private static int ColumnOf(string path, string[] names, string name)
    {
        int at = Array.IndexOf(names, name);
        return at >= 0 ? at : throw new InvalidDataException($"{path}: no column '{name}' in line 1");
    }

    private ulong[] FeaturesOf(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var source = (First: -1, End: -1);
        var target = (First: -1, End: -1);
        for (int i = 0; i < marked.Length;)
        {
            ReadOnlySpan<char> rest = marked.AsSpan(i);
            if (rest.StartsWith("<s>"))
            {
                source.First = source.First < 0 ? text.Length : source.First;
                i += 3;
            }
            else if (rest.StartsWith("</s>"))
            {
                source.End = source.End < 0 ? text.Length : source.End;
                i += 4;
            }
            else if (rest.StartsWith("<t>"))
            {
                target.First = target.First < 0 ? text.Length : target.First;
                i += 3;
            }
            else if (rest.StartsWith("</t>"))
            {
                target.End = target.End < 0 ? text.Length : target.End;
                i += 4;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        ParsedText parse = _parser.Parse(_tokenizer.Tokenize(text.ToString()));
        TokenTable tokens = parse.Tokens;
        (int First, int End) actor = Rows(tokens, source.First, source.End);
        (int First, int End) recipient = Rows(tokens, target.First, target.End);
        var features = new List<ulong>();
        _features.Add(parse, new EventArguments(0, tokens.Count, actor.First, actor.End, recipient.First, recipient.End), features);
        return [.. features.Distinct().Order()];
    }

    private static (int First, int End) Rows(TokenTable tokens, int start, int end)
    {
        if (start < 0 || end <= start)
        {
            return (tokens.Count, tokens.Count);
        }

        int first = tokens.RowAt(start);
        return (first, Math.Max(first, Math.Min(tokens.Count, tokens.RowAt(end - 1) + 1)));
    }
}

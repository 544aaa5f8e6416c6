using System.Globalization;
using System.Text.Json;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// The running text of the corpora, as words by sentence: newswire, the articles of PolNeAR's training part, and the words of the training
/// parts of treebanks, name and event corpora. No development file is read.
/// </summary>
public static class UnlabelledText
{
    private static readonly string[] ColumnFiles =
    [
        "ud/ewt/en_ewt-ud-train.conllu", "ud/gum/en_gum-ud-train.conllu", "ud/lines/en_lines-ud-train.conllu",
        "ud/partut/en_partut-ud-train.conllu", "ner/wikineural/en-val.conllu", "ner/wikineural/en-test.conllu",
    ];

    private static readonly string[] BioFiles =
        ["ner/wikigold/wikigold.conll.txt", "ner/wnut17/wnut17train.conll", "ner/crossner-politics/train.txt"];

    /// <summary>Reads what there is under <paramref name="corpora"/>; a missing corpus is passed over.</summary>
    /// <param name="corpora">Directory of the corpora.</param>
    /// <param name="tokenizer">Splits what is not split yet.</param>
    /// <param name="except">Files under <paramref name="corpora"/> not to read, null for none.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string corpora, Tokenizer tokenizer, IReadOnlyCollection<string>? except = null)
    {
        var sentences = new List<IReadOnlyList<string>>();
        AddNewswire(Path.Combine(corpora, "newswire", "newswire.jsonl"), tokenizer, sentences);
        string articles = Path.Combine(corpora, "polnear", "train", "text");
        if (Directory.Exists(articles))
        {
            foreach (string file in Directory.GetFiles(articles).Order(StringComparer.Ordinal))
            {
                AddText(File.ReadAllText(file), tokenizer, sentences);
            }
        }

        foreach (string file in ColumnFiles.Except(except ?? [], StringComparer.Ordinal))
        {
            AddColumn(Path.Combine(corpora, file), 1, '\t', sentences);
        }

        foreach (string file in BioFiles)
        {
            AddColumn(Path.Combine(corpora, file), 0, null, sentences);
        }

        AddColumn(Path.Combine(corpora, "events", "ecbplus", "ECB_Train_corpus.txt"), 3, '\t', sentences);
        AddPlv(Path.Combine(corpora, "events", "plv", "PLV_train.tsv"), tokenizer, sentences);
        return sentences;
    }

    private static void AddText(string text, Tokenizer tokenizer, List<IReadOnlyList<string>> sentences)
    {
        TokenTable tokens = tokenizer.Tokenize(text);
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            var words = new string[tokens.SentenceStarts[s + 1] - tokens.SentenceStarts[s]];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = tokens.Form(tokens.SentenceStarts[s] + i).ToString();
            }

            sentences.Add(words);
        }
    }

    private static void AddNewswire(string path, Tokenizer tokenizer, List<IReadOnlyList<string>> sentences)
    {
        foreach (string line in Lines(path))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            AddText(article.RootElement.GetProperty("text").GetString() ?? "", tokenizer, sentences);
        }
    }

    private static void AddPlv(string path, Tokenizer tokenizer, List<IReadOnlyList<string>> sentences)
    {
        foreach (string line in Lines(path).Skip(1))
        {
            string[] cells = line.Split('\t');
            AddText(cells.Length > 2 ? cells[2] : "", tokenizer, sentences);
        }
    }

    /// <summary>Adds the words of a file of one word a line; a line without the column ends a sentence.</summary>
    private static void AddColumn(string path, int column, char? separator, List<IReadOnlyList<string>> sentences)
    {
        var words = new List<string>();
        foreach (string line in Lines(path).Append(""))
        {
            string[] cells = separator is { } mark ? line.Split(mark) : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            bool isWord = cells.Length > column && line[0] != '#';
            if (isWord && (separator is null || int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) || column == 3))
            {
                words.Add(cells[column]);
            }
            else if (!isWord && words.Count > 0)
            {
                sentences.Add([.. words]);
                words.Clear();
            }
        }
    }

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}

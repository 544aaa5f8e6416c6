namespace Readout.Tokenization;

/// <summary>
/// Splits text into words, sentences and paragraphs in time linear in its length. Immutable, thread-safe.
/// Words follow UD English EWT and GUM 2.16 (see docs/language.md).
/// </summary>
public sealed class Tokenizer
{
    private readonly CharKinds _kinds = new();
    private readonly WordLexicon _lexicon;
    private readonly GluedWords _glued;
    private readonly SentenceSplitter? _sentences;

    private Tokenizer(string dataDirectory, bool sentences)
    {
        _lexicon = WordLexicon.Load(dataDirectory);
        _glued = GluedWords.Load(dataDirectory);
        _sentences = sentences ? SentenceSplitter.Load(dataDirectory, _kinds) : null;
    }

    /// <summary>Loads its word lists and the model of sentence ends from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it.</exception>
    public static Tokenizer Load(string dataDirectory) => new(dataDirectory, sentences: true);

    /// <summary>A tokenizer that takes each paragraph for one sentence; the sentence model is trained on its words.</summary>
    internal static Tokenizer LoadWords(string dataDirectory) => new(dataDirectory, sentences: false);

    /// <summary>The words of a text; any string is accepted.</summary>
    public TokenTable Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new WordBuffer(text.Length);
        var paragraphs = new List<int>((text.Length / 200) + 2);
        try
        {
            SplitWords(text, ref words, paragraphs);
            int[] starts = words.Starts.ToArray();
            int[] ends = words.Ends.ToArray();
            bool[] joins = words.Joins.ToArray();
            if (starts.Length == 0)
            {
                return new TokenTable(text, starts, ends, joins, new TokenBounds([0], [0]));
            }

            paragraphs.Add(starts.Length);
            int[] paragraphStarts = paragraphs.ToArray();
            var whole = new TokenTable(text, starts, ends, joins, new TokenBounds(paragraphStarts, paragraphStarts));
            return _sentences is null ? whole : new TokenTable(text, starts, ends, joins, new TokenBounds(_sentences.Split(whole), paragraphStarts));
        }
        finally
        {
            words.Dispose();
        }
    }

    private void SplitWords(string text, ref WordBuffer words, List<int> paragraphs)
    {
        var splitter = new WordSplitter(text, _kinds, _lexicon, _glued);
        bool wrapped = LineLayout.IsWrapped(text, _kinds);
        int lineEnds = 1;
        int i = 0;
        while (i < text.Length)
        {
            CharKind kind = _kinds[text[i]];
            if (kind is CharKind.Space or CharKind.Line)
            {
                lineEnds += kind == CharKind.Line && !(text[i] == '\n' && i > 0 && text[i - 1] == '\r') ? 1 : 0;
                i++;
                continue;
            }

            if (words.Count == 0 || lineEnds > (wrapped ? 1 : 0))
            {
                paragraphs.Add(words.Count);
                splitter.BeginParagraph();
            }

            lineEnds = 0;
            int end = i + 1;
            while (end < text.Length && _kinds[text[end]] is not (CharKind.Space or CharKind.Line))
            {
                end++;
            }

            splitter.Split(i, end, ref words);
            i = end;
        }
    }
}

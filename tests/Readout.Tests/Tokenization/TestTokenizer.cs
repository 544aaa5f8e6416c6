using Readout.Tokenization;

namespace Readout.Tests.Tokenization;

/// <summary>One tokenizer for all tests, and the ways in which they write down its results.</summary>
internal static class TestTokenizer
{
    public static Tokenizer Shared { get; } = Tokenizer.Load(Reader.DefaultDataDirectory);

    public static string Words(TokenTable tokens, int first, int end)
    {
        var text = new System.Text.StringBuilder();
        for (int row = first; row < end; row++)
        {
            text.Append(row == first ? "" : tokens.JoinsPrevious(row) ? "|" : " ").Append(tokens.Form(row));
        }

        return text.ToString();
    }

    public static string[] Sentences(string text)
    {
        TokenTable tokens = Shared.Tokenize(text);
        return Enumerable.Range(0, tokens.SentenceCount)
            .Select(s => Words(tokens, tokens.SentenceStarts[s], tokens.SentenceStarts[s + 1]))
            .ToArray();
    }
}

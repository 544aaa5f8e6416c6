using Readout.Text;
using Readout.Tokenization;

namespace Readout.Tests.Tokenization;

public sealed class WordTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(AppContext.BaseDirectory, "Cases", "words.tsv"), 2))
        {
            cases.Add(row[0], row[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Splits_as_the_treebanks_do(string text, string expected)
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
        Assert.Equal(expected, TestTokenizer.Words(tokens, 0, tokens.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u200B\uFEFF\0")]
    public void Text_without_words_gives_an_empty_table(string text)
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
        Assert.Equal(0, tokens.Count);
        Assert.Equal(0, tokens.SentenceCount);
    }

    [Fact]
    public void A_lone_surrogate_is_a_word() =>
        Assert.Equal(["a", "\uD83D", "b"], Enumerable.Range(0, 3).Select(row => TestTokenizer.Shared.Tokenize("a \uD83D b").Form(row).ToString()));

    [Fact]
    public void An_emoji_with_its_modifiers_is_one_word() =>
        Assert.Equal(1, TestTokenizer.Shared.Tokenize("\U0001F469\U0001F3FD\u200D\U0001F680").Count);
}

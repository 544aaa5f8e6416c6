using Readout.Tokenization;

namespace Readout.Tests.Tokenization;

/// <summary>What must hold for every string, tried on seeded strings of the characters that matter to the tokenizer.</summary>
public sealed class TokenTableProperties
{
    private const string Alphabet =
        "aZé9 \n\r\t.,;:!?'\u2019\"\u201C\u201D()[]-\u2013\u2014/@#$%&_*<>=+^|~`\u2026\u00AB\u00BB\u00A0\u200B\u200D\uFE0F\0\uD83D\uDE00\u0301\u4E2D";

    private static readonly string[] Pieces =
        ["n't", "'s", "U.S.", "www.", "http://", "@example.org", "e-mail", "gonna", ":-)", "Mr. ", "1,000.5", "713-853-3989", " said. He ", "\n\n", "...", "a.b"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Words_cover_all_but_separators_in_order(int seed)
    {
        foreach (string text in Texts(seed))
        {
            TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
            int at = 0;
            for (int row = 0; row < tokens.Count; row++)
            {
                Assert.True(tokens.Starts[row] >= at && tokens.Ends[row] > tokens.Starts[row], text);
                RequireSeparators(text, at, tokens.Starts[row]);
                Assert.DoesNotContain('\n', tokens.Form(row).ToString());
                Assert.False(tokens.JoinsPrevious(row) && tokens.SpaceBefore(row), text);
                at = tokens.Ends[row];
            }

            RequireSeparators(text, at, text.Length);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Sentences_and_paragraphs_are_ascending_and_nested(int seed)
    {
        foreach (string text in Texts(seed))
        {
            TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
            var sentences = new HashSet<int>(tokens.SentenceStarts.ToArray());
            RequireAscending(tokens.SentenceStarts);
            RequireAscending(tokens.ParagraphStarts);
            foreach (int start in tokens.ParagraphStarts)
            {
                Assert.Contains(start, sentences);
            }

            for (int s = 0; s < tokens.SentenceCount; s++)
            {
                Assert.False(tokens.JoinsPrevious(tokens.SentenceStarts[s]));
            }
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_table()
    {
        foreach (string text in Texts(6))
        {
            TokenTable one = TestTokenizer.Shared.Tokenize(text);
            TokenTable two = TestTokenizer.Shared.Tokenize(text);
            Assert.True(one.Starts.SequenceEqual(two.Starts) && one.Ends.SequenceEqual(two.Ends) && one.SentenceStarts.SequenceEqual(two.SentenceStarts));
        }
    }

    [Theory]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("a'")]
    [InlineData("www.)")]
    [InlineData("a@")]
    [InlineData("1-1")]
    [InlineData("\uD83D")]
    [InlineData(".")]
    [InlineData("a.b@")]
    public void Time_grows_with_length_and_no_faster(string piece)
    {
        string longer = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        string shorter = longer[..(longer.Length / 8)];
        TimeSpan small = TimeSpan.MaxValue;
        TimeSpan large = TimeSpan.MaxValue;

        // Eight times the text may take 32 times as long, quadratic growth would take 64; other work on the machine only ever adds, so the best of several runs counts.
        for (int run = 0; run < 20 && (run == 0 || large >= (small * 32) + TimeSpan.FromMilliseconds(50)); run++)
        {
            small = Shortest(small, shorter);
            large = Shortest(large, longer);
        }

        Assert.True(large < (small * 32) + TimeSpan.FromMilliseconds(50), $"{piece}: {small.TotalMilliseconds} ms, {large.TotalMilliseconds} ms");
    }

    private static TimeSpan Shortest(TimeSpan best, string text)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        TestTokenizer.Shared.Tokenize(text);
        return watch.Elapsed < best ? watch.Elapsed : best;
    }

    private static IEnumerable<string> Texts(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++)
        {
            var text = new System.Text.StringBuilder();
            int parts = random.Next(1, 60);
            for (int part = 0; part < parts; part++)
            {
                _ = random.Next(3) == 0 ? text.Append(Pieces[random.Next(Pieces.Length)]) : text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }

            yield return text.ToString();
        }
    }

    private static void RequireSeparators(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Assert.True(char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.Format, $"lost U+{(int)text[i]:X4} at {i}");
        }
    }

    private static void RequireAscending(ReadOnlySpan<int> bounds)
    {
        for (int i = 1; i < bounds.Length; i++)
        {
            Assert.True(bounds[i] > bounds[i - 1] || bounds.Length == 1);
        }
    }
}

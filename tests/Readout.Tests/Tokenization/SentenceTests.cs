using Readout.Text;
using Readout.Tokenization;

namespace Readout.Tests.Tokenization;

public sealed class SentenceTests
{
    private const string Wrapped =
        "The ministers of the two countries met on Tuesday in the old\ncapital and talked for three hours about the bridge, which has\n" +
        "been closed since the spring and which both sides now want to\nopen again. The talks went on until the evening, when the hosts\n" +
        "gave a dinner.\n\nNo date was set.\n";

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(AppContext.BaseDirectory, "Cases", "sentences.tsv"), 2))
        {
            cases.Add(row[0].Replace("\\n", "\n", StringComparison.Ordinal), row[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ends_where_a_reader_would_end_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(" // ", TestTokenizer.Sentences(text)));

    [Fact]
    public void Lines_broken_to_a_width_are_joined()
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(Wrapped);
        Assert.Equal(2, tokens.ParagraphCount);
        Assert.Equal(3, tokens.SentenceCount);
    }

    [Fact]
    public void A_line_end_is_a_paragraph_end_elsewhere() =>
        Assert.Equal(3, TestTokenizer.Shared.Tokenize("Leaders meet\nTalks go on\r\n\r\nBoth are glad.").ParagraphCount);
}

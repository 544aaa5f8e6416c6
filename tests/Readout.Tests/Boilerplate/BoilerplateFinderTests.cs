using Readout.Boilerplate;
using Readout.Tests.Tokenization;
using Readout.Text;

namespace Readout.Tests.Boilerplate;

public sealed class BoilerplateFinderTests
{
    private static readonly BoilerplateFinder Finder = BoilerplateFinder.Load(Reader.DefaultDataDirectory);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(AppContext.BaseDirectory, "Cases", "boilerplate.tsv"), 2))
        {
            cases.Add(row[0], row[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_calls_to_the_reader_from_the_report(string line, string expected) => Assert.Equal(expected, Finder.Match(line) ?? "report");

    [Fact]
    public void Spans_are_the_lines_without_white_space()
    {
        const string text = "The leaders met.\n  Share this article  \n\nThey talked for an hour.\nAdvertisement";
        Assert.Equal(["Share this article", "Advertisement"], Finder.Find(TestTokenizer.Shared.Tokenize(text)).Select(span => span.In(text).ToString()));
    }

    [Fact]
    public void Any_line_is_accepted()
    {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++)
        {
            var line = new char[random.Next(1, 700)];
            for (int c = 0; c < line.Length; c++)
            {
                line[c] = (char)random.Next(1, 0x2100);
            }

            Finder.Match(line);
        }
    }
}

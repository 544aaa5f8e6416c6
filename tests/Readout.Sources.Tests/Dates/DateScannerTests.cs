using Readout.Sources.Dates;

namespace Readout.Sources.Tests.Dates;

public sealed class DateScannerTests
{
    private static readonly DateScanner Scanner = new(DateLexicon.Load(TestData.Directory));

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "dates.tsv")).Where(l => !l.StartsWith('#')))
        {
            string[] cells = line.Split('\t');
            data.Add(cells[0], cells.Length > 1 ? cells[1] : "");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Dates_are_read_with_the_precision_they_have(string text, string expected) =>
        Assert.Equal(expected, Scanner.First(text)?.Value.ToString() ?? "");

    [Fact]
    public void Slashes_are_read_month_first_only_where_asked()
    {
        Assert.Equal("2020-05-04", Scanner.First("04/05/2020")?.Value.ToString());
        Assert.Equal("2020-04-05", Scanner.First("04/05/2020", monthFirst: true)?.Value.ToString());
    }

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(5);
        const string Alphabet = "0123456789 ./-:,TZ+MarzMai\u00e4\ud83d";
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            FoundDate? found = Scanner.First(text);
            Assert.True(found is null || (found.Value.Start >= 0 && found.Value.End <= text.Length && found.Value.Start < found.Value.End));
            _ = found?.Value.Instant;
        }
    }
}

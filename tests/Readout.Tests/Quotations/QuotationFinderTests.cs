using System.Text;
using Readout.Quotations;
using Readout.Text;

namespace Readout.Tests.Quotations;

public sealed class QuotationFinderTests
{
    private static readonly QuotationFinder _finder = QuotationFinder.Load(Path.Combine(AppContext.BaseDirectory, "data"));

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(AppContext.BaseDirectory, "Cases", "quotations.tsv"), 2))
        {
            cases.Add(cells[0], cells[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_marked_quotations(string name, string markedUp)
    {
        string text = string.Concat(markedUp.Where(c => !"{}~>".Contains(c, StringComparison.Ordinal))).Replace('|', '\n');
        Assert.Equal($"{name}: {markedUp}", $"{name}: {MarkUp(text, _finder.Find(text))}");
    }

    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("„")]
    [InlineData(" “x")]
    [InlineData(" 'x y'")]
    [InlineData("“x\n")]
    public void Many_unclosed_marks_stay_linear(string unit)
    {
        string small = Repeat(unit, 20_000), large = Repeat(unit, 200_000);
        LinearTime.Check(() => _finder.Find(small), () => _finder.Find(large));
    }

    [Fact]
    public void Quotations_of_any_text_nest_and_stay_inside_it()
    {
        var random = new Random(7);
        const string alphabet = "ab s'’‘\"“”„«».,\n-1";
        for (int round = 0; round < 3000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            Quotation[] found = _finder.Find(text);
            for (int i = 0; i < found.Length; i++)
            {
                Assert.True(found[i].Outer.Contains(found[i].Inner) && !found[i].Inner.IsEmpty, text);
                Assert.InRange(found[i].Outer.End, found[i].Outer.Start, text.Length);
                for (int j = i + 1; j < found.Length; j++)
                {
                    bool apart = found[j].Outer.Start >= found[i].Outer.End;
                    Assert.True(apart || found[i].Outer.Contains(found[j].Outer), text);
                }
            }
        }
    }

    private static string Repeat(string unit, int count) => new StringBuilder(unit.Length * count).Insert(0, unit, count).ToString();

    // Opening braces before what they enclose, closing ones after it.
    private static string MarkUp(string text, Quotation[] found)
    {
        var marked = new StringBuilder();
        for (int i = 0; i <= text.Length; i++)
        {
            foreach (Quotation quotation in found.Where(q => q.Inner.End == i).Reverse())
            {
                marked.Append('}').Append(quotation.Ending switch
                {
                    QuotationEnding.Unclosed => "~",
                    QuotationEnding.Continued => ">",
                    _ => "",
                });
            }

            marked.Append('{', found.Count(q => q.Inner.Start == i));
            if (i < text.Length)
            {
                marked.Append(text[i] == '\n' ? '|' : text[i]);
            }
        }

        return marked.ToString();
    }
}

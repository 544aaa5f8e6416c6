using Readout.Text;
using Readout.Time;

namespace Readout.Tests.Time;

public class TimeFinderTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Cases", "times.tsv"), 2))
        {
            cases.Add(cells[0], cells[1], cells.Length > 2 ? cells[2] : "");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_and_normalises_what_is_marked(string published, string marked, string expected)
    {
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        IReadOnlyList<TimeExpression> found = TestTimes.Find(text, published == "-" ? null : published);

        Assert.Equal(marked, Mark(text, found));
        Assert.Equal(expected, string.Join("; ", found.Select(Describe)));
    }

    [Fact]
    public void A_range_is_kept_on_the_expression_that_opens_it()
    {
        TimeExpression opening = TestTimes.Find("It runs from 2024 through 2026.", null)[0];

        Assert.Equal(new TimeInterval(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31), TimePrecision.Year), opening.Range);
    }

    [Fact]
    public void A_span_counted_from_the_report_knows_its_days()
    {
        TimeExpression span = TestTimes.Find("They will pay over the next five years.", "2024-01-10").Single();

        Assert.Equal(new TimeInterval(new DateOnly(2024, 1, 10), new DateOnly(2029, 1, 10), TimePrecision.Span), span.Interval);
    }

    [Fact]
    public void An_approximate_year_is_marked_in_EDTF()
    {
        Assert.Equal("1910~", TestTimes.Find("It was founded about 1910.", "2024-01-10").Single().Edtf);
    }

    private static string Describe(TimeExpression time) =>
        $"{time.Type.ToString().ToUpperInvariant()} {time.Value ?? "-"}{(time.Anchored ? " !" : "")}";

    private static string Mark(string text, IReadOnlyList<TimeExpression> found)
    {
        var marked = new System.Text.StringBuilder(text);
        foreach (TimeExpression time in found.Reverse())
        {
            marked.Insert(time.Span.End, ']').Insert(time.Span.Start, '[');
        }

        return marked.ToString();
    }
}

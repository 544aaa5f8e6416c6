using Readout.Time;

namespace Readout.Tests.Time;

public class TimeFinderProperties
{
    private static readonly string[] Pieces =
    [
        "last", "Tuesday", "May", "the", "1998", "31", "-", ",", ".", "'", "s", "two", "hundred", "twenty", "first", "quarter", "of", "year", "years",
        "ago", "later", "before", "February", "29", "0", "99999", "10:35", "25:99", "a.m.", "GMT", "(", ")", "BC", "480", "century", "90s", "every",
        "next", "and", "to", "from", "half", "\n\n", "\ud83d", "\u0000", "2023-99-99", "13/13/13", "fiscal", "day", "end", "early", "Easter", "9999",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_string_gives_ordered_spans_inside_the_text_and_the_same_twice(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 400; round++)
        {
            string text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            string? published = random.Next(3) switch { 0 => null, 1 => "2024-02-29", _ => random.Next(2) == 0 ? "0001-01-01" : "9999-12-31" };
            IReadOnlyList<TimeExpression> found = TestTimes.Find(text, published);
            int end = 0;
            foreach (TimeExpression time in found)
            {
                Assert.InRange(time.Span.Start, end, text.Length);
                Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
                Assert.False(time.Anchored && time.Value is null, $"anchored without a value: {text}");
                end = time.Span.End;
            }

            Assert.Equal(found, TestTimes.Find(text, published));
        }
    }

    [Theory]
    [InlineData("2006-12-18", "2006-12-18", "2006-12-18", TimePrecision.Day)]
    [InlineData("2006-12", "2006-12-01", "2006-12-31", TimePrecision.Month)]
    [InlineData("2006-W51", "2006-12-18", "2006-12-24", TimePrecision.Week)]
    [InlineData("2006-W51-WE", "2006-12-23", "2006-12-24", TimePrecision.Weekend)]
    [InlineData("2006-WI", "2006-12-01", "2007-02-28", TimePrecision.Season)]
    [InlineData("2006-Q4", "2006-10-01", "2006-12-31", TimePrecision.Quarter)]
    [InlineData("2006-H1", "2006-01-01", "2006-06-30", TimePrecision.HalfYear)]
    [InlineData("199X", "1990-01-01", "1999-12-31", TimePrecision.Decade)]
    [InlineData("19XX", "1900-01-01", "1999-12-31", TimePrecision.Century)]
    [InlineData("2024/2026", "2024-01-01", "2026-12-31", TimePrecision.Year)]
    public void A_value_names_its_days(string value, string first, string last, TimePrecision precision)
    {
        var expected = new TimeInterval(
            DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd"), precision);

        Assert.Equal(expected, TimeInterval.OfValue(value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P3D")]
    [InlineData("PRESENT_REF")]
    [InlineData("XXXX-12-05")]
    [InlineData("2023-02-29")]
    [InlineData("2023-W54")]
    [InlineData("2023-13")]
    [InlineData("BC0480")]
    [InlineData("2026/2024")]
    public void A_value_without_days_names_none(string? value) => Assert.Null(TimeInterval.OfValue(value));
}

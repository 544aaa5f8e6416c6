using Readout.Parsing;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Tests.Time;

/// <summary>What hangs on the trees: direction from the governing verb, and times counted from what happened. Invented sentences.</summary>
public class ParsedTimesTests
{
    private static readonly Tokenizer Words = Tokenizer.Load(Reader.DefaultDataDirectory);
    private static readonly SyntaxParser Parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
    private static readonly TimeFinder Finder = TimeFinder.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("The talks were held on May 3, 2023. The envoys left two days after the talks.", "two days after the talks", "2023-05-05")]
    [InlineData("The summit ended on May 3, 2023. A week before the summit the envoys had met in Selkow.", "a week before the summit", "2023-W17")]
    [InlineData("The envoys left two days after the talks.", "two days", "P2D")]
    [InlineData("The talks were held on May 3, 2023. The envoys left two days after a meeting.", "two days", "P2D")]
    public void A_time_is_counted_from_what_happened_where_the_report_dates_it(string text, string phrase, string value)
    {
        TimeExpression last = Find(text, "2023-06-01")[^1];

        Assert.Equal(phrase, last.Span.In(text).ToString(), ignoreCase: true);
        Assert.Equal(value, last.Value);
    }

    [Theory]
    [InlineData("The ministry announced the plan on Aug. 21.", "1989-08-21")]
    [InlineData("The envoys are to meet on Friday.", "1989-10-27")]
    [InlineData("The envoys met on Friday to discuss what they will do.", "1989-10-20")]
    [InlineData("The talks scheduled for Friday were called off.", "1989-10-27")]
    public void Direction_comes_from_the_governing_verb(string text, string value) => Assert.Equal(value, Find(text, "1989-10-24")[0].Value);

    [Theory]
    [InlineData("Dockers will strike if the quota was not raised by Easter.", "2024-03-31")]
    [InlineData("The dockers threatened to block the port unless the quota was raised by Easter.", "2024-03-31")]
    [InlineData("Officials demanded that the quota be raised by Easter.", "2024-03-31")]
    [InlineData("They said the quota was to be raised by Easter.", "2024-03-31")]
    [InlineData("The ministers hoped for a treaty by Easter.", "2024-03-31")]
    [InlineData("They said the dockers must leave by Easter.", "2024-03-31")]
    [InlineData("They told reporters that the treaty was finished by Easter.", "2023-04-09")]
    [InlineData("The quota was raised by Easter.", "2023-04-09")]
    public void A_term_in_a_condition_is_still_to_come(string text, string value) => Assert.Equal(value, Find(text, "2023-12-13")[0].Value);

    private static IReadOnlyList<TimeExpression> Find(string text, string published) =>
        Finder.Find(Parser.Parse(Words.Tokenize(text)), new Report { Id = "test", Text = text, Published = published });
}

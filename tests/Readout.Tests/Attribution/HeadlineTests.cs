using Readout.Attribution;
using Readout.Text;

namespace Readout.Tests.Attribution;

public sealed class HeadlineTests
{
    private const string Story = "\n\nThe talks in Caldermouth went on for five hours. Nothing was signed.";

    private static readonly Reader _reader = Reader.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("Maravene denies secret annex to Ansel Bank deal", "Maravene", "denies", "secret annex to Ansel Bank deal")]
    [InlineData("France, Germany agree to share coastguard data", "France|Germany", "agree", "to share coastguard data")]
    [InlineData("Patrol station will open by end of June, minister vows", "minister", "vows", "Patrol station will open by end of June")]
    [InlineData("Harbour is no prison, says President Drost", "President Drost", "says", "Harbour is no prison")]
    public void A_headline_in_the_present_tense_is_a_statement(string headline, string sources, string cue, string content)
    {
        Statement statement = Read(headline).Statements[0];
        string text = headline + Story;
        Assert.Equal(sources, string.Join('|', statement.Speakers.Select(one => one.Span.In(text).ToString())));
        Assert.Equal(cue, statement.Cue!.Value.In(text).ToString());
        Assert.Equal(content, statement.Content.Single().In(text).ToString());
    }

    [Theory]
    [InlineData("Shares open lower in thin trade")]
    [InlineData("Snow storm claims two in mountain village")]
    [InlineData("Roundup: harbour works go on")]
    public void A_headline_without_a_speaker_is_none(string headline) => Assert.Empty(Read(headline).Statements);

    [Fact]
    public void The_time_of_an_occasion_is_carried_over_to_what_the_same_speaker_says_next()
    {
        const string text = "Foreign Minister Anna Keller told reporters on Tuesday that the port would stay open.\n\n\"Nobody closes it,\" she said.";
        Document read = _reader.Read(new Report { Id = "t", Text = text, Published = "2023-12-20" });
        Assert.Equal(["2023-12-19", "2023-12-19"], read.Statements.Select(one => one.Time));
    }

    private static Document Read(string headline) => _reader.Read(new Report { Id = "h", Text = headline + Story, Published = "2023-12-20" });
}

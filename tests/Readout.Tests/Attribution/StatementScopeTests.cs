using Readout.Attribution;
using Readout.Text;

namespace Readout.Tests.Attribution;

/// <summary>Classes of errors that a reading of the newswire showed, on invented sentences.</summary>
public sealed class StatementScopeTests
{
    private const string Story = "The council of Caldermouth met for five hours on Monday. Nothing was signed.\n\n";

    private static readonly Reader _reader = Reader.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("The lower deficit was a result of better revenue and lower spending, said the central bank.", "the central bank")]
    [InlineData("Four men were hurt when troops stormed the camp early in the morning, said local medics.", "local medics")]
    [InlineData("The yards will close in the summer, said he.", "he")]
    [InlineData("The harbour is still clean, said the report which is posted on the site.", "the report which is posted on the site")]
    public void Behind_an_inverted_verb_stands_the_speaker(string sentence, string source)
    {
        Statement statement = Assert.Single(Read(sentence));
        Assert.Equal(source, statement.Speakers.Single().Span.In(Story + sentence).ToString());
        Assert.Equal(sentence[..sentence.LastIndexOf(',')], statement.Content.Single().In(Story + sentence).ToString());
    }

    [Theory]
    [InlineData("Norrbäck added to her tally of goals with a fine shot after the break.")]
    [InlineData("Referee Hans Oduya called a halt to the game after ten minutes.")]
    [InlineData("Norrbäck is considering retirement because of her knee.")]
    [InlineData("The fleet held a large exercise named \"Northern Blow\" in August.")]
    [InlineData("The judge was ousted from his post for alleged irregularities.")]
    [InlineData("Maravene must now wait for the result of the second game to know if they are through.")]
    public void Acts_are_no_statements(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [InlineData("President Ilse Norrbäck spoke about her intention to visit Ostrevar in the spring.", "her intention to visit Ostrevar in the spring")]
    [InlineData("The minister talked of plans to widen the harbour.", "plans to widen the harbour")]
    public void A_noun_behind_a_preposition_that_tells_the_content_is_content(string sentence, string content) =>
        Assert.Equal(content, Assert.Single(Read(sentence)).Content.Single().In(Story + sentence).ToString());

    [Fact]
    public void What_was_talked_about_without_a_clause_is_no_statement() => Assert.Empty(Read("The two ministers talked about trade and fish."));

    private static IReadOnlyList<Statement> Read(string sentence) => _reader.Read(new Report { Id = "s", Text = Story + sentence, Published = "2023-12-20" }).Statements;
}

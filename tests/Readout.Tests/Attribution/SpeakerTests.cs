using Readout.Actors;
using Readout.Attribution;
using Readout.Text;

namespace Readout.Tests.Attribution;

/// <summary>Who is said to speak where the source tells it in a roundabout way.</summary>
public sealed class SpeakerTests
{
    private static readonly Reader _reader = Reader.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("\"The yards are ready,\" Ostrevar's Managing Director, Paul Keller said on Monday.", "Paul Keller")]
    [InlineData("\"We marched today,\" Anna Keller, chief of the fishermen of Caldermouth, said.", "Anna Keller")]
    [InlineData("Quendrian Minister Tomas Brandtheimer opened the yard on Monday. \"It will work,\" Brandthaimer said.", "Tomas Brandtheimer")]
    [InlineData("Human Rights Watch condemned the sentence on Monday. \"It must be lifted,\" the group said. \"It is cruel,\" the group said.", "Human Rights Watch")]
    public void A_quotation_has_the_named_speaker(string text, string speaker)
    {
        Document read = _reader.Read(new Report { Id = "speaker", Text = text });
        Statement said = read.Statements.Last(one => one.Form == StatementForm.Direct);
        Assert.True(said.Speakers[0].Actor >= 0);
        Assert.Equal(speaker, read.Actors.Actors[said.Speakers[0].Actor].Name);
    }

    [Theory]
    [InlineData("The airport heard a complaint from Anna Keller, who said the gates should be closed.", "Anna Keller")]
    [InlineData("Quendria's minister met Tomas Brandt, the mayor of Caldermouth, who warned that the harbour would be closed.", "Tomas Brandt")]
    [InlineData("The plan was welcomed by the Caldermouth Trade Union, which said that wages would rise.", "Caldermouth Trade Union")]
    public void A_relative_pronoun_speaks_for_its_noun(string text, string speaker)
    {
        Document read = _reader.Read(new Report { Id = "speaker", Text = text });
        ActorReference said = Assert.Single(Assert.Single(read.Statements, one => one.Speakers is [{ Span.Length: <= 5 }, ..]).Speakers);
        Assert.True(said.Actor >= 0);
        Assert.Equal(speaker, read.Actors.Actors[said.Actor].Name);
    }
}

using Readout.Actors;
using Readout.Text;

namespace Readout.Tests.Actors;

/// <summary>What an organisation's own name, and the words beside it, tell of it.</summary>
public sealed class NameHeadTests
{
    private static readonly Reader _reader = Reader.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("Ministry of Ports", "GOV", true)]
    [InlineData("the Foreign Ministry", "GOV", true)]
    [InlineData("Quendrian Supreme Court", "JUD", false)]
    [InlineData("Bank for Harbours", "BUS", true)]
    [InlineData("Ostrevar News Agency", "MED", false)]
    [InlineData("Ostrevar Shipping Co.", "BUS", false)]
    [InlineData("International Harbour Agency", "IGO", false)]
    [InlineData("Ostrevar", null, false)]
    public void The_longest_words_at_the_end_or_before_of_tell(string name, string? sector, bool isWhole)
    {
        NameHead? head = NameHeads.Load(Path.Combine(Reader.DefaultDataDirectory, "actors")).Find(name, out bool whole);
        Assert.Equal((sector, isWhole), (head?.Sector, whole));
    }

    [Theory]
    [InlineData("Norway's Ministry of Fisheries closed the harbour on Monday.", "Ministry of Fisheries", "NOR", "GOV")]
    [InlineData("The harbour was closed on Monday by the Supreme Court of Norway.", "Supreme Court", "NOR", "JUD")]
    [InlineData("The plan was rejected by the Ministry of Fisheries. Norway had asked for it, and Norway will ask again.", "Ministry of Fisheries", "NOR", "GOV")]
    public void An_organ_has_the_state_beside_it_or_that_of_the_report(string text, string name, string state, string sector)
    {
        Document read = _reader.Read(new Report { Id = "organ", Text = text });
        Actor organ = Assert.Single(read.Actors.Actors, one => one.Type == ActorType.Organization && one.Name.StartsWith(name, StringComparison.Ordinal));
        Assert.Equal(state, organ.State);
        Assert.Equal([sector], organ.Sectors);
    }

    [Theory]
    [InlineData("Bonn rejected the plan on Monday.", 1997, "Germany")]
    [InlineData("Bonn rejected the plan on Monday.", 2006, null)]
    [InlineData("Brussels rejected the plan on Monday, and the European Commission will write to France.", 2006, "European Union")]
    [InlineData("Brussels rejected the plan of France on Monday.", 2006, "Belgium")]
    public void A_city_acts_for_who_sits_there(string text, int year, string? actor)
    {
        Document read = _reader.Read(new Report { Id = "seat", Text = text, Published = $"{year}-03-04" });
        Assert.Equal(actor, read.Actors.Actors.FirstOrDefault(one => one.Mentions.Any(mention => read.Mentions[mention].First == 0))?.Name);
    }
}

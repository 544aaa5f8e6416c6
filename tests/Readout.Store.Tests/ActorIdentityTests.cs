using Readout.Actors;
using Readout.Records;

namespace Readout.Store.Tests;

public sealed class ActorIdentityTests
{
    private const string Hash = "sha256:8eb0302927365a6e8ffb0c241dcce85daf498e5222a9e7fa26bd82d5e04205df";

    [Theory]
    [InlineData("Ildiko Brandt-Okafor", ActorType.Person, null, null, "person/ildiko-brandt-okafor")]
    [InlineData("Karel Čapek", ActorType.Person, null, null, "person/karel-capek")]
    [InlineData("Ó\u2019Brien", ActorType.Person, null, null, "person/obrien")]
    [InlineData("Russia", ActorType.State, "RUS", null, "state/RUS")]
    [InlineData("Maravene", ActorType.State, null, null, "state/maravene")]
    [InlineData("Ada", ActorType.Person, "RUS", "Q42", "wikidata/Q42")]
    [InlineData("the ministry", ActorType.Organization, null, null, "report/8eb030292736/a4")]
    [InlineData("al-Qaida", ActorType.Organization, null, null, "organization/al-qaida")]
    [InlineData("\u65b0\u534e\u793e", ActorType.Organization, null, null, "organization/\u65b0\u534e\u793e")]
    [InlineData("a senior official", ActorType.Unnamed, null, null, "report/8eb030292736/a4")]
    [InlineData("\u2014", ActorType.Person, null, null, "report/8eb030292736/a4")]
    [InlineData("\uD83D Lone", ActorType.Person, null, null, "person/lone")]
    public void A_key_is_the_gazetteers_or_made_of_type_and_name(string name, ActorType type, string? state, string? wikidata, string expected) =>
        Assert.Equal(expected, ActorIdentity.Key(new ActorRecord { Id = "a4", Name = name, Type = type, State = state, Wikidata = wikidata, Sectors = [], Mentions = [] }, Hash));
}

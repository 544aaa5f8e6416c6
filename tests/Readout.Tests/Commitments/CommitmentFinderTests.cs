using Readout.Actors;
using Readout.Commitments;
using Readout.Events;
using Readout.Tests.Events;

namespace Readout.Tests.Commitments;

public sealed class CommitmentFinderTests
{
    private static readonly CommitmentFinder Finder = CommitmentFinder.Load(TestScene.Data);

    private static IReadOnlyList<Commitment> Find(string text) => Finder.Find(
        TestScene.Create(text, "2023-12-13", ("Drost", ActorType.Person, "QUE"), ("Quendria", ActorType.State, "QUE"), ("Maravene", ActorType.State, "MAR")), []);

    [Theory]
    [InlineData("Quendria and Maravene agreed to share the fish.", CommitmentKind.Agreement, CommitmentStatus.Agreed, "share the fish")]
    [InlineData("Quendria signed an agreement with Maravene to patrol the strait.", CommitmentKind.Agreement, CommitmentStatus.Signed, "patrol the strait")]
    [InlineData("Drost promised to publish the papers.", CommitmentKind.Promise, CommitmentStatus.Planned, "publish the papers")]
    [InlineData("Quendria announced that it would close the port.", CommitmentKind.Announcement, CommitmentStatus.Planned, "close the port")]
    [InlineData("Quendria plans to build a station.", CommitmentKind.Announcement, CommitmentStatus.Planned, "build a station")]
    [InlineData("Quendria will deploy 7,000 policemen.", CommitmentKind.Announcement, CommitmentStatus.Planned, "deploy 7,000 policemen")]
    public void A_cue_gives_kind_status_and_action(string text, CommitmentKind kind, CommitmentStatus status, string action)
    {
        Commitment commitment = Assert.Single(Find(text));
        Assert.Equal((kind, status, action), (commitment.Kind, commitment.Status, text[commitment.Action.Start..commitment.Action.End]));
        Assert.NotEmpty(commitment.Parties);
    }

    [Theory]
    [InlineData("Quendria will deploy 7,000 policemen who were trained in Maravene.")]
    [InlineData("Quendria will deploy 7,000 policemen because of the strike.")]
    [InlineData("Quendria will deploy 7,000 policemen and will close the port.")]
    public void What_is_told_beside_an_act_stays_outside_of_it(string text) =>
        Assert.Contains(Find(text), one => text[one.Action.Start..one.Action.End] == "deploy 7,000 policemen");

    [Theory]
    [InlineData("Quendria pledged to pay 48 million dollars to the fund.", 48e6, "USD")]
    [InlineData("Quendria pledged to pay 1.5 billion euros.", 1.5e9, "EUR")]
    [InlineData("Quendria will deploy 7,000 soldiers.", 7000, "soldier")]
    [InlineData("Quendria pledged to pay 5 million Canadian dollars to the fund.", 5e6, "CAD")]
    [InlineData("Quendria plans to install 3,000 uranium centrifuges.", 3000, "centrifuge")]
    [InlineData("Quendria pledged to cut its forces by 8 percent.", 8, "percent")]
    public void An_amount_has_its_number_and_unit(string text, double value, string unit) =>
        Assert.Equal(new Quantity(value, unit), Assert.Single(Find(text)).Amount);

    [Theory]
    [InlineData("Quendria pledged to open the station by June 2024.", null, null, "2024-06")]
    [InlineData("Quendria pledged to keep the peace until 2030.", null, "2030", null)]
    [InlineData("Quendria promised to build the bridge.", null, null, null)]
    [InlineData("Quendria pledged to open the station within 30 days.", null, null, "2024-01-12")]
    [InlineData("Quendria pledged to open the station on Monday.", null, null, "2023-12-18")]
    [InlineData("Quendria vowed to close the port in defiance of the sanctions agreed by Maravene last week.", null, null, null)]
    [InlineData("Quendria pledged to build the stage of the 2026 Games by the end of 2024.", null, null, "2024")]
    public void Period_and_due_date_come_from_the_action(string text, string? start, string? end, string? due)
    {
        Commitment commitment = Assert.Single(Find(text));
        Assert.Equal((start, end, due), (commitment.Period?.Start, commitment.Period?.End, commitment.Due));
    }

    [Theory]
    [InlineData("Both sides said new frameworks for 2024 through 2026 would be formalized.", "2024", "2026", null)]
    [InlineData("A programme for 2025 through 2027 is being prepared by Quendria.", "2025", "2027", null)]
    [InlineData("Joint exercises for 2025 are to be approved, Drost said.", null, null, "2025")]
    [InlineData("Quendria spoke of an expectation that the accord would be signed by June 2024.", null, null, "2024-06")]
    public void A_dated_plan_in_the_passive_is_an_announcement(string text, string? start, string? end, string? due)
    {
        Commitment commitment = Assert.Single(Find($"Quendria and Maravene talked. {text}"));
        Assert.Equal((CommitmentKind.Announcement, start, end, due), (commitment.Kind, commitment.Period?.Start, commitment.Period?.End, commitment.Due));
        Assert.NotEmpty(commitment.Parties);
    }

    [Theory]
    [InlineData("Will Quendria deploy 7,000 policemen in March 2024?")]
    [InlineData("The old bridge was built in 2019.")]
    [InlineData("Quendria will not annex the island.")]
    [InlineData("Quendria hopes to open the station in June.")]
    [InlineData("Quendria did not promise to open the station.")]
    [InlineData("Quendria may agree to share the fish.")]
    [InlineData("Quendria will benefit from the accord.")]
    [InlineData("Drost will visit the island.")]
    [InlineData("")]
    public void Hopes_denials_and_visits_bind_nobody(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Quendria will not raise the fee until 2026.")]
    [InlineData("Drost promised not to raise the fee.")]
    public void What_is_refrained_from_for_a_time_is_a_promise_by_rule(string text)
    {
        var index = new SceneIndex(TestScene.Create(text, "2023-12-13", ("Drost", ActorType.Person, "QUE"), ("Quendria", ActorType.State, "QUE")));
        List<CommitmentCandidate> candidates = new CommitmentCandidates(CommitmentLexicon.Load(TestScene.Data)).Find(index, new StatementView(index, []));
        Assert.Contains(candidates, candidate => candidate.Rule is { Kind: CommitmentKind.Promise });
    }

    [Theory]
    [InlineData("Maravene and Quendria agreed on Monday to share the fish.", "Maravene, Quendria")]
    [InlineData("Maravene and Quendria met. The parties agreed to share the fish.", "Maravene, Quendria")]
    [InlineData("Quendria spoke. The spokesman for Maravene, Drost, pledged to open the port.", "Maravene")]
    public void Those_who_are_bound_are_the_parties(string text, string parties)
    {
        string[] names = ["Drost", "Quendria", "Maravene"];
        Assert.Equal(parties, string.Join(", ", Assert.Single(Find(text)).Parties.Select(one => names[one]).Order()));
    }

    [Fact]
    public void The_same_promise_told_twice_is_one() =>
        Assert.Equal(2, Assert.Single(Find("Drost promised to publish the secret papers of the treaty. Drost will publish the secret papers of the treaty.")).Evidence.Count);
}

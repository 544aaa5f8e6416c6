using Readout.Actors;
using Readout.Events;

namespace Readout.Tests.Events;

public sealed class EventLayerTests
{
    private static readonly PartyReader Parties = PartyReader.Load(TestScene.Data);
    private static readonly EventFinder Finder = EventFinder.Load(TestScene.Data);

    private static readonly (string, ActorType, string?)[] States = [("Belarus", ActorType.State, "BLR"), ("Japan", ActorType.State, "JPN"), ("Peru", ActorType.State, "PER")];

    private static EventDraft Draft(SceneIndex index, string trigger, string type = "ACCUSE") => new()
    {
        Type = type,
        Actors = [],
        Recipients = [],
        Row = TestScene.Row(index.Parse, trigger),
        Trigger = index.Tokens.Span(TestScene.Row(index.Parse, trigger)),
        Status = EventStatus.Past,
        Source = EventSource.Verb,
    };

    [Fact]
    public void A_verb_has_the_type_of_its_cameo_class()
    {
        var words = EventWords.Load(TestScene.Data);
        Assert.Equal("COERCE", words.TypeOf("arrest"));
        Assert.Equal("ASSAULT", words.TypeOf("bombard"));
        Assert.Equal("-", words.TypeOf("walk out slowly"));
        Assert.NotEqual(0u, words.ClusterOf("minister"));
    }

    [Fact]
    public void Candidates_are_those_of_the_sentence_then_of_the_one_before_then_nobody()
    {
        var index = new SceneIndex(TestScene.Create("Peru was calm. Belarus accused Japan, and Belarus was loud.", "2023-12-04", States));
        List<SideCandidate> found = new SideCandidates(index, new StatementView(index, []), Parties).Find(Draft(index, "accused"));
        Assert.Equal([0, 1, 0, 2, -1], found.Select(side => side.Actor));
        Assert.Equal(SideOrigin.Before, found[3].Origin);
        Assert.Equal(SideOrigin.Nobody, found[4].Origin);
    }

    [Theory]
    [InlineData("Belarus accused Japan of lies.", "ACCUSE", "Belarus", "Japan")]
    [InlineData("Japan was accused of lies by Belarus.", "ACCUSE", "Belarus", "Japan")]
    [InlineData("Belarus urged Japan to free the sailors.", "REQUEST", "Belarus", "Japan")]
    [InlineData("Peru imposed sanctions on Belarus on Monday.", "SANCTION", "Peru", "Belarus")]
    public void The_sides_are_chosen_by_their_place_in_the_clause(string text, string type, string actor, string recipient)
    {
        Scene scene = TestScene.Create(text, "2023-12-04", [.. States.Where(state => text.Contains(state.Item1, StringComparison.Ordinal))]);
        EventMention one = Assert.Single(Finder.Find(scene, [], []), found => found.Type == type);
        Assert.Equal([actor], one.Actors.Select(found => scene.Actors.Actors[found].Name));
        Assert.Equal([recipient], one.Recipients.Select(found => scene.Actors.Actors[found].Name));
    }

    [Theory]
    [InlineData("Belarus accused Japan. Peru slept. Peru ate. Belarus blamed Japan.", 2)]
    [InlineData("Belarus accused Japan. Peru slept. Peru ate. Belarus accused Japan.", 1)]
    public void Only_the_same_word_or_one_close_by_tells_of_the_same_for_certain(string text, int events)
    {
        var index = new SceneIndex(TestScene.Create(text, "2023-12-04", States));
        int again = index.Tokens.SentenceStarts[3] + 1;
        EventDraft first = Draft(index, "accused");
        EventDraft second = first with { Row = again, Trigger = index.Tokens.Span(again), Actors = [0], Recipients = [1] };
        first.Actors.Add(0);
        first.Recipients.Add(1);
        Assert.Equal(events, EventMerger.Merge([first, second], index).Count);
    }
}

using Readout.Actors;
using Readout.Events;

namespace Readout.Tests.Events;

public sealed class MeetingFinderTests
{
    private static readonly MeetingFinder Finder = MeetingFinder.Load(TestScene.Data);

    private static readonly (string, ActorType, string?)[] Actors =
        [("Drost", ActorType.Person, "QUE"), ("Okafor", ActorType.Person, "MAR"), ("Castellane", ActorType.Person, "BEL"), ("Quendria", ActorType.State, "QUE"), ("Maravene", ActorType.State, "MAR")];

    private static IReadOnlyList<Meeting> Find(string text) => Finder.Find(TestScene.Create(text, "2023-12-13", Actors), []);

    [Theory]
    [InlineData("Drost met Okafor on Monday.", MeetingStatus.Held, MeetingMode.InPerson, "2023-12-11")]
    [InlineData("Drost will meet Okafor on December 20.", MeetingStatus.Planned, MeetingMode.InPerson, "2023-12-20")]
    [InlineData("Drost held talks with Okafor on Monday.", MeetingStatus.Held, MeetingMode.Unknown, "2023-12-11")]
    [InlineData("Drost spoke with Okafor by telephone on Monday.", MeetingStatus.Held, MeetingMode.Phone, "2023-12-11")]
    [InlineData("Drost cancelled a meeting with Okafor.", MeetingStatus.Cancelled, MeetingMode.InPerson, null)]
    [InlineData("Drost proposed a meeting with Okafor.", MeetingStatus.Proposed, MeetingMode.InPerson, null)]
    [InlineData("Drost may meet Okafor on December 20.", MeetingStatus.Proposed, MeetingMode.InPerson, "2023-12-20")]
    public void A_sentence_gives_one_meeting_with_status_mode_and_day(string text, MeetingStatus status, MeetingMode mode, string? day)
    {
        Meeting meeting = Assert.Single(Find(text));
        Assert.Equal([0, 1], meeting.Participants.Order());
        Assert.Equal((status, mode, day), (meeting.Status, meeting.Mode, meeting.Time));
    }

    [Fact]
    public void A_list_gives_all_its_members() =>
        Assert.Equal([0, 1, 2], Assert.Single(Find("Drost, Okafor and Castellane met on Monday.")).Participants.Order());

    [Fact]
    public void The_two_leaders_are_those_named_before()
    {
        Meeting meeting = Assert.Single(Find("Drost praised Okafor. The two leaders met on Monday."));
        Assert.Equal([0, 1], meeting.Participants.Order());
    }

    [Fact]
    public void Their_meeting_is_one_of_those_named_before() =>
        Assert.Equal(2, Assert.Single(Find("Drost and Okafor gave speeches. Their meeting in the port lasted four hours.")).Participants.Count);

    [Fact]
    public void Two_mentions_of_one_meeting_are_one_record_and_persons_stand_for_their_states()
    {
        Meeting meeting = Assert.Single(Find("Quendria and Maravene held talks on Monday. Drost met Okafor on Monday."));
        Assert.Equal([0, 1], meeting.Participants.Order());
        Assert.Equal(2, meeting.Evidence.Count);
    }

    [Fact]
    public void What_was_held_and_what_comes_next_are_two()
    {
        IReadOnlyList<Meeting> meetings = Find("Drost met Okafor on Monday. Drost will meet Okafor again on December 20.");
        Assert.Equal([MeetingStatus.Held, MeetingStatus.Planned], meetings.Select(meeting => meeting.Status));
    }

    [Fact]
    public void Two_guests_of_one_host_are_two_meetings()
    {
        IReadOnlyList<Meeting> meetings = Find("Drost met Okafor on Monday. Drost met Castellane on Monday.");
        Assert.Equal(["0,1", "0,2"], meetings.Select(meeting => string.Join(',', meeting.Participants.Order())));
    }

    [Fact]
    public void A_ceremony_attended_together_is_another_occasion_than_the_talks()
    {
        IReadOnlyList<Meeting> meetings = Find("Drost met Okafor on Monday. Drost and Okafor attended the opening of a bridge.");
        Assert.Equal(2, meetings.Count);
        Assert.All(meetings, meeting => Assert.Equal([0, 1], meeting.Participants.Order()));
    }

    [Theory]
    [InlineData("Drost did not meet Okafor.")]
    [InlineData("Drost met the requirements of the law.")]
    [InlineData("Okafor spoke to a crowd.")]
    [InlineData("")]
    [InlineData("with with with , , between and and talks talks")]
    public void No_meeting_is_found_where_none_is_told(string text) => Assert.Empty(Find(text));
}

using Readout.Evaluation;
using Readout.Events;
using Readout.Merging;
using Readout.Tests.Evaluation;

namespace Readout.Tests.Merging;

public sealed class MeetingTests
{
    private static readonly MeetingMention Planned = new()
    {
        Participants = [new("person/a", "state/a", false), new("person/b", "state/b", false)],
        Place = "Caldermouth",
        Time = "2023-12-05",
        Status = MeetingStatus.Planned,
        Mode = MeetingMode.InPerson,
        Published = new DateOnly(2023, 11, 14),
    };

    private static readonly MeetingMention Held = Planned with { Time = "2023-12-11", Status = MeetingStatus.Held, Published = new DateOnly(2023, 12, 11) };

    [Fact]
    public void A_meeting_that_was_put_off_is_one() => Assert.True(MeetingMatcher.AreOne(Planned, Held));

    [Fact]
    public void A_call_on_the_day_of_a_meeting_is_another() => Assert.False(MeetingMatcher.AreOne(Held, Held with { Mode = MeetingMode.Phone, Place = null }));

    [Fact]
    public void Two_held_meetings_on_two_days_are_two() => Assert.False(MeetingMatcher.AreOne(Held, Held with { Time = "2023-12-14" }));

    [Fact]
    public void A_state_stands_for_its_leader() =>
        Assert.True(MeetingMatcher.AreOne(Held, Held with { Participants = [new("state/a", "state/a", true), new("state/b", "state/b", true)] }));

    [Fact]
    public void The_history_runs_from_plan_to_outcome_and_shows_conflicts()
    {
        MeetingHistory history = MeetingHistory.Of([Held, Planned, Held with { Place = "Port Selkow", Published = new DateOnly(2023, 12, 12) }]);

        Assert.Equal([1, 0, 2], history.Steps);
        Assert.Equal(MeetingStatus.Held, history.Status);
        Assert.Equal(["place"], history.Conflicts);
        Assert.Equal(["Caldermouth", "Port Selkow"], history.Places.Select(place => place.Value));
        Assert.Equal(["2023-12-11", "2023-12-05"], history.Times.Select(time => time.Value));
    }

    [Theory]
    [InlineData("2023-12-11", 1)]
    [InlineData("2023-12-11T19:00+01:00", 1)]
    [InlineData("2023-12", 31)]
    [InlineData("2023", 365)]
    [InlineData("2006-W51", 7)]
    [InlineData("2006-11-18/2006-11-19", 2)]
    [InlineData("2023-13-45", null)]
    [InlineData("XXXX-XX-XX", null)]
    [InlineData("2023-12-11/2023-12-01", null)]
    [InlineData("", null)]
    public void Days_are_read_from_edtf(string time, int? days) => Assert.Equal(days, DayRange.Parse(time)?.Days);

    [Theory]
    [InlineData("development")]
    [InlineData("held-out")]
    [InlineData("blind")]
    public void Judged_pairs_hold_their_floors(string part)
    {
        Score score = MeetingPair.ScoreOf(MeetingPair.ReadAll(Path.Combine(Repository.Root, "eval")).Where(pair => pair.Part == part));
        Floors.Hold("meetings across " + part, new Dictionary<string, double> { ["precision"] = score.Precision, ["recall"] = score.Recall });
    }

    [Fact]
    public void Judged_pairs_of_commitments_hold_their_floors()
    {
        var matcher = new CommitmentMatcher(UtteranceScorer.Load(Reader.DefaultDataDirectory));
        Score score = CommitmentPair.ScoreOf(CommitmentPair.ReadAll(Path.Combine(Repository.Root, "eval", "merging", "commitments-written.tsv")), matcher);
        Floors.Hold("commitments across blind", new Dictionary<string, double> { ["precision"] = score.Precision, ["recall"] = score.Recall });
    }

    [Fact]
    public void Talks_of_several_that_last_some_days_are_one_and_those_of_two_are_not()
    {
        MeetingMention Of(string time, params string[] states) =>
            new() { Participants = [.. states.Select(state => new MeetingParticipant(state, state, IsState: true))], Time = time, Status = MeetingStatus.Held, Mode = MeetingMode.InPerson, Published = new DateOnly(2025, 5, 3) };

        Assert.True(MeetingMatcher.AreOne(Of("2025-05-01", "Sorn", "Marrow", "Dorn"), Of("2025-05-03", "Sorn", "Marrow", "Dorn")));
        Assert.False(MeetingMatcher.AreOne(Of("2025-05-01", "Sorn", "Marrow", "Dorn"), Of("2025-05-09", "Sorn", "Marrow", "Dorn")));
        Assert.False(MeetingMatcher.AreOne(Of("2025-05-01", "Sorn", "Marrow"), Of("2025-05-03", "Sorn", "Marrow")));
    }
}

using Readout.Server.Chronology;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Chronology;

public sealed class TimeWindowTests
{
    [Theory]
    [InlineData(null, null, TimeScale.Year)]
    [InlineData("1990", "1999", TimeScale.Year)]
    [InlineData("1995", "1995", TimeScale.Month)]
    [InlineData("1995-02", "1995-02", TimeScale.Day)]
    [InlineData("1995-02-03", "1995-02-03", TimeScale.Day)]
    [InlineData("1900", "1999", TimeScale.Decade)]
    public void Steps_suit_the_window(string? since, string? until, TimeScale expected) => Assert.Equal(expected, new TimeWindow(since, until).Scale("1989", "2024"));

    [Fact]
    public void Steps_fill_the_window()
    {
        Assert.Equal(29, new TimeWindow("2024-02", "2024-02").Steps(TimeScale.Day, "2000", "2024").Count());
        Assert.Equal(["2023-11", "2023-12", "2024-01"], new TimeWindow("2023-11-15", "2024-01").Steps(TimeScale.Month, "2000", "2024"));
        Assert.Equal(["198", "199", "200"], TimeWindow.Everything.Steps(TimeScale.Decade, "1989", "2003"));
        Assert.Equal("999", TimeWindow.Everything.Steps(TimeScale.Decade, "9981", "9999").Last());
    }

    [Fact]
    public void The_path_leads_from_all_years_to_the_day() =>
        Assert.Equal(["All years", "1990s", "1995", "March 1995", "5 March 1995"], new TimeWindow("1995-03-05", "1995-03-05").Path().Select(window => window.Name));

    [Theory]
    [InlineData("1990", "1999", 1, "2000", "2009")]
    [InlineData("1995", "1995", -1, "1994", "1994")]
    [InlineData("1995-12", "1995-12", 1, "1996-01", "1996-01")]
    [InlineData("2024-02-29", "2024-02-29", 1, "2024-03-01", "2024-03-01")]
    public void Windows_stand_side_by_side(string since, string until, int steps, string expectedSince, string expectedUntil) =>
        Assert.Equal(new TimeWindow(expectedSince, expectedUntil), new TimeWindow(since, until).Beside(steps));

    [Theory]
    [InlineData("1994", "1996")]
    [InlineData("0001", "0001")]
    public void What_has_no_neighbour_has_none(string since, string until) => Assert.Null(new TimeWindow(since, until).Beside(-1));

    [Fact]
    public void What_is_no_day_is_refused() => Assert.Throws<QueryException>(() => new TimeWindow("2023-02-30", "2023-02-30").Scale("2000", "2024"));
}

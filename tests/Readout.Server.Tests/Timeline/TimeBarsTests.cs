using Readout.Server.Timeline;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Timeline;

public sealed class TimeBarsTests
{
    [Fact]
    public void Months_without_facts_keep_their_place()
    {
        IReadOnlyList<Facet> bars = TimeBars.Fill([new Facet("2023-11", "", 3), new Facet("2024-02", "", 5)]);
        Assert.Equal([("2023-11", 3), ("2023-12", 0), ("2024-01", 0), ("2024-02", 5)], bars.Select(bar => (bar.Value, bar.Count)));
    }

    [Fact]
    public void Many_months_become_years()
    {
        IReadOnlyList<Facet> bars = TimeBars.Fill([new Facet("1995-11", "", 3), new Facet("1995-12", "", 1), new Facet("2024-02", "", 5)]);
        Assert.Equal(30, bars.Count);
        Assert.Equal(("1995", 4), (bars[0].Value, bars[0].Count));
    }

    [Fact]
    public void A_report_on_antiquity_does_not_make_thousands_of_bars() =>
        Assert.Equal(["0044", "2024"], TimeBars.Fill([new Facet("0044-03", "", 3), new Facet("2024-02", "", 5)]).Select(bar => bar.Value));

    [Fact]
    public void The_days_of_a_month_keep_their_place() =>
        Assert.Equal(["2023-12-09", "2023-12-10", "2023-12-11"], TimeBars.Fill([new Facet("2023-12-09", "", 1), new Facet("2023-12-11", "", 2)]).Select(bar => bar.Value));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(TimeBars.Fill([]));
}

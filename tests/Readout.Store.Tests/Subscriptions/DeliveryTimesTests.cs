using System.Globalization;
using Readout.Store.Subscriptions;

namespace Readout.Store.Tests.Subscriptions;

public sealed class DeliveryTimesTests
{
    [Theory]
    [InlineData(DeliveryPace.Immediate, null, null, "2024-03-12T10:20:00Z", "2024-03-12T10:21:00Z")]
    [InlineData(DeliveryPace.Hourly, null, null, "2024-03-12T10:20:00Z", "2024-03-12T11:00:00Z")]
    [InlineData(DeliveryPace.Hourly, null, null, "2024-03-12T23:59:59Z", "2024-03-13T00:00:00Z")]
    [InlineData(DeliveryPace.Daily, null, null, "2024-03-12T06:59:00Z", "2024-03-12T07:00:00Z")]
    [InlineData(DeliveryPace.Daily, null, null, "2024-03-12T07:00:00Z", "2024-03-13T07:00:00Z")]
    [InlineData(DeliveryPace.Immediate, 22, 7, "2024-03-12T20:58:00Z", "2024-03-12T20:59:00Z")]
    [InlineData(DeliveryPace.Immediate, 22, 7, "2024-03-12T21:00:00Z", "2024-03-13T06:00:00Z")]
    [InlineData(DeliveryPace.Immediate, 22, 7, "2024-03-13T04:00:00Z", "2024-03-13T06:00:00Z")]
    [InlineData(DeliveryPace.Hourly, 12, 14, "2024-03-12T10:20:00Z", "2024-03-12T13:00:00Z")]
    [InlineData(DeliveryPace.Immediate, 9, 9, "2024-03-12T08:00:00Z", "2024-03-12T08:01:00Z")]
    public void A_message_is_due_by_pace_and_never_in_quiet_hours(DeliveryPace pace, int? from, int? until, string now, string due)
    {
        var destination = new Destination
        {
            Owner = "",
            Kind = DestinationKind.Email,
            Address = "eva@example.org",
            Pace = pace,
            QuietFrom = from * 60,
            QuietUntil = until * 60,
            TimeZone = "Europe/Berlin",
        };
        Assert.Equal(Moment(due), DeliveryTimes.First(destination, Moment(now)));
    }

    // Clocks in Berlin go from 02:00 to 03:00 on 31 March 2024 and from 03:00 back to 02:00 on 27 October.
    [Theory]
    [InlineData("2024-03-30T12:00:00Z", 150, "2024-03-31T01:00:00Z")]
    [InlineData("2024-03-31T12:00:00Z", 150, "2024-04-01T00:30:00Z")]
    [InlineData("2024-10-26T12:00:00Z", 150, "2024-10-27T00:30:00Z")]
    [InlineData("2024-10-27T00:30:00Z", 150, "2024-10-28T01:30:00Z")]
    public void A_minute_that_is_left_out_or_comes_twice_is_one_moment(string now, int minute, string next) =>
        Assert.Equal(Moment(next), DeliveryTimes.Next(minute, "Europe/Berlin", Moment(now)));

    [Fact]
    public void Every_next_moment_is_later_and_shows_the_minute_asked_for()
    {
        var random = new Random(11);
        string[] zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
        for (int i = 0; i < 2000; i++)
        {
            DateTimeOffset now = Moment("2024-01-01T00:00:00Z").AddMinutes(random.Next(525_600));
            int minute = random.Next(DeliveryTimes.MinutesOfDay);
            string zone = zones[random.Next(zones.Length)];
            DateTimeOffset next = DeliveryTimes.Next(minute, zone, now);
            Assert.True(next > now && next - now <= TimeSpan.FromHours(26), $"{now:O} {zone} {minute}: {next:O}");
            int shown = (int)TimeZoneInfo.ConvertTime(next, DeliveryTimes.Zone(zone)).TimeOfDay.TotalMinutes;
            Assert.True(shown == minute || (shown > minute && shown - minute <= 60), $"{now:O} {zone} {minute}: shows {shown}");
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

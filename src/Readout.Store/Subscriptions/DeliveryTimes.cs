namespace Readout.Store.Subscriptions;

/// <summary>When messages are due, in the owner's zone.</summary>
public static class DeliveryTimes
{
    /// <summary>Minutes of a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>How long an immediate message waits for what comes together with it.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    /// <summary>When a message that begins now is due.</summary>
    public static DateTimeOffset First(Destination destination, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(destination);
        DateTimeOffset due = destination.Pace switch
        {
            DeliveryPace.Hourly => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(now.UtcDateTime.Hour + 1),
            DeliveryPace.Daily => Next(destination.DailyAt, destination.TimeZone, now),
            _ => now + Settle,
        };
        return AfterQuiet(destination, due);
    }

    /// <summary>The moment itself, or the end of the quiet hours that it falls into.</summary>
    public static DateTimeOffset AfterQuiet(Destination destination, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (destination.QuietFrom is not { } from || destination.QuietUntil is not { } until || from == until)
        {
            return moment;
        }

        int minute = (int)TimeZoneInfo.ConvertTime(moment, Zone(destination.TimeZone)).TimeOfDay.TotalMinutes;
        bool isQuiet = from < until ? minute >= from && minute < until : minute >= from || minute < until;
        return isQuiet ? Next(until, destination.TimeZone, moment) : moment;
    }

    /// <summary>The first moment after now at which the clocks of a zone show a minute of the day; a minute that a change of clocks leaves out is the first after it.</summary>
    /// <param name="minute">Minute of the day, in [0, 1440).</param>
    /// <param name="timeZone">IANA name; an unknown one is UTC.</param>
    /// <param name="now">The moment after which.</param>
    /// <param name="day">Weekday asked for; null for any.</param>
    public static DateTimeOffset Next(int minute, string timeZone, DateTimeOffset now, DayOfWeek? day = null)
    {
        TimeZoneInfo zone = Zone(timeZone);
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).Date;
        while (true)
        {
            DateTimeOffset moment = At(zone, local.AddMinutes(minute));
            if (moment > now && (day is null || local.DayOfWeek == day))
            {
                return moment;
            }

            local = local.AddDays(1);
        }
    }

    /// <summary>Whether the name is that of a time zone here.</summary>
    public static bool IsZone(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    /// <summary>The zone of a name; UTC where this machine knows none.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    private static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        // Clocks go forward by an hour nearly everywhere; a quarter of an hour at a time finds the first minute that there is.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15 - (local.Minute % 15));
        }

        // Of a minute that comes twice, the first.
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

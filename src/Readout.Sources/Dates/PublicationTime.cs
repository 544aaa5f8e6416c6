using System.Globalization;

namespace Readout.Sources.Dates;

/// <summary>A moment or day as a source writes it, no more precise than written.</summary>
/// <param name="Day">Calendar day in the zone that the source writes in.</param>
/// <param name="Time">Time of day; null where only the day is given.</param>
/// <param name="Offset">Offset from UTC; null where the source names no zone.</param>
public readonly record struct PublicationTime(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>The moment in UTC; a missing zone is read as UTC, a missing time as midnight.</summary>
    public DateTimeOffset Instant
    {
        get
        {
            var local = Day.ToDateTime(Time ?? TimeOnly.MinValue);
            TimeSpan offset = Offset ?? TimeSpan.Zero;
            return local.Ticks - offset.Ticks is < 0 or > 3155378975999999999 ? new DateTimeOffset(local, TimeSpan.Zero) : new DateTimeOffset(local, offset);
        }
    }

    /// <summary>ISO 8601 with the precision that is known: <c>2006-12-19</c>, <c>2006-12-19T14:05</c>, <c>2006-12-19T14:05:10+02:00</c>, <c>...Z</c>.</summary>
    public override string ToString()
    {
        string day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
        {
            return day;
        }

        string clock = time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => $"{day}T{clock}",
            { Ticks: 0 } => $"{day}T{clock}Z",
            { } offset => string.Create(CultureInfo.InvariantCulture, $"{day}T{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}"),
        };
    }
}

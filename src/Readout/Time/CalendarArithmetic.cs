namespace Readout.Time;

/// <summary>Adds units to days without leaving the years 1 to 9998.</summary>
internal static class CalendarArithmetic
{
    /// <summary>The day <paramref name="count"/> units away; null where the calendar ends before or the unit is no calendar unit.</summary>
    public static DateOnly? Add(DateOnly day, TimeUnit unit, int count)
    {
        if (Math.Abs((long)count) > 4_000_000)
        {
            return null;
        }

        return unit switch
        {
            TimeUnit.Second => AddDays(day, count / 86_400L),
            TimeUnit.Minute => AddDays(day, count / 1_440L),
            TimeUnit.Hour => AddDays(day, count / 24L),
            TimeUnit.Day or TimeUnit.Night => AddDays(day, count),
            TimeUnit.Week or TimeUnit.Weekend => AddDays(day, 7L * count),
            TimeUnit.Fortnight => AddDays(day, 14L * count),
            TimeUnit.Month => AddMonths(day, count),
            TimeUnit.Quarter => AddMonths(day, 3L * count),
            TimeUnit.Year => AddMonths(day, 12L * count),
            TimeUnit.Decade => AddMonths(day, 120L * count),
            TimeUnit.Century => AddMonths(day, 1_200L * count),
            TimeUnit.Millennium => AddMonths(day, 12_000L * count),
            _ => null,
        };
    }

    /// <summary>A day of the calendar; null where there is none.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>ISO number of the weekday, 1 Monday to 7 Sunday.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly? AddDays(DateOnly day, long count)
    {
        long number = day.DayNumber + count;
        return number >= 0 && number < DateOnly.MaxValue.DayNumber - 366 ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static DateOnly? AddMonths(DateOnly day, long count)
    {
        long months = (day.Year * 12L) + day.Month - 1 + count;
        return months >= 12 && months / 12 <= 9998 ? day.AddMonths((int)count) : null;
    }
}

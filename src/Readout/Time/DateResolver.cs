using System.Globalization;

namespace Readout.Time;

/// <summary>Values of calendar dates, weekdays, quarters, halves, seasons and named days: everything that may lack its year.</summary>
internal sealed class DateResolver
{
    private readonly NamedDays _namedDays;
    private readonly TimeContext _context;

    public DateResolver(NamedDays namedDays, TimeContext context)
    {
        _namedDays = namedDays;
        _context = context;
    }

    /// <summary>A day, month or year, a weekday, or a time within a day.</summary>
    public TimeValue Date(TimeMatch match, TimeDirection direction)
    {
        string time = TimeOfDay(match);
        TimeType type = time.Length > 0 && match.Rule.Type == TimeType.Date && match.Has(TimeKey.Clock) ? TimeType.Time : match.Rule.Type;
        if (match.Has(TimeKey.Iso) || match.Has(TimeKey.Slash))
        {
            int digits = match.Or(TimeKey.Iso, match[TimeKey.Slash]);
            return CalendarArithmetic.Day(digits / 10000, digits / 100 % 100, digits % 100) is { } day
                ? new TimeValue(type, TimeFormat.Day(day) + time, true)
                : new TimeValue(type, null, false);
        }

        // "Today", in a history, is no day of the history's.
        if (_context.IsHistory && match.Or(TimeKey.RelDay, 1) == 0 && time.Length == 0)
        {
            return new TimeValue(type, "PRESENT_REF", false);
        }

        if (match.Has(TimeKey.RelDay))
        {
            return OnDay(type, time, _context.Published is { } day ? CalendarArithmetic.Add(day, TimeUnit.Day, match[TimeKey.RelDay]) : null, null);
        }

        if (match.Has(TimeKey.Month) || match.Has(TimeKey.Year) || match.Has(TimeKey.Year2))
        {
            return OfCalendar(match, direction, type, time);
        }

        if (match.Has(TimeKey.Weekday))
        {
            return OnDay(type, time, Weekday(match, direction), $"XXXX-WXX-{match[TimeKey.Weekday]}");
        }

        DateOnly? near = _context.Last is { Precision: TimePrecision.Day } last && match.First - _context.LastEnd < 40 ? last.First : _context.Published;
        return OnDay(type, time, near, "XXXX-XX-XX");
    }

    /// <summary>Two days, months or years joined: value as an EDTF interval.</summary>
    public TimeValue Range(TimeMatch match, TimeDirection direction)
    {
        int? year = match.Has(TimeKey.Year) ? match[TimeKey.Year] : match.Has(TimeKey.Month) ? YearOf(match, direction) : null;
        if (year is not { } y)
        {
            return new TimeValue(TimeType.Date, null, false);
        }

        if (match.Has(TimeKey.Year2))
        {
            int second = (y / 100 * 100) + match[TimeKey.Year2];
            return Calendar(TimeFormat.Year(y) + "/" + TimeFormat.Year(second < y ? second + 100 : second));
        }

        int month = match[TimeKey.Month];
        string first = match.Has(TimeKey.Day) ? DayText(y, month, match[TimeKey.Day]) : TimeFormat.Month(y, month);
        string last = match.Has(TimeKey.Day2) ? DayText(y, month, match[TimeKey.Day2]) : TimeFormat.Month(y, match.Or(TimeKey.Month2, month));
        return Calendar(first + "/" + last);
    }

    /// <summary>"and 3" after "April 2": a day of the same month; null where no day of a month stands directly before.</summary>
    public TimeValue? ListDay(TimeMatch match)
    {
        if (_context.ListDay is not { } listed || match.First - _context.LastEnd > 2)
        {
            return null;
        }

        return CalendarArithmetic.Day(listed.Year, listed.Month, match[TimeKey.Day]) is { } day && day != listed
            ? new TimeValue(match.Rule.Type, TimeFormat.Day(day) + TimeOfDay(match), true)
            : null;
    }

    /// <summary>A quarter: of the year said, else the latest that has begun, or the next in a clause about the future.</summary>
    public TimeValue Quarter(TimeMatch match, TimeDirection direction)
    {
        // "The 1988 quarter" is the one that the text reports on, of that year.
        int quarter = match.Has(TimeKey.Quarter) ? match[TimeKey.Quarter] : _context.Quarter is { } reported ? ((reported.Month - 1) / 3) + 1 : 0;
        if (quarter == 0 && StatedYear(match) is { } whole)
        {
            return Calendar(TimeFormat.Year(whole));
        }

        if (quarter is < 1 or > 4)
        {
            return new TimeValue(TimeType.Date, null, false);
        }

        if (StatedYear(match) is { } year)
        {
            return Calendar(TimeFormat.Quarter(year, quarter));
        }

        if (_context.Near is not { } near)
        {
            return new TimeValue(TimeType.Date, $"XXXX-Q{quarter}", false);
        }

        int current = ((near.Month - 1) / 3) + 1;
        int inYear = _context.IsHistory ? near.Year
            : direction == TimeDirection.Future && quarter == (current % 4) + 1 ? near.Year + (current == 4 ? 1 : 0)
            : quarter > current ? near.Year - 1
            : near.Year;
        int shift = match.Or(TimeKey.Shift, 0);
        if (shift != 0)
        {
            inYear = shift < 0 ? near.Year - (quarter >= current ? 1 : 0) : near.Year + (quarter <= current ? 1 : 0);
        }

        return Calendar(TimeFormat.Quarter(inYear, quarter));
    }

    /// <summary>Half a year.</summary>
    public TimeValue Half(TimeMatch match)
    {
        int half = match[TimeKey.Half];
        return StatedYear(match) is { } year ? Calendar(TimeFormat.Half(year, half))
            : _context.Near is { } near ? Calendar(TimeFormat.Half(half == 2 && near.Month < 4 ? near.Year - 1 : near.Year, half))
            : new TimeValue(TimeType.Date, $"XXXX-H{half}", false);
    }

    /// <summary>A season.</summary>
    public TimeValue Season(TimeMatch match, TimeDirection direction)
    {
        int season = match[TimeKey.Season];
        if (StatedYear(match) is { } stated)
        {
            return Calendar(TimeFormat.Season(TimeFormat.Year(stated), season));
        }

        if (_context.Near is not { } near)
        {
            return new TimeValue(TimeType.Date, TimeFormat.Season("XXXX", season), false);
        }

        int year = near.Year;
        int middle = (3 * season) + 1;
        if (match.Has(TimeKey.Shift) || !_context.IsHistory)
        {
            int months = middle - near.Month;
            int shift = match.Or(TimeKey.Shift, 0);
            year += shift < 0 || (shift == 0 && direction == TimeDirection.Past)
                ? months > (shift < 0 ? -2 : 2) ? -1 : 0
                : shift > 0 ? months < 2 ? 1 : 0
                : match.Has(TimeKey.Shift) ? 0
                : Nearest(months, 12);
        }

        return Calendar(TimeFormat.Season(TimeFormat.Year(year + match.Or(TimeKey.Years, 0)), season));
    }

    /// <summary>A day with a name.</summary>
    public TimeValue Named(TimeMatch match, TimeDirection direction)
    {
        int named = match[TimeKey.Named];
        string time = TimeOfDay(match);
        if (match.Has(TimeKey.Year))
        {
            return OnDay(TimeType.Date, time, _namedDays.InYear(named, match[TimeKey.Year]), null);
        }

        if (_context.Near is not { } near)
        {
            return new TimeValue(TimeType.Date, null, false);
        }

        DateOnly thisYear = _namedDays.InYear(named, near.Year);
        int shift = match.Or(TimeKey.Shift, 0);
        int year = shift < 0 ? near.Year - (thisYear >= near ? 1 : 0)
            : shift > 0 ? near.Year + (thisYear <= near ? 1 : 0)
            : match.Has(TimeKey.Shift) ? near.Year
            : near.Year + NamedShift(thisYear.DayNumber - near.DayNumber, direction);
        return year is < 1583 or > 9998 ? new TimeValue(TimeType.Date, null, false) : OnDay(TimeType.Date, time, _namedDays.InYear(named, year), null);
    }

    private static TimeValue Calendar(string value) => new(TimeType.Date, value, true);

    private static TimeValue OnDay(TimeType type, string time, DateOnly? day, string? partial) =>
        day is { } d ? new TimeValue(type, TimeFormat.Day(d) + time, true)
        : new TimeValue(type, partial is null ? null : partial + time, false);

    private static string DayText(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");

    private TimeValue OfCalendar(TimeMatch match, TimeDirection direction, TimeType type, string time)
    {
        int? number = YearOf(match, direction) is { } reckoned and >= 1 and <= 9998 ? reckoned : null;
        string? year = number is { } y ? TimeFormat.Year(y) : null;
        bool known = year is not null;
        year ??= "XXXX";
        if (!match.Has(TimeKey.Month))
        {
            return new TimeValue(type, known ? year : null, known);
        }

        if (!known && match.Has(TimeKey.Shift))
        {
            return new TimeValue(type, null, false);
        }

        int month = match[TimeKey.Month];
        if (!match.Has(TimeKey.Day))
        {
            return new TimeValue(type, string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"), known);
        }

        int day = match[TimeKey.Day];
        bool exists = day >= 1 && day <= DateTime.DaysInMonth(number ?? 2000, month);
        return exists
            ? new TimeValue(type, string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}{time}"), known)
            : new TimeValue(type, null, false);
    }

    private int? StatedYear(TimeMatch match)
    {
        if (match.Has(TimeKey.Year))
        {
            int year = match[TimeKey.Year];
            return match.Or(TimeKey.Era, 1) >= 0 ? year : year < 2000 ? TimeFormat.BeforeChrist - year : null;
        }

        if (match.Has(TimeKey.Year2))
        {
            int two = match[TimeKey.Year2];
            return two < 30 ? 2000 + two : 1900 + two;
        }

        if (match.Has(TimeKey.InYear) && _context.Published is { } published)
        {
            return published.Year + match.Or(TimeKey.Shift, 0);
        }

        return match.Has(TimeKey.InRef) && _context.Last is { } last ? last.First.Year + match.Or(TimeKey.Years, 0) : null;
    }

    private int? YearOf(TimeMatch match, TimeDirection direction)
    {
        if (StatedYear(match) is { } stated)
        {
            return stated is >= 1 and <= 9998 ? stated : null;
        }

        if (_context.Near is not { } near || !match.Has(TimeKey.Month))
        {
            return null;
        }

        int month = match[TimeKey.Month];
        int months = month - near.Month;
        if (match.Has(TimeKey.Shift))
        {
            // "This coming Sunday, March 8" on March 5 is a day of this month.
            months = months == 0 && match.Has(TimeKey.Day) ? match[TimeKey.Day] - near.Day : months;
            return near.Year + match[TimeKey.Shift] switch
            {
                < 0 => months >= 0 ? -1 : 0,
                > 0 => months <= 0 ? 1 : 0,
                _ => 0,
            };
        }

        if (_context.IsHistory)
        {
            return _context.StoryYear(month);
        }

        if (match.Has(TimeKey.Weekday) && match.Has(TimeKey.Day))
        {
            return YearOfWeekday(near, month, match[TimeKey.Day], match[TimeKey.Weekday]);
        }

        return near.Year + (match.Has(TimeKey.Day)
            ? YearShift((months * 30) + match[TimeKey.Day] - near.Day, 365, direction)
            : YearShift(months, 12, direction));
    }

    // "Monday, Oct. 26": of the years around the report the one in which the day falls on that weekday.
    private static int YearOfWeekday(DateOnly near, int month, int day, int weekday)
    {
        foreach (int shift in (ReadOnlySpan<int>)[0, 1, -1])
        {
            if (CalendarArithmetic.Day(near.Year + shift, month, day) is { } date && CalendarArithmetic.Weekday(date) == weekday)
            {
                return date.Year;
            }
        }

        return near.Year;
    }

    // A day that comes once a year and is gone by a week is next year's where the clause looks ahead: "by Easter", in May.
    private static int NamedShift(int distance, TimeDirection direction) =>
        direction == TimeDirection.Future ? distance < -7 ? 1 : 0 : YearShift(distance, 365, direction);

    // Which year, counted from the report's, a date without one falls in: near means nearer than half a year either way.
    // A clause about the past or future pulls a date to its side unless it lies within six weeks of the report on the other.
    private static int YearShift(int distance, int period, TimeDirection direction)
    {
        int close = period / 8;
        int far = period * 3 / 4;
        return direction switch
        {
            TimeDirection.Past when distance > close => -1,
            TimeDirection.Past when distance <= -far => 1,
            TimeDirection.Future when distance < -close => 1,
            TimeDirection.Future when distance >= far => -1,
            TimeDirection.Unknown => Nearest(distance, period),
            _ => 0,
        };
    }

    private static int Nearest(int distance, int period) => distance > period / 2 ? -1 : distance < -period / 2 ? 1 : 0;

    private DateOnly? Weekday(TimeMatch match, TimeDirection direction)
    {
        if (_context.Published is not { } near)
        {
            return null;
        }

        int ahead = (match[TimeKey.Weekday] - CalendarArithmetic.Weekday(near) + 7) % 7;
        int days;
        if (match.Has(TimeKey.InWeek))
        {
            days = match[TimeKey.Weekday] - CalendarArithmetic.Weekday(near) + (7 * match[TimeKey.InWeek]);
        }
        else if (match.Has(TimeKey.Shift))
        {
            days = match[TimeKey.Shift] switch
            {
                < 0 => ahead == 0 ? -7 : ahead - 7,
                > 0 => ahead <= 1 ? ahead + 7 : ahead,
                _ => direction == TimeDirection.Past && ahead > 0 ? ahead - 7 : ahead,
            };
        }
        else
        {
            days = ahead == 0 || direction == TimeDirection.Future ? ahead : ahead - 7;
        }

        return CalendarArithmetic.Add(near, TimeUnit.Day, days + (7 * match.Or(TimeKey.Weeks, 0)));
    }

    private static string TimeOfDay(TimeMatch match)
    {
        int? minutes = match.Has(TimeKey.Clock) ? match[TimeKey.Clock]
            : match.Has(TimeKey.Hhmm) ? match[TimeKey.Hhmm]
            : match.Has(TimeKey.Hour) ? (match[TimeKey.Hour] * 60) + match.Or(TimeKey.Past, 0)
            : null;
        if (minutes is not { } clock || clock < 0)
        {
            return match.Has(TimeKey.Part) ? TimeFormat.Part(match[TimeKey.Part]) : "";
        }

        // "Seven in the afternoon", "eight at night"; one at night is after midnight.
        int part = match.Or(TimeKey.Part, 0);
        bool isAfternoon = match.Or(TimeKey.AmPm, 0) == 1 || (!match.Has(TimeKey.AmPm) && (part is 2 or 3 || (part == 4 && clock >= 360)));
        if (isAfternoon && clock < 720)
        {
            clock += 720;
        }
        else if (match.Has(TimeKey.AmPm) && !isAfternoon && clock >= 720 && clock < 780)
        {
            clock -= 720;
        }

        return TimeFormat.Clock(clock, match.Has(TimeKey.Zone) ? match[TimeKey.Zone] : null);
    }
}

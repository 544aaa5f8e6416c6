namespace Readout.Time;

/// <summary>Makes values of matches: each operation of the rules is one method here or in one of the two resolvers it hands on to.</summary>
internal sealed class TimeResolver
{
    private readonly DateResolver _dates;
    private readonly TimeContext _context;
    private readonly TimeGrammar _grammar;

    public TimeResolver(TimeGrammar grammar, NamedDays namedDays, TimeContext context)
    {
        _grammar = grammar;
        _context = context;
        _dates = new DateResolver(namedDays, context);
    }

    /// <summary>The value of a match; null where it turns out to be no time ("and 3" after no date).</summary>
    /// <param name="match">What was read.</param>
    /// <param name="direction">Tense of the clause.</param>
    public TimeValue? Resolve(TimeMatch match, TimeDirection direction) => match.Rule.Operation switch
    {
        TimeOperation.Date => _dates.Date(match, direction),
        TimeOperation.Range => _dates.Range(match, direction),
        TimeOperation.ListDay => _dates.ListDay(match),
        TimeOperation.Quarter => _dates.Quarter(match, direction),
        TimeOperation.Half => _dates.Half(match),
        TimeOperation.Season => _dates.Season(match, direction),
        TimeOperation.Named => _dates.Named(match, direction),
        TimeOperation.Decade => Calendar(TimeFormat.Decade(match[TimeKey.Decade])),
        TimeOperation.Century => Century(match),
        TimeOperation.Unit => Unit(match, direction),
        TimeOperation.Ago => Counted(match, _context.Published, -1, fromReport: true),
        TimeOperation.Ahead => Counted(match, _context.Published, 1, fromReport: true),
        TimeOperation.Later => Counted(match, Reference(match), 1, fromReport: false),
        TimeOperation.Earlier => Counted(match, Reference(match), -1, fromReport: false),
        TimeOperation.Following => Beside(match, 1),
        TimeOperation.Preceding => Beside(match, -1),
        TimeOperation.Same => Beside(match, 0),
        TimeOperation.Ref => Reference(_grammar.Text(match[TimeKey.Value])),
        TimeOperation.HistoryRef => _context.IsHistory ? Reference(_grammar.Text(match[TimeKey.Value])) : null,
        TimeOperation.Duration => new TimeValue(TimeType.Duration, TimeDurations.Value(match), false),
        TimeOperation.Span => Span(match),
        TimeOperation.Set => new TimeValue(TimeType.Set, TimeDurations.Value(match), false),
        TimeOperation.WeekdaySet => new TimeValue(TimeType.Set, $"XXXX-WXX-{match[TimeKey.Weekday]}{Part(match)}", false),
        TimeOperation.MonthSet => new TimeValue(TimeType.Set, $"XXXX-{match[TimeKey.Month]:00}", false),
        TimeOperation.Reject => null,
        TimeOperation.SeasonSet => new TimeValue(TimeType.Set, TimeFormat.Season("XXXX", match[TimeKey.Season]), false),
        _ => new TimeValue(match.Rule.Type, match.Has(TimeKey.Value) ? _grammar.Text(match[TimeKey.Value]) : null, false),
    };

    private static TimeValue Calendar(string? value) => new(TimeType.Date, value, value is not null);

    private static string Part(TimeMatch match) => match.Has(TimeKey.Part) ? TimeFormat.Part(match[TimeKey.Part]) : "";

    private static TimeValue Century(TimeMatch match)
    {
        int century = match[TimeKey.Century];
        return century is < 1 or > 99 ? new TimeValue(TimeType.Date, null, false)
            : match.Or(TimeKey.Era, 1) < 0 ? new TimeValue(TimeType.Date, $"BC{century - 1:00}", true)
            : Calendar(TimeFormat.Century((century - 1) * 100));
    }

    // "The year-ago quarter" in the same breath as a quarter that was named is that quarter a year before.
    private TimeValue? QuarterBefore(TimeMatch match, TimeUnit unit, int shift) =>
        unit == TimeUnit.Quarter && shift == -5 && _context.Quarter is { } named
        && CalendarArithmetic.Add(named, TimeUnit.Year, -1) is { } before
            ? Calendar(TimeFormat.UnitOf(before, unit))
            : null;

    // "By the end of the year", in a history, is the end of the year told of.
    private bool IsTold(TimeMatch match, int shift) => _context.IsHistory && shift == 0 && match.Has(TimeKey.Told);

    private TimeValue Unit(TimeMatch match, TimeDirection direction)
    {
        TimeUnit unit = (TimeUnit)match[TimeKey.Unit];
        int shift = match.Or(TimeKey.Shift, 0);
        if ((IsTold(match, shift) ? _context.Last?.First : _context.Published) is not { } day)
        {
            return new TimeValue(match.Rule.Type, null, false);
        }

        // "Over the weekend", written early in the week, is the one before.
        if (unit == TimeUnit.Weekend && shift == 0 && direction != TimeDirection.Future && CalendarArithmetic.Weekday(day) <= 3)
        {
            shift = -1;
        }

        if (QuarterBefore(match, unit, shift) is { } quarter)
        {
            return quarter;
        }

        if (CalendarArithmetic.Add(day, unit, shift) is not { } shifted)
        {
            return new TimeValue(match.Rule.Type, null, false);
        }

        if (match.Rule.Type == TimeType.Duration)
        {
            return new TimeValue(TimeType.Duration, "P1" + (unit == TimeUnit.Weekend ? "WE" : "D"), true) { Interval = TimeInterval.OfValue(TimeFormat.UnitOf(shifted, unit)) };
        }

        return Calendar(TimeFormat.UnitOf(shifted, unit) + Part(match));
    }

    private TimeValue Counted(TimeMatch match, DateOnly? anchor, int sign, bool fromReport)
    {
        TimeUnit unit = (TimeUnit)match[TimeKey.Unit];
        int count = match.Or(TimeKey.Count, 1);
        if (count == TimeVocabulary.Unsaid || unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second)
        {
            return new TimeValue(TimeType.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF", anchor is not null);
        }

        if (anchor is not { } day || CalendarArithmetic.Add(day, unit, sign * count) is not { } reached)
        {
            return new TimeValue(TimeType.Date, null, false);
        }

        if (match.Has(TimeKey.PlusHalf) && unit == TimeUnit.Year)
        {
            reached = CalendarArithmetic.Add(reached, TimeUnit.Month, 6 * sign) ?? reached;
            unit = TimeUnit.Month;
        }

        bool exact = match.Has(TimeKey.Exact) || (!fromReport && unit == TimeUnit.Week && _context.Last?.Precision == TimePrecision.Day);
        if (unit == TimeUnit.Year && count == 1 && _context.Quarter is { } quarter
            && CalendarArithmetic.Add(quarter, TimeUnit.Year, sign) is { } sameQuarter)
        {
            reached = sameQuarter;
            unit = TimeUnit.Quarter;
        }

        return Calendar(TimeFormat.UnitOf(reached, exact ? TimeUnit.Day : unit == TimeUnit.Decade && count > 1 ? TimeUnit.Year : unit) + Part(match));
    }

    // "the next day", "that year": hangs on the time named last, which must be at least as precise as the unit.
    private TimeValue Beside(TimeMatch match, int sign)
    {
        TimeUnit unit = (TimeUnit)match[TimeKey.Unit];
        if (Reference(match) is not { } day || CalendarArithmetic.Add(day, unit, sign) is not { } reached)
        {
            return new TimeValue(TimeType.Date, null, false);
        }

        return Calendar(TimeFormat.UnitOf(reached, unit) + Part(match));
    }

    private DateOnly? Reference(TimeMatch match)
    {
        TimeUnit unit = (TimeUnit)match[TimeKey.Unit];
        if (_context.Last is { } last)
        {
            bool preciseEnough = unit switch
            {
                TimeUnit.Day or TimeUnit.Night => last.Precision == TimePrecision.Day,
                TimeUnit.Week or TimeUnit.Weekend => last.Precision <= TimePrecision.Week,
                TimeUnit.Month => last.Precision <= TimePrecision.Month,
                TimeUnit.Quarter => last.Precision <= TimePrecision.Quarter,
                _ => true,
            };
            return preciseEnough ? last.First : match.Rule.Operation == TimeOperation.Following && !_context.IsHistory ? _context.Published : null;
        }

        return _context.IsHistory ? null : _context.Published;
    }

    private TimeValue Reference(string value) => new(TimeType.Date, value, _context.Published is not null)
    {
        Interval = value == "PRESENT_REF" && _context.Published is { } day ? new TimeInterval(day, day, TimePrecision.Day) : null,
    };

    private TimeValue Span(TimeMatch match)
    {
        string? value = TimeDurations.Value(match);
        int count = match.Or(TimeKey.Count2, match.Or(TimeKey.Count, 1));
        TimeInterval? interval = null;
        if (_context.Published is { } day && count != TimeVocabulary.Unsaid
            && CalendarArithmetic.Add(day, (TimeUnit)match[TimeKey.Unit], match[TimeKey.Sign] * count) is { } end)
        {
            interval = end < day ? new TimeInterval(end, day, TimePrecision.Span) : new TimeInterval(day, end, TimePrecision.Span);
        }

        return new TimeValue(TimeType.Duration, value, interval is not null) { Interval = interval };
    }
}

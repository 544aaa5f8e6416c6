using System.Globalization;

namespace Readout.Time;

/// <summary>Writes lengths of time as TIMEX3 has them: P3D, PT2H, P2Y6M, PXW.</summary>
internal static class TimeDurations
{
    /// <summary>The length that a match tells; null where its unit has none.</summary>
    public static string? Value(TimeMatch match)
    {
        TimeUnit unit = (TimeUnit)match.Or(TimeKey.Unit, 0);
        int count = match.Or(TimeKey.Count, 1);
        if (match.Has(TimeKey.Halves))
        {
            return Half(unit);
        }

        if (match.Has(TimeKey.PlusHalf))
        {
            return count == TimeVocabulary.Unsaid ? null : AndHalf(unit, count);
        }

        if (match.Has(TimeKey.Tenths))
        {
            return Write(unit, string.Create(CultureInfo.InvariantCulture, $"{count / 10}.{count % 10}"));
        }

        if (match.Has(TimeKey.Unit2) && match.Has(TimeKey.Count2) && Unit(unit) is { } first && Unit((TimeUnit)match[TimeKey.Unit2]) is { } second)
        {
            string time = first.Time == second.Time ? "" : "T";
            return string.Create(CultureInfo.InvariantCulture, $"P{(first.Time ? "T" : "")}{count * first.Factor}{first.Letter}{time}{match[TimeKey.Count2] * second.Factor}{second.Letter}");
        }

        return Write(unit, count);
    }

    private static string? Write(TimeUnit unit, int count)
    {
        if (Unit(unit) is not { } u)
        {
            return null;
        }

        if (count == TimeVocabulary.Unsaid)
        {
            return unit switch
            {
                TimeUnit.Decade => "PXDE",
                TimeUnit.Century => "PXCE",
                _ => $"P{(u.Time ? "T" : "")}X{u.Letter}",
            };
        }

        return Write(unit, string.Create(CultureInfo.InvariantCulture, $"{(long)count * u.Factor}"));
    }

    private static string? Write(TimeUnit unit, string number) => Unit(unit) is { } u ? $"P{(u.Time ? "T" : "")}{number}{u.Letter}" : null;

    private static string? Half(TimeUnit unit) => unit switch
    {
        TimeUnit.Year => "P6M",
        TimeUnit.Day => "PT12H",
        TimeUnit.Hour => "PT30M",
        TimeUnit.Minute => "PT30S",
        TimeUnit.Decade => "P5Y",
        TimeUnit.Century => "P50Y",
        _ => Write(unit, "0.5"),
    };

    private static string? AndHalf(TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Year => string.Create(CultureInfo.InvariantCulture, $"P{count}Y6M"),
        TimeUnit.Hour => string.Create(CultureInfo.InvariantCulture, $"PT{count}H30M"),
        TimeUnit.Minute => string.Create(CultureInfo.InvariantCulture, $"PT{count}M30S"),
        TimeUnit.Decade => string.Create(CultureInfo.InvariantCulture, $"P{((long)count * 10) + 5}Y"),
        TimeUnit.Century => string.Create(CultureInfo.InvariantCulture, $"P{((long)count * 100) + 50}Y"),
        _ => Write(unit, string.Create(CultureInfo.InvariantCulture, $"{count}.5")),
    };

    private static (char Letter, long Factor, bool Time)? Unit(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => ('S', 1, true),
        TimeUnit.Minute => ('M', 1, true),
        TimeUnit.Hour => ('H', 1, true),
        TimeUnit.Day or TimeUnit.Night => ('D', 1, false),
        TimeUnit.Weekend => ('D', 2, false),
        TimeUnit.Week => ('W', 1, false),
        TimeUnit.Fortnight => ('W', 2, false),
        TimeUnit.Month => ('M', 1, false),
        TimeUnit.Quarter => ('M', 3, false),
        TimeUnit.Year => ('Y', 1, false),
        TimeUnit.Decade => ('Y', 10, false),
        TimeUnit.Century => ('Y', 100, false),
        TimeUnit.Millennium => ('Y', 1000, false),
        _ => null,
    };
}

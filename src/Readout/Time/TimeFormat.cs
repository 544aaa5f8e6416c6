using System.Globalization;

namespace Readout.Time;

/// <summary>Writes TIMEX3 values.</summary>
internal static class TimeFormat
{
    private static readonly string[] Parts = ["", "TMO", "TAF", "TEV", "TNI", "TDT", "TMI"];
    private static readonly string[] Seasons = ["", "SP", "SU", "FA", "WI"];

    /// <summary>Years before Christ are reckoned as this number less the year, so that later ones are greater, as on the calendar.</summary>
    public const int BeforeChrist = 5000;

    public static string Day(DateOnly day) => $"{Year(day.Year)}{day.ToString("-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>A year; one after <see cref="BeforeChrist"/> - 2000 stands for a year before Christ and is written BC0480.</summary>
    public static string Year(int year) => year > BeforeChrist - 2000
        ? string.Create(CultureInfo.InvariantCulture, $"BC{BeforeChrist - year:0000}")
        : year.ToString("0000", CultureInfo.InvariantCulture);

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}");

    public static string Quarter(int year, int quarter) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-Q{quarter}");

    public static string Half(int year, int half) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-H{half}");

    public static string Season(string year, int season) => $"{year}-{Seasons[Math.Clamp(season, 0, 4)]}";

    public static string Decade(int year) => year > BeforeChrist - 2000
        ? string.Create(CultureInfo.InvariantCulture, $"BC{(BeforeChrist - year) / 10:000}")
        : string.Create(CultureInfo.InvariantCulture, $"{year / 10:000}X");

    public static string Century(int year) => string.Create(CultureInfo.InvariantCulture, $"{year / 100:00}XX");

    public static string Week(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    /// <summary>The part of the day by its number in <c>words.tsv</c>: TMO, TAF, ...</summary>
    public static string Part(int part) => Parts[Math.Clamp(part, 0, Parts.Length - 1)];

    /// <summary>A clock time as T15:00, with its offset from UTC in minutes where known (Z for none).</summary>
    public static string Clock(int minutes, int? offset)
    {
        string clock = string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60 % 25:00}:{minutes % 60:00}");
        return offset switch
        {
            null => clock,
            0 => clock + "Z",
            _ => string.Create(CultureInfo.InvariantCulture, $"{clock}{(offset < 0 ? '-' : '+')}{Math.Abs(offset.Value) / 60:00}:{Math.Abs(offset.Value) % 60:00}"),
        };
    }

    /// <summary>Value of the unit that holds a day, as precise as the unit.</summary>
    public static string? UnitOf(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night or TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second => Day(day),
        TimeUnit.Week or TimeUnit.Fortnight => Week(day),
        TimeUnit.Weekend => Week(day) + "-WE",
        TimeUnit.Month => Month(day.Year, day.Month),
        TimeUnit.Quarter => Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        TimeUnit.Year => Year(day.Year),
        TimeUnit.Decade => Decade(day.Year),
        TimeUnit.Century => Century(day.Year),
        TimeUnit.Millennium => string.Create(CultureInfo.InvariantCulture, $"{day.Year / 1000}XXX"),
        _ => null,
    };
}

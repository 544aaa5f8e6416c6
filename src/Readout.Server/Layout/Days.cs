using System.Globalization;
using Readout.Store;

namespace Readout.Server.Layout;

/// <summary>Calendar times as people read them, with the precision that is known and no more.</summary>
internal static class Days
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary><c>11 December 2023</c>, <c>December 2023</c>, <c>2023</c>; "no date known" where empty.</summary>
    public static string Long(string? time) => Format(time, "d MMMM yyyy", "MMMM yyyy") is { Length: > 0 } day ? day : "no date known";

    /// <summary><c>Monday, 11 December 2023</c>, else as <see cref="Long"/>.</summary>
    public static string WithWeekday(string? time) => Format(time, "dddd, d MMMM yyyy", "MMMM yyyy") is { Length: > 0 } day ? day : "No date known";

    /// <summary><c>11 Dec 2023</c>, <c>Dec 2023</c>, <c>2023</c>; empty where unknown.</summary>
    public static string Short(string? time) => Format(time, "d MMM yyyy", "MMM yyyy");

    /// <summary>A time as the record has it: an interval by its ends, else as <see cref="Long"/>.</summary>
    public static string Range(string? time)
    {
        int slash = time?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? Long(time) : $"{Long(time![..slash])} to {Long(time[(slash + 1)..])}";
    }

    /// <summary>A period; an unknown end is said to be open.</summary>
    public static string Period(string? start, string? end) => (start, end) switch
    {
        (null, null) => "",
        (null, _) => "until " + Long(end),
        (_, null) => "from " + Long(start),
        _ => start == end ? Long(start) : $"{Long(start)} to {Long(end)}",
    };

    private static string Format(string? time, string day, string month)
    {
        if (SortDay.Week(time) is { } monday)
        {
            return "week of " + monday.ToString("d MMMM yyyy", English);
        }

        string prefix = SortDay.Of(time);
        return prefix.Length switch
        {
            10 when DateOnly.TryParseExact(prefix, "yyyy-MM-dd", English, DateTimeStyles.None, out DateOnly date) => date.ToString(day, English),
            7 when DateOnly.TryParseExact(prefix, "yyyy-MM", English, DateTimeStyles.None, out DateOnly first) => first.ToString(month, English),
            _ => prefix,
        };
    }
}

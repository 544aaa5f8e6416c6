using System.Globalization;

namespace Readout.Entities;

/// <summary>Names of days and months, which are no part of the name or phrase of an actor.</summary>
internal static class CalendarWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = new HashSet<string>(
        [.. CultureInfo.InvariantCulture.DateTimeFormat.DayNames, .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _days =
        new HashSet<string>(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Days alone: months are surnames as well.</summary>
    public static bool IsDay(ReadOnlySpan<char> word) => word.Length > 0 && _days.Contains(word);

    public static bool Contains(ReadOnlySpan<char> word) => word.Length > 0 && _words.Contains(word);
}

using System.Globalization;

namespace Readout.Entities;

/// <summary>Names of days and months, which are no part of the name or phrase of an actor.</summary>
internal static class CalendarWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = new HashSet<string>(
        [.. CultureInfo.InvariantCulture.DateTimeFormat.DayNames, .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => word.Length > 0 && _words.Contains(word);
}

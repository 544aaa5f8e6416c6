using System.Globalization;

namespace Readout.Store.Sqlite;

/// <summary>Moments as text: UTC, ISO 8601 with milliseconds, so that they sort.</summary>
internal static class Moments
{
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? moment) => moment is { } known ? Text(known) : null;

    public static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? ParseOrNull(string? text) => text is null ? null : Parse(text);
}

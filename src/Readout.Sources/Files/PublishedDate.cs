using System.Globalization;

namespace Readout.Sources.Files;

/// <summary>Publication dates as metadata and users write them, brought to ISO 8601 with the precision they have.</summary>
public static class PublishedDate
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd"];

    /// <summary>
    /// A day (<c>2006-12-19</c>) or a moment with its own zone (<c>2006-12-19T14:05:00+02:00</c>, without an offset where none was
    /// given); null where <paramref name="value"/> is null or no date.
    /// </summary>
    public static string? Normalize(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        value = value.Trim();
        if (DateOnly.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            return null;
        }

        if (!value.Contains(':', StringComparison.Ordinal))
        {
            return moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        string local = moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return HasZone(value) ? local + (moment.Offset == TimeSpan.Zero ? "Z" : moment.ToString("zzz", CultureInfo.InvariantCulture)) : local;
    }

    private static bool HasZone(string value) =>
        value.EndsWith('Z') || value.EndsWith("GMT", StringComparison.Ordinal) || value.EndsWith("UTC", StringComparison.Ordinal)
        || value.AsSpan(Math.Max(0, value.Length - 6)).IndexOfAny('+', '-') >= 0;
}

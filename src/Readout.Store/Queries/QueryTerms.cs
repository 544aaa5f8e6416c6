using System.Globalization;

namespace Readout.Store.Queries;

/// <summary>Days, moments and places as a query has them typed.</summary>
internal static class QueryTerms
{
    private static readonly string[] DayShapes = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>A year, month or day; null where nothing was typed.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public static string? Day(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        string day = typed.Trim();
        return DateOnly.TryParseExact(day, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? day
            : throw new QueryException(field, $"'{typed}' is no date; write a year, month or day such as 2023, 2023-12 or 2023-12-05");
    }

    /// <summary>A moment in UTC, kept to the second, so that text compares as time.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public static string Moment(string typed) =>
        DateTimeOffset.TryParse(typed.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : throw new QueryException("added", $"'{typed}' is no moment; write one such as 2024-03-12 or 2024-03-12T07:00:00Z");

    /// <summary>The name in a place's name or key (<see cref="PlaceSummary.Key"/>), and the country where a key was typed: null for an unknown one.</summary>
    public static (string Name, bool IsKey, string? Country) Place(string typed)
    {
        int slash = typed.IndexOf('/', StringComparison.Ordinal);
        return slash is not (1 or 3) || !(typed[..slash] == "-" || typed[..slash].All(char.IsAsciiLetterUpper))
            ? (typed, false, null)
            : (typed[(slash + 1)..], true, slash == 1 ? null : typed[..slash]);
    }

    /// <summary>Characters of a day by which the facts of a query are counted over time: its month, or the whole day where one month is asked for.</summary>
    public static int MonthLength(FactQuery query) =>
        SortDay.Of(query.Since) is { Length: >= 7 } since && SortDay.Of(query.Until) is { Length: >= 7 } until && since[..7] == until[..7] ? 10 : 7;
}

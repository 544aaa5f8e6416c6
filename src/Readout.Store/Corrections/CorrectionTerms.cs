using System.Globalization;
using Readout.Commitments;
using Readout.Merging;

namespace Readout.Store.Corrections;

/// <summary>The values of corrections of a commitment's terms.</summary>
public static class CorrectionTerms
{
    /// <summary>The value that says that there is none.</summary>
    public const string None = "none";

    private const string Open = "..";
    private const int MostCharactersOfUnit = 40;

    /// <summary>A period such as <c>2024/2026-06</c>, <c>2024/..</c> or <c>2024</c> (which it fills); null where the value is none.</summary>
    public static Period? Period(string? value)
    {
        string[] ends = (value ?? "").Split('/');
        if (ends.Length > 2 || ends.All(end => end == Open) || ends.Any(end => end != Open && DayRange.Parse(end) is null))
        {
            return null;
        }

        bool isReversed = ends.Length == 2 && DayRange.Parse(ends[0]) is { } from && DayRange.Parse(ends[1]) is { } to && to.Last < from.First;
        return isReversed ? null : new Period(End(ends[0]), End(ends[^1]));
    }

    /// <summary>A number and its unit, such as <c>48000000 USD</c>; null where the value is none.</summary>
    public static Quantity? Amount(string? value)
    {
        int blank = (value ?? "").IndexOf(' ', StringComparison.Ordinal);
        bool fits = blank > 0 && value!.Length - blank <= MostCharactersOfUnit && value[(blank + 1)..].Trim().Length > 0;
        return fits && double.TryParse(value.AsSpan(0, blank), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? new Quantity(number, value![(blank + 1)..].Trim())
            : null;
    }

    /// <summary>A period as a value.</summary>
    public static string? Of(Period? period) => period switch
    {
        null or { Start: null, End: null } => null,
        { Start: { } start, End: { } end } when start == end => start,
        _ => (period.Start ?? Open) + "/" + (period.End ?? Open),
    };

    /// <summary>A quantity as a value.</summary>
    public static string? Of(Quantity? amount) => amount is null ? null : amount.Value.ToString("0.######", CultureInfo.InvariantCulture) + " " + amount.Unit;

    private static string? End(string text) => text == Open ? null : text;
}

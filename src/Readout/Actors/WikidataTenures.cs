using System.Globalization;
using System.Text.Json;
using Readout.Places;

namespace Readout.Actors;

/// <summary>
/// Reads who held which office when from the JSON dump of Wikidata, an item a line: persons (P31 = Q5) with positions held (P39) that have a first day
/// (P580) and, where known, a last (P582).
/// </summary>
public static class WikidataTenures
{
    private const int MostOtherNames = 8;
    private const int MostOffices = 40;

    /// <summary>The tenures of a dump in file order, one at a time. Lines that are no items or broken are passed over.</summary>
    /// <param name="lines">Lines of the dump.</param>
    /// <param name="offices">The offices of states.</param>
    /// <param name="firstYear">Tenures that ended before are left out.</param>
    public static IEnumerable<ImportedTenure> Read(IEnumerable<string> lines, WikidataOffices offices, int firstYear)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(offices);
        foreach (string line in lines)
        {
            if (!line.Contains("\"P39\"", StringComparison.Ordinal) || !line.Contains("\"Q5\"", StringComparison.Ordinal) || WikidataItem.Parse(line.Trim().TrimEnd(',')) is not { } json)
            {
                continue;
            }

            using (json)
            {
                foreach (ImportedTenure tenure in Tenures(json.RootElement, offices, firstYear).Take(MostOffices))
                {
                    yield return tenure;
                }
            }
        }
    }

    private static IEnumerable<ImportedTenure> Tenures(JsonElement item, WikidataOffices offices, int firstYear)
    {
        if (item.ValueKind != JsonValueKind.Object || WikidataItem.Label(item) is not { Length: > 1 and <= WikidataItem.LongestName } name || !char.IsUpper(name[0])
            || !item.TryGetProperty("id", out JsonElement id) || id.GetString() is not { } key || !item.TryGetProperty("claims", out JsonElement claims)
            || claims.ValueKind != JsonValueKind.Object || WikidataItem.IdOf(WikidataItem.Value(claims, "P31")) != "Q5")
        {
            yield break;
        }

        List<string>? others = null;
        foreach (JsonElement statement in WikidataItem.Statements(claims, "P39"))
        {
            if (statement.TryGetProperty("mainsnak", out JsonElement snak) && WikidataItem.IdOf(WikidataItem.ValueOf(snak)) is { } position && offices.Of(position) is { } office
                && Day(statement, "P580") is { } from && Day(statement, "P582") is var to && (to is null || int.Parse(to.AsSpan(0, 4), CultureInfo.InvariantCulture) >= firstYear))
            {
                yield return new ImportedTenure(office.Owner, office.Office, name, from, to ?? "", key) { OtherNames = others ??= WikidataItem.Aliases(item, name, MostOtherNames) };
            }
        }
    }

    // "+2012-05-15T00:00:00Z" with its precision: 9 a year, 10 a month, 11 a day.
    private static string? Day(JsonElement statement, string qualifier)
    {
        if (!statement.TryGetProperty("qualifiers", out JsonElement qualifiers) || qualifiers.ValueKind != JsonValueKind.Object
            || !qualifiers.TryGetProperty(qualifier, out JsonElement snaks) || snaks.ValueKind != JsonValueKind.Array || snaks.GetArrayLength() == 0
            || WikidataItem.ValueOf(snaks[0]) is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("time", out JsonElement time)
            || !value.TryGetProperty("precision", out JsonElement precision) || !precision.TryGetInt32(out int digits)
            || time.GetString() is not ['+', .. { Length: >= 10 } day] || !char.IsAsciiDigit(day[3]) || day[4] != '-')
        {
            return null;
        }

        string text = digits switch { 9 => day[..4], 10 => day[..7], 11 => day[..10], _ => "" };
        string full = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        return DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
    }
}

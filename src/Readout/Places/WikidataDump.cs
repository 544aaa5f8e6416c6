using System.Globalization;
using System.Text.Json;

namespace Readout.Places;

/// <summary>
/// Reads the JSON dump of Wikidata (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html), an item a line: those with an
/// English label, coordinates (P625) and a state (P17). An item with a GeoNames id (P1566) or a population (P1082) is a settlement or a region, any
/// other a building.
/// </summary>
public static class WikidataDump
{
    private const int MostOtherNames = 12;

    /// <summary>The places of a dump in file order. Lines that are no items or broken are passed over and told of.</summary>
    /// <param name="lines">Lines of the dump, with its brackets and commas.</param>
    /// <param name="codes">Codes of states.</param>
    /// <param name="population">Fewest inhabitants of a settlement, where the item tells them.</param>
    /// <param name="broken">Called with the number of each line that is no JSON.</param>
    public static IEnumerable<ImportedPlace> Read(IEnumerable<string> lines, StateCodes codes, int population, Action<long> broken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(broken);
        long number = 0;
        foreach (string line in lines)
        {
            number++;
            string item = line.Trim().TrimEnd(',');
            if (item.Length < 3 || !item.Contains("\"P625\"", StringComparison.Ordinal))
            {
                continue;
            }

            if (WikidataItem.Parse(item) is not { } json)
            {
                broken(number);
                continue;
            }

            using (json)
            {
                if (Place(json.RootElement, codes, population) is { } place)
                {
                    yield return place;
                }
            }
        }
    }

    private static ImportedPlace? Place(JsonElement item, StateCodes codes, int population)
    {
        if (item.ValueKind != JsonValueKind.Object || WikidataItem.Label(item) is not { Length: > 1 and <= WikidataItem.LongestName } name || !char.IsUpper(name[0])
            || !item.TryGetProperty("claims", out JsonElement claims) || claims.ValueKind != JsonValueKind.Object
            || WikidataItem.Value(claims, "P17") is not { ValueKind: JsonValueKind.Object } country || !country.TryGetProperty("id", out JsonElement stateId)
            || stateId.GetString() is not { } state || codes.OfWikidata(state) is not { } code
            || WikidataItem.Value(claims, "P625") is not { ValueKind: JsonValueKind.Object } at
            || !at.TryGetProperty("latitude", out JsonElement latitude) || !latitude.TryGetDouble(out double north) || !(Math.Abs(north) <= 90)
            || !at.TryGetProperty("longitude", out JsonElement longitude) || !longitude.TryGetDouble(out double east) || !(Math.Abs(east) <= 180))
        {
            return null;
        }

        double? people = WikidataItem.Value(claims, "P1082") is { ValueKind: JsonValueKind.Object } amount && amount.TryGetProperty("amount", out JsonElement text)
            && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double count) ? count : null;
        int? geonames = WikidataItem.Value(claims, "P1566") is { ValueKind: JsonValueKind.String } id && int.TryParse(id.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : null;
        return people < population ? null : new ImportedPlace(
            code.Alpha3, name, north, east, people is not null || geonames is not null ? ImportedPlaceKind.City : ImportedPlaceKind.Building)
        {
            Geonames = geonames,
            OtherNames = WikidataItem.Aliases(item, name, MostOtherNames),
        };
    }
}

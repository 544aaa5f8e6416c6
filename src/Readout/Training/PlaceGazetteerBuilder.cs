using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Text;

namespace Readout.Training;

/// <summary>
/// Compiles <c>data/places/countries.tsv</c> and <c>cities.tsv</c> from three public lists: countries (mledoze, ODbL 1.0), country-codes
/// (PDDL) and world-cities (GeoNames, CC BY 4.0). The same input gives the same bytes.
/// </summary>
public static class PlaceGazetteerBuilder
{
    // Names that world-cities uses and neither list of countries has.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["Macao"] = "MAC",
        ["Democratic Republic of the Congo"] = "COD",
        ["Republic of the Congo"] = "COG",
        ["Palestinian Territory"] = "PSE",
        ["Timor Leste"] = "TLS",
        ["Vatican"] = "VAT",
        ["Bonaire, Saint Eustatius and Saba "] = "BES",
        ["Ivory Coast"] = "CIV",
        ["Sao Tome and Principe"] = "STP",
        ["Reunion"] = "REU",
        ["U.S. Virgin Islands"] = "VIR",
        ["Curacao"] = "CUW",
        ["Saint Helena"] = "SHN",
        ["Aland Islands"] = "ALA",
        ["Netherlands Antilles"] = "CUW",
        ["Congo, The Democratic Republic of the"] = "COD",
        ["Taiwan, Province of China"] = "TWN",
        ["No country found for alpha-2 code: XK"] = "XKX",
        ["Falkland Islands (Malvinas)"] = "FLK",
        ["Saint Martin (French part)"] = "MAF",
        ["Sint Maarten (Dutch part)"] = "SXM",
        ["Holy See (Vatican City State)"] = "VAT",
    };

    /// <summary>Writes both files into <paramref name="output"/>.</summary>
    /// <param name="gazetteers">Folder that holds <c>countries</c>, <c>country-codes</c> and <c>world-cities</c>.</param>
    /// <param name="output">Folder <c>data/places</c>.</param>
    /// <returns>Number of states and territories, and of cities.</returns>
    /// <exception cref="IOException">A list is missing.</exception>
    public static (int Countries, int Cities) Build(string gazetteers, string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(gazetteers);
        ArgumentException.ThrowIfNullOrEmpty(output);
        var codes = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (Dictionary<string, string> row in CsvRows.Read(Path.Combine(gazetteers, "country-codes", "country-codes.csv")))
        {
            codes[row["ISO3166-1-Alpha-3"]] = row;
        }

        var byName = new Dictionary<string, string>(OtherNames, StringComparer.Ordinal);
        int countries = WriteCountries(gazetteers, output, codes, byName);
        return (countries, WriteCities(gazetteers, output, byName));
    }

    private static int WriteCountries(string gazetteers, string output, Dictionary<string, Dictionary<string, string>> codes, Dictionary<string, string> byName)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(gazetteers, "countries", "countries.json")));
        var lines = new List<string>();
        foreach (JsonElement country in json.RootElement.EnumerateArray())
        {
            string iso3 = country.GetProperty("cca3").GetString()! is "UNK" ? "XKX" : country.GetProperty("cca3").GetString()!;
            string name = country.GetProperty("name").GetProperty("common").GetString()!;
            codes.TryGetValue(iso3, out Dictionary<string, string>? code);
            var names = new List<string> { country.GetProperty("name").GetProperty("official").GetString()! };
            names.AddRange(country.GetProperty("altSpellings").EnumerateArray().Select(a => a.GetString()!));
            names.AddRange([code?["UNTERM English Short"] ?? "", code?["CLDR display name"] ?? "", code?["official_name_en"] ?? ""]);
            string[] other = [.. names.Select(Clean).Where(n => IsLatinName(n) && n != name).Distinct(StringComparer.Ordinal)];
            foreach (string known in other.Prepend(name))
            {
                byName.TryAdd(known, iso3);
            }

            JsonElement[] at = [.. country.GetProperty("latlng").EnumerateArray()];
            lines.Add(string.Join('\t',
                iso3, name, IsIndependent(country) ? "state" : "territory",
                country.GetProperty("capital").EnumerateArray().Select(c => c.GetString()!).FirstOrDefault(""),
                Number(at[0]), Number(at[1]), code?["Geoname ID"] ?? "", WikidataOf(code), string.Join('|', other), string.Join('|', Demonyms(country))));
        }

        lines.Sort(StringComparer.Ordinal);
        Write(Path.Combine(output, "countries.tsv"), """
            # States and territories: ISO 3166-1 alpha-3, name, kind, capital, latitude, longitude, GeoNames id, Wikidata id, other names, adjectives.
            # Compiled by `readout data build-gazetteers` from countries (https://github.com/mledoze/countries, ODbL 1.0) and country-codes
            # (https://github.com/datasets/country-codes, PDDL). This file is offered under ODbL 1.0.
            """, lines);
        return lines.Count;
    }

    private static int WriteCities(string gazetteers, string output, Dictionary<string, string> byName)
    {
        var regions = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        int cities = 0;
        foreach (Dictionary<string, string> row in CsvRows.Read(Path.Combine(gazetteers, "world-cities", "world-cities.csv")))
        {
            if (!byName.TryGetValue(row["country"], out string? iso3) || row["name"].AsSpan().IndexOfAny('|', ':') >= 0)
            {
                continue;
            }

            string key = iso3 + "\t" + row["subcountry"].Trim();
            if (!regions.TryGetValue(key, out SortedSet<string>? names))
            {
                regions.Add(key, names = new SortedSet<string>(StringComparer.Ordinal));
            }

            cities += names.Add(row["name"].Trim() + ":" + row["geonameid"]) ? 1 : 0;
        }

        Write(Path.Combine(output, "cities.tsv"), """
            # Cities of some 15,000 inhabitants and more: ISO 3166-1 alpha-3, region, and the cities there as name:GeoNames id joined by |.
            # Compiled by `readout data build-gazetteers` from world-cities (https://github.com/datasets/world-cities), itself from GeoNames
            # (https://www.geonames.org), CC BY 4.0. This file is offered under CC BY 4.0.
            """, regions.Select(r => r.Key + "\t" + string.Join('|', r.Value)));
        return cities;
    }

    private static void Write(string path, string head, IEnumerable<string> lines)
    {
        var text = new StringBuilder(head.ReplaceLineEndings("\n")).Append('\n');
        foreach (string line in lines)
        {
            text.Append(line).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    private static bool IsIndependent(JsonElement country) =>
        (country.TryGetProperty("independent", out JsonElement independent) && independent.ValueKind == JsonValueKind.True)
        || country.GetProperty("cca3").GetString() is "UNK" or "TWN" or "PSE" or "VAT";

    private static string WikidataOf(Dictionary<string, string>? code)
    {
        string address = code?.GetValueOrDefault("wikidata_id") ?? "";
        return address[(address.LastIndexOf('/') + 1)..];
    }

    private static IEnumerable<string> Demonyms(JsonElement country) =>
        country.TryGetProperty("demonyms", out JsonElement all) && all.TryGetProperty("eng", out JsonElement english)
            ? english.EnumerateObject().SelectMany(f => f.Value.GetString()!.Split(',', '/')).Select(d => d.Trim()).Where(d => d.Length > 2).Distinct(StringComparer.Ordinal)
            : [];

    private static string Clean(string name)
    {
        int bracket = name.IndexOf('(');
        string cleaned = (bracket > 0 ? name[..bracket] : name).Trim();
        return cleaned.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? cleaned[4..] : cleaned;
    }

    // Codes ("BY") and names in other alphabets are left out.
    private static bool IsLatinName(string name) =>
        name.Length > 3 && char.IsUpper(name[0]) && name.All(c => c < 'ɐ' || c == '’') && !name.All(char.IsUpper);

    private static string Number(JsonElement value) => value.GetDouble().ToString("0.##", CultureInfo.InvariantCulture);
}

using Readout.Text;

namespace Readout.Places;

/// <summary>
/// The places of <c>data/places</c> by name. Case matters for names of up to four letters ("US", "UAE") only. Immutable after loading, thread-safe.
/// </summary>
internal sealed class PlaceGazetteer
{
    private readonly PlaceTables _tables;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _adjectives;

    private PlaceGazetteer(PlaceTables tables)
    {
        _tables = tables;
        _adjectives = tables.Adjectives.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the folder.</summary>
    public static PlaceGazetteer Load(string folder)
    {
        var tables = new PlaceTables();
        var reader = new PlaceFileReader(tables);
        reader.ReadCountries(Path.Combine(folder, "countries.tsv"), Path.Combine(folder, "aliases.tsv"));
        reader.ReadLandmarks(Path.Combine(folder, "landmarks.tsv"));
        Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities = reader.ReadCities(Path.Combine(folder, "cities.tsv"));
        reader.ReadProminent(Path.Combine(folder, "prominent.tsv"), cities);
        reader.ReadRegions(Path.Combine(folder, "regions.tsv"));
        reader.AddCities(cities);
        reader.ReadOwn(Path.Combine(folder, OwnPlaces.FileName));
        return new PlaceGazetteer(tables);
    }

    /// <summary>Reads states with their names, adjectives and well-known cities; of all other places the names alone.</summary>
    public static PlaceGazetteer LoadStates(string folder)
    {
        var tables = new PlaceTables();
        var reader = new PlaceFileReader(tables);
        reader.ReadCountries(Path.Combine(folder, "countries.tsv"), Path.Combine(folder, "aliases.tsv"));
        reader.ReadProminent(Path.Combine(folder, "prominent.tsv"), []);
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "landmarks.tsv"), 5))
        {
            if (cells[4] != "building")
            {
                tables.Regions.UnionWith([cells[0], .. (cells.Length > 5 ? cells[5] : "").Split('|', StringSplitOptions.RemoveEmptyEntries)]);
            }
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "cities.tsv"), 3))
        {
            tables.WithinStates.Add(PlaceTables.Hash(cells[1]));
            foreach (string city in cells[2].Split('|'))
            {
                tables.WithinStates.Add(PlaceTables.Hash(city.AsSpan(0, Math.Max(0, city.LastIndexOf(':')))));
            }
        }

        return new PlaceGazetteer(tables);
    }

    /// <summary>Every place with the name; empty where none has it.</summary>
    public IReadOnlyList<PlaceEntry> Find(ReadOnlySpan<char> name) => _tables.Find(name);

    /// <summary>Length in characters of the longest name that opens with the word; 0 where none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> firstWord) => _tables.LongestFrom(firstWord);

    /// <summary>ISO 3166-1 alpha-3 of the state that an adjective ("Belarusian") speaks of; null where it is none.</summary>
    public string? CountryOfAdjective(ReadOnlySpan<char> word) => _adjectives.TryGetValue(word, out string? country) ? country : null;

    /// <summary>Whether the name is that of a province or city, of a gazetteer read by <see cref="LoadStates"/>.</summary>
    public bool IsWithinState(string name) => _tables.WithinStates.Contains(PlaceTables.Hash(name));

    /// <summary>Whether the name is that of a region of the earth or a sea, of a gazetteer read by <see cref="LoadStates"/>.</summary>
    public bool IsRegion(string name) => _tables.Regions.Contains(name);

    /// <summary>A state by its code; null where there is none.</summary>
    public PlaceEntry? Country(string iso3) => _tables.Countries.GetValueOrDefault(iso3);

    /// <summary>The places of the name that a dateline from metadata opens with: "KUALA LUMPUR, April 1 (AFP)"; empty where there is none.</summary>
    public IReadOnlyList<PlaceEntry> OfDateline(string? dateline)
    {
        int end = dateline?.IndexOfAny([',', '(']) ?? -1;
        return end <= 0 ? [] : Find(dateline.AsSpan(0, end).Trim());
    }
}

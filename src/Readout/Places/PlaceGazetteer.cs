using System.Globalization;
using Readout.Text;

namespace Readout.Places;

/// <summary>
/// The places of <c>data/places</c> by name. Case matters for names of up to four letters ("US", "UAE") only. Immutable after loading, thread-safe.
/// </summary>
internal sealed class PlaceGazetteer
{
    private readonly Dictionary<string, List<PlaceEntry>> _byName = new(StringComparer.OrdinalIgnoreCase);

    // Longest name, in characters, by the hash of its first word: two words of one hash cost a look-up in vain, no more.
    private readonly Dictionary<ulong, byte> _longestByFirstWord = [];

    // The user's places stand behind the project's.
    private readonly Dictionary<string, List<PlaceEntry>> _own = new(StringComparer.OrdinalIgnoreCase);
    private CityTable? _cities;
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);

    // Hashes of 64 bits: of these thirty thousand names nothing is ever asked but whether they are there.
    private readonly HashSet<ulong> _withinStates = [];
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceEntry> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, List<PlaceEntry>>.AlternateLookup<ReadOnlySpan<char>> _ownNames;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _adjectiveLookup;

    private PlaceGazetteer()
    {
        _names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _ownNames = _own.GetAlternateLookup<ReadOnlySpan<char>>();
        _adjectiveLookup = _adjectives.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the folder.</summary>
    public static PlaceGazetteer Load(string folder)
    {
        var gazetteer = new PlaceGazetteer();
        gazetteer.ReadCountries(Path.Combine(folder, "countries.tsv"), Path.Combine(folder, "aliases.tsv"));
        gazetteer.ReadLandmarks(Path.Combine(folder, "landmarks.tsv"));
        Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities = gazetteer.ReadCities(Path.Combine(folder, "cities.tsv"));
        gazetteer.ReadProminent(Path.Combine(folder, "prominent.tsv"), cities);
        gazetteer.ReadRegions(Path.Combine(folder, "regions.tsv"));
        gazetteer.AddCities(cities);
        gazetteer.ReadOwn(Path.Combine(folder, OwnPlaces.FileName));
        return gazetteer;
    }

    /// <summary>Reads states with their names, adjectives and well-known cities; of all other places the names alone.</summary>
    public static PlaceGazetteer LoadStates(string folder)
    {
        var gazetteer = new PlaceGazetteer();
        gazetteer.ReadCountries(Path.Combine(folder, "countries.tsv"), Path.Combine(folder, "aliases.tsv"));
        gazetteer.ReadProminent(Path.Combine(folder, "prominent.tsv"), []);
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "landmarks.tsv"), 5))
        {
            if (cells[4] != "building")
            {
                gazetteer._regions.UnionWith([cells[0], .. (cells.Length > 5 ? cells[5] : "").Split('|', StringSplitOptions.RemoveEmptyEntries)]);
            }
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "cities.tsv"), 3))
        {
            gazetteer._withinStates.Add(Hash(cells[1]));
            foreach (string city in cells[2].Split('|'))
            {
                gazetteer._withinStates.Add(Hash(city.AsSpan(0, Math.Max(0, city.LastIndexOf(':')))));
            }
        }

        return gazetteer;
    }

    /// <summary>Every place with the name; empty where none has it.</summary>
    public IReadOnlyList<PlaceEntry> Find(ReadOnlySpan<char> name)
    {
        IReadOnlyList<PlaceEntry> known = _names.TryGetValue(name, out List<PlaceEntry>? entries) ? entries : [];
        bool isCity = _cities?.Has(name) == true;
        bool isOwn = _own.Count > 0 && _ownNames.ContainsKey(name);
        if (!isCity && !isOwn)
        {
            return known;
        }

        var all = new List<PlaceEntry>(known);
        _cities?.Find(name, all);
        if (isOwn)
        {
            all.AddRange(_ownNames[name]);
        }

        return all;
    }

    /// <summary>Length in characters of the longest name that opens with the word; 0 where none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> firstWord) => _longestByFirstWord.TryGetValue(FoldedHash(firstWord), out byte longest) ? longest : 0;

    /// <summary>ISO 3166-1 alpha-3 of the state that an adjective ("Belarusian") speaks of; null where it is none.</summary>
    public string? CountryOfAdjective(ReadOnlySpan<char> word) => _adjectiveLookup.TryGetValue(word, out string? country) ? country : null;

    /// <summary>Whether the name is that of a province or city, of a gazetteer read by <see cref="LoadStates"/>.</summary>
    public bool IsWithinState(string name) => _withinStates.Contains(Hash(name));

    /// <summary>Whether the name is that of a region of the earth or a sea, of a gazetteer read by <see cref="LoadStates"/>.</summary>
    public bool IsRegion(string name) => _regions.Contains(name);

    /// <summary>A state by its code; null where there is none.</summary>
    public PlaceEntry? Country(string iso3) => _countries.GetValueOrDefault(iso3);

    /// <summary>The places of the name that a dateline from metadata opens with: "KUALA LUMPUR, April 1 (AFP)"; empty where there is none.</summary>
    public IReadOnlyList<PlaceEntry> OfDateline(string? dateline)
    {
        int end = dateline?.IndexOfAny([',', '(']) ?? -1;
        return end <= 0 ? [] : Find(dateline.AsSpan(0, end).Trim());
    }

    private void ReadCountries(string path, string aliases)
    {
        Dictionary<string, string> usual = TsvFile.Rows(aliases, 3).Where(row => row[2] == "name").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var territories = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] cells in TsvFile.Rows(path, 10))
        {
            var entry = new PlaceEntry(usual.GetValueOrDefault(cells[0], cells[1]), cells[0], PlaceKind.Country, null, Id(cells[6]))
            {
                Latitude = Degrees(cells[4], path),
                Longitude = Degrees(cells[5], path),
            };
            entry = entry with { Wikidata = cells[7].Length == 0 ? null : cells[7] };
            _countries.Add(cells[0], entry);
            Add(cells[1], entry);
            AddAll(cells[8], entry);
            foreach (string adjective in cells[9].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                // A territory often has the adjective of its state: "French" is France's.
                if (!_adjectives.TryAdd(adjective, cells[0]) && cells[2] == "state" && territories.Contains(_adjectives[adjective]))
                {
                    _adjectives[adjective] = cells[0];
                }
            }

            if (cells[2] == "territory")
            {
                territories.Add(cells[0]);
            }
        }

        foreach (string[] cells in TsvFile.Rows(aliases, 3))
        {
            PlaceEntry state = _countries.GetValueOrDefault(cells[0])
                ?? throw new InvalidDataException($"{aliases}: '{cells[1]}': expected the code of a state in countries.tsv, found '{cells[0]}'");
            if (cells[2] == "not")
            {
                _byName.GetValueOrDefault(cells[1])?.Remove(state);
                continue;
            }

            Add(cells[1], cells[2] == "part" ? new PlaceEntry(cells[1], cells[0], PlaceKind.Part, null, null) : state);
        }
    }

    private void ReadLandmarks(string path)
    {
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            var entry = new PlaceEntry(cells[0], cells[1], cells[4] == "building" ? PlaceKind.Building : PlaceKind.Region, null, null)
            {
                Latitude = Degrees(cells[2], path),
                Longitude = Degrees(cells[3], path),
            };
            Add(cells[0], entry);
            AddAll(cells.Length > 5 ? cells[5] : "", entry);
        }
    }

    private Dictionary<(string Country, string Name), List<(string Province, int Id)>> ReadCities(string path)
    {
        var cities = new Dictionary<(string Country, string Name), List<(string Province, int Id)>>();
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            if (cells[1].Length > 0)
            {
                var region = new PlaceEntry(cells[1], cells[0], PlaceKind.Province, null, null);
                Add(cells[1], region);
                AddWithoutMarks(cells[1], region);
            }

            foreach (string city in cells[2].Split('|'))
            {
                int colon = city.LastIndexOf(':');
                if (colon < 1 || Id(city[(colon + 1)..]) is not { } id)
                {
                    throw new InvalidDataException($"{path}: {cells[0]} {cells[1]}: expected name:id, found '{city}'");
                }

                (string Country, string Name) key = (cells[0], city[..colon]);
                if (!cities.TryGetValue(key, out List<(string Province, int Id)>? places))
                {
                    cities.Add(key, places = []);
                }

                places.Add((cells[1], id));
            }
        }

        return cities;
    }

    private void ReadProminent(string path, Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities)
    {
        string lastCountry = "";
        foreach (string[] cells in TsvFile.Rows(path, 4))
        {
            string[] names = [cells[1], .. (cells.Length > 4 ? cells[4] : "").Split('|', StringSplitOptions.RemoveEmptyEntries)];
            (string Province, int Id)? known = null;
            foreach (string name in names)
            {
                if (cities.TryGetValue((cells[0], name), out List<(string Province, int Id)>? places))
                {
                    known ??= places.Count == 1 ? places[0] : places.Find(p => p.Province is "District of Columbia" || p.Province.Contains(name, StringComparison.Ordinal)) is { Id: > 0 } own ? own : null;
                }
            }

            var entry = new PlaceEntry(cells[1], cells[0], PlaceKind.ProminentCity, known?.Province, known?.Id)
            {
                Latitude = Degrees(cells[2], path),
                Longitude = Degrees(cells[3], path),
                IsCapital = cells[0] != lastCountry,
            };
            lastCountry = cells[0];
            Array.ForEach(names, name => Add(name, entry));
        }
    }

    private void ReadRegions(string path)
    {
        foreach (string[] cells in TsvFile.Rows(path, 4))
        {
            var entry = new PlaceEntry(cells[1], cells[0], PlaceKind.Province, null, null)
            {
                Latitude = Degrees(cells[2], path),
                Longitude = Degrees(cells[3], path),
            };
            foreach (string name in (string[])[cells[1], .. (cells.Length > 4 ? cells[4] : "").Split('|', StringSplitOptions.RemoveEmptyEntries)])
            {
                if (_byName.TryGetValue(name, out List<PlaceEntry>? entries))
                {
                    entries.RemoveAll(e => e.Kind == PlaceKind.Province && e.Country == entry.Country);
                }

                Add(name, entry);
            }
        }
    }

    // A city that prominent.tsv has already is not added a second time.
    private void AddCities(Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities)
    {
        var builder = new CityTable.Builder();
        foreach (((string country, string name), List<(string Province, int Id)> places) in cities)
        {
            foreach ((string province, int id) in places)
            {
                if (!Find(name).Any(e => e.Geonames == id))
                {
                    string? bare = WithoutMarks(name);
                    builder.Add(name, bare, (country, province, id));
                    Lengthen(name);
                    Lengthen(bare ?? name);
                }
            }
        }

        _cities = builder.Build();
    }

    // What the user imported: a place that the project has already, by its id or by name and state, stays as it is.
    private void ReadOwn(string path)
    {
        foreach (string[] cells in File.Exists(path) ? TsvFile.Rows(path, 7) : [])
        {
            int? id = Id(cells[5]);
            PlaceKind kind = cells[4] switch
            {
                "city" => PlaceKind.City,
                "region" => PlaceKind.Province,
                "building" => PlaceKind.Building,
                _ => throw new InvalidDataException($"{path}: '{cells[1]}': expected city, region or building, found '{cells[4]}'"),
            };
            var entry = new PlaceEntry(cells[1], cells[0], kind, null, id) { Latitude = Degrees(cells[2], path), Longitude = Degrees(cells[3], path) };
            if (Find(cells[1]).Any(known => (id is not null && known.Geonames == id) || (known.Country == cells[0] && known.Kind != PlaceKind.City)))
            {
                GiveCoordinates(cells[1], id, entry);
                continue;
            }

            foreach (string name in (string[])[cells[1], .. cells[6].Split('|', StringSplitOptions.RemoveEmptyEntries)])
            {
                Add(_own, name, entry);
            }
        }
    }

    // The project's cities have ids but no coordinates; the user's have both.
    private void GiveCoordinates(string name, int? id, PlaceEntry own)
    {
        if (id is not { } geonames || own is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return;
        }

        _cities?.GiveCoordinates(name, geonames, latitude, longitude);
        List<PlaceEntry> entries = _byName.GetValueOrDefault(name, []);
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Geonames == geonames && entries[i].Latitude is null)
            {
                entries[i] = entries[i] with { Latitude = latitude, Longitude = longitude };
            }
        }
    }

    private void AddWithoutMarks(string name, PlaceEntry entry)
    {
        if (WithoutMarks(name) is { } bare)
        {
            Add(bare, entry);
        }
    }

    // Newspapers write "Khanaqin" for "Khānaqīn"; null where that is no other name.
    private static string? WithoutMarks(string name)
    {
        if (System.Text.Ascii.IsValid(name))
        {
            return null;
        }

        string bare = string.Concat(LatinLetters.Fold(name).Where(c => c is not ('‘' or '’' or 'ʻ' or 'ʼ')));
        return bare != name && bare.Length > 3 ? bare : null;
    }

    private void AddAll(string names, PlaceEntry entry)
    {
        foreach (string name in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(name, entry);
        }
    }

    private void Add(string name, PlaceEntry entry) => Add(_byName, name, entry);

    private void Add(Dictionary<string, List<PlaceEntry>> places, string name, PlaceEntry entry)
    {
        if (!places.TryGetValue(name, out List<PlaceEntry>? entries))
        {
            places.Add(name, entries = new List<PlaceEntry>(1));
            Lengthen(name);
        }

        if (!entries.Contains(entry))
        {
            entries.Add(entry);
        }
    }

    private void Lengthen(string name)
    {
        ReadOnlySpan<char> first = FirstWord(name);
        _longestByFirstWord[FoldedHash(first)] = (byte)Math.Min(byte.MaxValue, Math.Max(name.Length, LongestFrom(first)));
    }

    /// <summary>The letters that open a name.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name)
    {
        int end = 0;
        while (end < name.Length && char.IsLetter(name[end]))
        {
            end++;
        }

        return name[..end];
    }

    private static ulong FoldedHash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = (hash ^ char.ToUpperInvariant(c)) * 1099511628211;
        }

        return hash;
    }

    // FNV-1a, 64 bits, over UTF-16 code units.
    private static ulong Hash(ReadOnlySpan<char> name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    private static int? Id(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    private static double? Degrees(string text, string path) => text.Length == 0 ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) ? degrees
        : throw new InvalidDataException($"{path}: expected degrees, found '{text}'");
}

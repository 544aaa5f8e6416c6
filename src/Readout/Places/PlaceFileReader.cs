using System.Globalization;
using Readout.Text;

namespace Readout.Places;

/// <summary>Reads the files of <c>data/places</c> into <see cref="PlaceTables"/>. For one thread.</summary>
internal sealed class PlaceFileReader
{
    private readonly PlaceTables _tables;

    public PlaceFileReader(PlaceTables tables) => _tables = tables;

    /// <summary>States, their adjectives and other names.</summary>
    public void ReadCountries(string path, string aliases)
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
            _tables.Countries.Add(cells[0], entry);
            _tables.Add(cells[1], entry);
            _tables.AddAll(cells[8], entry);
            foreach (string adjective in cells[9].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                // A territory often has the adjective of its state: "French" is France's.
                if (!_tables.Adjectives.TryAdd(adjective, cells[0]) && cells[2] == "state" && territories.Contains(_tables.Adjectives[adjective]))
                {
                    _tables.Adjectives[adjective] = cells[0];
                }
            }

            if (cells[2] == "territory")
            {
                territories.Add(cells[0]);
            }
        }

        foreach (string[] cells in TsvFile.Rows(aliases, 3))
        {
            PlaceEntry state = _tables.Countries.GetValueOrDefault(cells[0])
                ?? throw new InvalidDataException($"{aliases}: '{cells[1]}': expected the code of a state in countries.tsv, found '{cells[0]}'");
            if (cells[2] == "not")
            {
                _tables.ByName.GetValueOrDefault(cells[1])?.Remove(state);
                continue;
            }

            _tables.Add(cells[1], cells[2] == "part" ? new PlaceEntry(cells[1], cells[0], PlaceKind.Part, null, null) : state);
        }
    }

    /// <summary>Regions of the earth, seas and buildings.</summary>
    public void ReadLandmarks(string path)
    {
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            var entry = new PlaceEntry(cells[0], cells[1], cells[4] == "building" ? PlaceKind.Building : PlaceKind.Region, null, null)
            {
                Latitude = Degrees(cells[2], path),
                Longitude = Degrees(cells[3], path),
            };
            _tables.Add(cells[0], entry);
            _tables.AddAll(cells.Length > 5 ? cells[5] : "", entry);
        }
    }

    /// <summary>Regions of states; gives the cities by state and name.</summary>
    public Dictionary<(string Country, string Name), List<(string Province, int Id)>> ReadCities(string path)
    {
        var cities = new Dictionary<(string Country, string Name), List<(string Province, int Id)>>();
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            if (cells[1].Length > 0)
            {
                var region = new PlaceEntry(cells[1], cells[0], PlaceKind.Province, null, null);
                _tables.Add(cells[1], region);
                _tables.AddWithoutMarks(cells[1], region);
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

    /// <summary>Cities that the news names without their state; the ids come from the other cities.</summary>
    public void ReadProminent(string path, Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities)
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
            Array.ForEach(names, name => _tables.Add(name, entry));
        }
    }

    /// <summary>Provinces with coordinates.</summary>
    public void ReadRegions(string path)
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
                if (_tables.ByName.TryGetValue(name, out List<PlaceEntry>? entries))
                {
                    entries.RemoveAll(e => e.Kind == PlaceKind.Province && e.Country == entry.Country);
                }

                _tables.Add(name, entry);
            }
        }
    }

    /// <summary>A city that prominent.tsv has already is not added a second time.</summary>
    public void AddCities(Dictionary<(string Country, string Name), List<(string Province, int Id)>> cities)
    {
        var builder = new CityTable.Builder();
        foreach (((string country, string name), List<(string Province, int Id)> places) in cities)
        {
            foreach ((string province, int id) in places)
            {
                if (!_tables.Find(name).Any(e => e.Geonames == id))
                {
                    string? bare = PlaceTables.WithoutMarks(name);
                    builder.Add(name, bare, (country, province, id));
                    _tables.Lengthen(name);
                    _tables.Lengthen(bare ?? name);
                }
            }
        }

        _tables.Cities = builder.Build();
    }

    /// <summary>What the user imported: a place that the project has already, by its id or by name and state, stays as it is.</summary>
    public void ReadOwn(string path)
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
            if (_tables.Find(cells[1]).Any(known => (id is not null && known.Geonames == id) || (known.Country == cells[0] && known.Kind != PlaceKind.City)))
            {
                GiveCoordinates(cells[1], id, entry);
                continue;
            }

            foreach (string name in (string[])[cells[1], .. cells[6].Split('|', StringSplitOptions.RemoveEmptyEntries)])
            {
                _tables.Add(_tables.Own, name, entry);
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

        _tables.Cities?.GiveCoordinates(name, geonames, latitude, longitude);
        List<PlaceEntry> entries = _tables.ByName.GetValueOrDefault(name, []);
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Geonames == geonames && entries[i].Latitude is null)
            {
                entries[i] = entries[i] with { Latitude = latitude, Longitude = longitude };
            }
        }
    }

    private static int? Id(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    private static double? Degrees(string text, string path) => text.Length == 0 ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) ? degrees
        : throw new InvalidDataException($"{path}: expected degrees, found '{text}'");
}

using System.Runtime.InteropServices;

namespace Readout.Places;

/// <summary>
/// The cities of the gazetteer in arrays: names in one buffer, rows sorted by the hash of the name, entries made when they are asked for. Some 34,000 cities
/// take 2 MB so, a fifth of what an object each takes. Immutable but for <see cref="GiveCoordinates"/>, which is for loading; thread-safe after it.
/// </summary>
internal sealed class CityTable
{
    private readonly string _names;
    private readonly string[] _countries;
    private readonly string[] _provinces;

    // By row, sorted by hash, then in the order of the file: hash of the name, where it stands in the buffer, city.
    private readonly uint[] _hashes;
    private readonly (int Start, byte Length, int City)[] _rows;

    // By city.
    private readonly (int Row, short Country, short Province, int Geonames, float Latitude, float Longitude)[] _cities;

    private CityTable(Builder builder)
    {
        _countries = [.. builder.Countries.Keys];
        _provinces = [.. builder.Provinces.Keys];
        int[] order = [.. Enumerable.Range(0, builder.Rows.Count)];
        uint[] hashes = [.. builder.Rows.Select(row => Hash(row.Name))];
        Array.Sort(order, (a, b) => hashes[a] != hashes[b] ? hashes[a].CompareTo(hashes[b]) : a.CompareTo(b));
        _hashes = new uint[order.Length];
        _rows = new (int, byte, int)[order.Length];
        _cities = [.. builder.Cities];
        var names = new System.Text.StringBuilder();
        for (int i = 0; i < order.Length; i++)
        {
            (string name, int city, bool isUsual) = builder.Rows[order[i]];
            _hashes[i] = hashes[order[i]];
            _rows[i] = (names.Length, (byte)name.Length, city);
            names.Append(name);
            if (isUsual)
            {
                _cities[city].Row = i;
            }
        }

        _names = names.ToString();
    }

    /// <summary>Adds every city with a name to a list, in the order of the file.</summary>
    public void Find(ReadOnlySpan<char> name, List<PlaceEntry> into)
    {
        for (int row = First(name); row < _rows.Length && row >= 0; row = Next(name, row + 1))
        {
            into.Add(Entry(_rows[row].City));
        }
    }

    /// <summary>Whether a city has the name.</summary>
    public bool Has(ReadOnlySpan<char> name) => First(name) >= 0;

    /// <summary>Gives a city, found by name and id, coordinates that it lacks.</summary>
    public void GiveCoordinates(string name, int geonames, double latitude, double longitude)
    {
        for (int row = First(name); row >= 0; row = Next(name, row + 1))
        {
            ref (int Row, short Country, short Province, int Geonames, float Latitude, float Longitude) city = ref _cities[_rows[row].City];
            if (city.Geonames == geonames && float.IsNaN(city.Latitude))
            {
                (city.Latitude, city.Longitude) = ((float)latitude, (float)longitude);
            }
        }
    }

    private PlaceEntry Entry(int city)
    {
        (int row, short country, short province, int geonames, float latitude, float longitude) = _cities[city];
        return new PlaceEntry(_names.Substring(_rows[row].Start, _rows[row].Length), _countries[country], PlaceKind.City, _provinces[province], geonames)
        {
            Latitude = Degrees(latitude),
            Longitude = Degrees(longitude),
        };
    }

    // Imported degrees have three decimals, which a float holds.
    private static double? Degrees(float degrees) => float.IsNaN(degrees) ? null : Math.Round((double)degrees, 3);

    private int First(ReadOnlySpan<char> name)
    {
        uint hash = Hash(name);
        int low = 0;
        int high = _hashes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _hashes[middle] < hash ? (middle + 1, high) : (low, middle);
        }

        return Next(name, low, hash);
    }

    private int Next(ReadOnlySpan<char> name, int row) => Next(name, row, Hash(name));

    private int Next(ReadOnlySpan<char> name, int row, uint hash)
    {
        for (; row < _rows.Length && _hashes[row] == hash; row++)
        {
            if (_names.AsSpan(_rows[row].Start, _rows[row].Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return row;
            }
        }

        return -1;
    }

    // FNV-1a, 32 bits, over capitals.
    private static uint Hash(ReadOnlySpan<char> name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = (hash ^ char.ToUpperInvariant(c)) * 16777619;
        }

        return hash;
    }

    /// <summary>Collects the cities of a table. Not thread-safe.</summary>
    internal sealed class Builder
    {
        public List<(string Name, int City, bool IsUsual)> Rows { get; } = [];

        public List<(int Row, short Country, short Province, int Geonames, float Latitude, float Longitude)> Cities { get; } = [];

        public Dictionary<string, short> Countries { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, short> Provinces { get; } = new(StringComparer.Ordinal);

        /// <summary>Adds a city under its usual name and, where it has one, under a name without marks.</summary>
        public void Add(string name, string? bare, (string Country, string Province, int Geonames) city)
        {
            if (name.Length > byte.MaxValue)
            {
                throw new InvalidDataException($"expected a city's name of at most {byte.MaxValue} characters, found '{name}'");
            }

            Rows.Add((name, Cities.Count, true));
            if (bare is not null)
            {
                Rows.Add((bare, Cities.Count, false));
            }

            Cities.Add((0, Number(Countries, city.Country), Number(Provinces, city.Province), city.Geonames, float.NaN, float.NaN));
        }

        public CityTable Build() => new(this);

        private static short Number(Dictionary<string, short> numbers, string text)
        {
            ref short number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out bool isKnown);
            number = isKnown ? number : checked((short)(numbers.Count - 1));
            return number;
        }
    }
}

using System.Globalization;
using Readout.Text;

namespace Readout.Places;

/// <summary>The codes of states and territories (<c>data/places/codes.tsv</c>, <c>countries.tsv</c>). Immutable after loading, thread-safe.</summary>
public sealed class StateCodes
{
    private readonly Dictionary<string, StateCode> _byAlpha3 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateCode> _byAlpha2 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateCode> _byWikidata = new(StringComparer.Ordinal);

    private StateCodes(IReadOnlyList<StateCode> all)
    {
        All = all;
        foreach (StateCode code in all)
        {
            _byAlpha3[code.Alpha3] = code;
            _byAlpha2[code.Alpha2] = code;
            if (code.Wikidata is not null)
            {
                _byWikidata[code.Wikidata] = code;
            }
        }
    }

    /// <summary>All states and territories by alpha-3.</summary>
    public IReadOnlyList<StateCode> All { get; }

    /// <summary>Reads both files.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="InvalidDataException">A row is malformed; the message names it.</exception>
    public static StateCodes Load(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        string path = Path.Combine(dataDirectory, "places", "codes.tsv");
        Dictionary<string, string[]> codes = TsvFile.Rows(path, 3).ToDictionary(row => row[0], StringComparer.Ordinal);
        var all = new List<StateCode>();
        foreach (string[] country in TsvFile.Rows(Path.Combine(dataDirectory, "places", "countries.tsv"), 8))
        {
            string[] own = codes.GetValueOrDefault(country[0]) ?? throw new InvalidDataException($"{path}: expected a row for {country[0]} ({country[1]}), found none");
            all.Add(new StateCode(country[0], own[1], Number(own[2], path), country[1])
            {
                Geonames = Number(country[6], path),
                Wikidata = country[7].Length == 0 ? null : country[7],
            });
        }

        return new StateCodes(all);
    }

    /// <summary>The state of an ISO 3166-1 alpha-3 code; null where there is none.</summary>
    public StateCode? OfAlpha3(string alpha3) => _byAlpha3.GetValueOrDefault(alpha3);

    /// <summary>The state of an ISO 3166-1 alpha-2 code; null where there is none.</summary>
    public StateCode? OfAlpha2(string alpha2) => _byAlpha2.GetValueOrDefault(alpha2);

    /// <summary>The state of a Wikidata item such as <c>Q148</c>; null where there is none.</summary>
    public StateCode? OfWikidata(string item) => _byWikidata.GetValueOrDefault(item);

    private static int? Number(string text, string path) => text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new InvalidDataException($"{path}: expected a number, found '{text}'");
}

using System.Collections.Frozen;
using System.Globalization;
using Readout.Text;

namespace Readout.Sources.Dates;

/// <summary>Month names and zone abbreviations of <c>data/sources/months.tsv</c> and <c>zones.tsv</c>. Immutable, thread-safe.</summary>
public sealed class DateLexicon
{
    private readonly FrozenDictionary<string, int> _months;
    private readonly FrozenDictionary<string, TimeSpan> _zones;

    private DateLexicon(FrozenDictionary<string, int> months, FrozenDictionary<string, TimeSpan> zones)
    {
        _months = months;
        _zones = zones;
    }

    /// <summary>Loads both tables from the data folder.</summary>
    /// <exception cref="InvalidDataException">A row has too few cells.</exception>
    public static DateLexicon Load(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "sources");
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "months.tsv"), 2))
        {
            foreach (string name in row[1].Split(' '))
            {
                months.TryAdd(name, int.Parse(row[0], CultureInfo.InvariantCulture));
            }
        }

        var zones = TsvFile.Rows(Path.Combine(folder, "zones.tsv"), 2)
            .ToDictionary(r => r[0], r => TimeSpan.FromMinutes(int.Parse(r[1], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        return new DateLexicon(months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), zones.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Number of the month from 1; 0 for a word that names none.</summary>
    public int MonthOf(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 12 && _months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int month) ? month : 0;

    /// <summary>Offset of a zone abbreviation from UTC; null where it is unknown.</summary>
    public TimeSpan? ZoneOf(ReadOnlySpan<char> word) => _zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out TimeSpan zone) ? zone : null;
}

using System.Globalization;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Cities that stand for a government or an organisation without being a capital; <c>seats.tsv</c>. Immutable, thread-safe.</summary>
internal sealed class SeatTable
{
    private readonly Dictionary<string, (string For, DateOnly? Until, HashSet<string> Where)> _seats = new(StringComparer.Ordinal);

    private SeatTable()
    {
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is malformed; the message names it.</exception>
    public static SeatTable Load(string folder)
    {
        string path = Path.Combine(folder, "seats.tsv");
        var table = new SeatTable();
        foreach (string[] row in TsvFile.Rows(path, 4))
        {
            DateOnly last = default;
            if (row[2].Length > 0 && !DateOnly.TryParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out last))
            {
                throw new InvalidDataException($"{path}: '{row[0]}': '{row[2]}' is no day");
            }

            table._seats.Add(row[0], (row[1], row[2].Length > 0 ? last : null, [.. row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)]));
        }

        return table;
    }

    /// <summary>The state (ISO 3166-1 alpha-3) whose government sits in the city on the day; null for none. An unknown day is today.</summary>
    public string? StateOf(string city, DateOnly? day) => _seats.TryGetValue(city, out var seat) && seat.For.Length == 3 && (seat.Until is null || day <= seat.Until) ? seat.For : null;

    /// <summary>The organisation for which the city stands in a report with these names; null for none.</summary>
    public string? OrganizationOf(string city, IReadOnlySet<string> names) => _seats.TryGetValue(city, out var seat) && seat.For.Length > 3 && seat.Where.Overlaps(names) ? seat.For : null;
}

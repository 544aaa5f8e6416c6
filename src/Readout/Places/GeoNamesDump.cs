using System.Globalization;
using System.Text;

namespace Readout.Places;

/// <summary>
/// Reads the dumps of GeoNames (<c>allCountries.txt</c>, <c>cities15000.txt</c>, one country's): nineteen tab-separated cells a line, as
/// https://download.geonames.org/export/dump/readme.txt describes them.
/// </summary>
public static class GeoNamesDump
{
    private const int Cells = 19;
    private const int MostOtherNames = 12;
    private const int LongestName = 60;

    /// <summary>The settlements, provinces and counties of a dump in file order.</summary>
    /// <param name="lines">Lines of the dump.</param>
    /// <param name="codes">Codes of states.</param>
    /// <param name="population">Fewest inhabitants of a settlement; capitals and seats of provinces are kept whatever their number.</param>
    /// <exception cref="InvalidDataException">A line has not nineteen cells; the message tells its number.</exception>
    public static IEnumerable<ImportedPlace> Read(IEnumerable<string> lines, StateCodes codes, int population)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(codes);
        long number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length != Cells)
            {
                throw new InvalidDataException($"line {number}: expected {Cells} tab-separated cells of a GeoNames dump, found {cells.Length}");
            }

            if (Place(cells, codes, population) is { } place)
            {
                yield return place;
            }
        }
    }

    private static ImportedPlace? Place(string[] cells, StateCodes codes, int population)
    {
        bool isSeat = cells[7] is "PPLC" or "PPLA";
        ImportedPlaceKind? kind = cells[6] switch
        {
            "P" when isSeat || (long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out long people) && people >= population) => ImportedPlaceKind.City,
            "A" when cells[7] is "ADM1" or "ADM2" => ImportedPlaceKind.Region,
            _ => null,
        };
        if (kind is not { } known || codes.OfAlpha2(cells[8]) is not { } state || cells[1].Length is 0 or > LongestName
            || !double.TryParse(cells[4], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude) || !(Math.Abs(latitude) <= 90)
            || !double.TryParse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude) || !(Math.Abs(longitude) <= 180))
        {
            return null;
        }

        return new ImportedPlace(state.Alpha3, cells[1], latitude, longitude, known)
        {
            Geonames = int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null,
            OtherNames = Others(cells[1], cells[2], cells[3]),
        };
    }

    // GeoNames mixes every language and airports' codes: what an English report may write opens with a capital and has small Latin letters.
    private static List<string> Others(string name, string ascii, string alternate)
    {
        var others = new List<string>();
        foreach (string other in alternate.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(ascii))
        {
            if (others.Count < MostOtherNames && other != name && other.Length is > 3 and <= LongestName && char.IsAsciiLetterUpper(other[0])
                && Ascii.IsValid(other) && other.AsSpan().IndexOfAnyInRange('a', 'z') > 0 && !others.Contains(other))
            {
                others.Add(other);
            }
        }

        return others;
    }
}

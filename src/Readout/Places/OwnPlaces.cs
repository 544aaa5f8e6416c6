using System.Globalization;
using System.Text;

namespace Readout.Places;

/// <summary>
/// The user's own gazetteer, <c>data/places/own.tsv</c>: ISO 3166-1 alpha-3, name, latitude, longitude, kind (city, region, building), GeoNames
/// id, other names joined by |. The project's own places go before it.
/// </summary>
public static class OwnPlaces
{
    /// <summary>Name of the file in the folder of places.</summary>
    public const string FileName = "own.tsv";

    /// <summary>
    /// Most places that are kept: each costs about 300 bytes of memory while reports are read.
    /// </summary>
    public const int MostPlaces = 500_000;

    /// <summary>
    /// Replaces the file, a row a place, and tells how many there are. The new file takes the old one's place only when it is whole.
    /// </summary>
    /// <param name="places">The places, read one at a time.</param>
    /// <param name="source">What is written at the head: where they come from and under what licence.</param>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="mayBeNone">Whether a source without places is no mistake; the file stays as it was then.</param>
    /// <exception cref="InvalidDataException">There are more than <see cref="MostPlaces"/>, or none.</exception>
    public static int Replace(IEnumerable<ImportedPlace> places, string source, string dataDirectory, bool mayBeNone = false)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        string path = Path.Combine(dataDirectory, "places", FileName);
        string temporary = path + ".new";
        int count = 0;
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false)))
            {
                writer.NewLine = "\n";
                writer.WriteLine("# Your own places: " + source);
                foreach (ImportedPlace place in places)
                {
                    if (++count > MostPlaces)
                    {
                        throw new InvalidDataException($"expected at most {MostPlaces:#,0} places, found more; import fewer (raise --population, or give one country's file)");
                    }

                    writer.WriteLine(Row(place));
                }
            }

            if (count == 0 && mayBeNone)
            {
                return 0;
            }

            if (count == 0)
            {
                throw new InvalidDataException("expected at least one place with a name, a state and coordinates, found none; your own places stay as they were");
            }

            File.Move(temporary, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Row(ImportedPlace place) => string.Join('\t',
        place.Country, Clean(place.Name), Degrees(place.Latitude), Degrees(place.Longitude), place.Kind switch
        {
            ImportedPlaceKind.Region => "region",
            ImportedPlaceKind.Building => "building",
            _ => "city",
        },
        place.Geonames?.ToString(CultureInfo.InvariantCulture) ?? "", string.Join('|', place.OtherNames.Select(Clean)));

    private static string Clean(string name) => name.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Replace('|', '/').Trim();

    private static string Degrees(double degrees) => degrees.ToString("0.###", CultureInfo.InvariantCulture);
}

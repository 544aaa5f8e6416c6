using System.Globalization;
using System.Text;

namespace Readout.Server.Assets;

/// <summary>
/// The map of the world in degrees: a plate carrée whose unit is a degree, its left edge at 180° west and its upper edge at
/// <see cref="North"/>. Antarctica is left out.
/// </summary>
internal static class WorldMap
{
    /// <summary>Latitude of the upper edge.</summary>
    public const double North = 84;

    /// <summary>Units across.</summary>
    public const double Width = 360;

    /// <summary>Units down, to 58° south.</summary>
    public const double Height = 142;

    /// <summary>Where a place stands on the map.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static (double X, double Y) Project(double latitude, double longitude) => (longitude + 180, North - latitude);

    /// <summary>
    /// An SVG of the coastlines. Its grey is seen on light and dark paper, since an image knows nothing of the page's style.
    /// </summary>
    /// <param name="coastlines">Text of <c>data/places/coastlines.tsv</c>.</param>
    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static string Draw(string coastlines)
    {
        var path = new StringBuilder();
        foreach (string line in coastlines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            string[] numbers = cells.Length == 2 ? cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (numbers.Length < 6 || numbers.Length % 2 != 0)
            {
                throw new InvalidDataException($"coastlines.tsv: '{cells[0]}': expected a name, a tab and at least three pairs of degrees, found {numbers.Length} numbers");
            }

            for (int i = 0; i < numbers.Length; i += 2)
            {
                (double x, double y) = Project(Degrees(numbers[i + 1], cells[0]), Degrees(numbers[i], cells[0]));
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
            }

            path.Append('Z');
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}"><path fill="#8a8576" fill-opacity=".4" fill-rule="evenodd" d="{path}"/></svg>""");
    }

    private static double Degrees(string text, string name) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= 180
            ? degrees
            : throw new InvalidDataException($"coastlines.tsv: '{name}': expected degrees, found '{text}'");
}

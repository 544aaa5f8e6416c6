using System.Xml.Linq;
using Readout.Server.Assets;
using Readout.Server.Maps;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Maps;

public class WorldMapTests
{
    [Theory]
    [InlineData(51.5, -0.1, true)]
    [InlineData(55.75, 37.6, true)]
    [InlineData(39.9, 116.4, true)]
    [InlineData(-15.8, -47.9, true)]
    [InlineData(-25.7, 28.2, true)]
    [InlineData(-33.0, 148.0, true)]
    [InlineData(39.0, -98.0, true)]
    [InlineData(30.0, -40.0, false)]
    [InlineData(0.0, -140.0, false)]
    [InlineData(-20.0, 80.0, false)]
    [InlineData(42.0, 51.0, false)]
    [InlineData(43.5, 35.5, false)]
    [InlineData(58.0, -86.0, false)]
    public void Land_is_land_and_sea_is_sea(double latitude, double longitude, bool isLand) => Assert.Equal(isLand, IsLand(latitude, longitude));

    [Fact]
    public void The_coastlines_are_one_picture_of_the_whole_map()
    {
        XElement svg = XElement.Parse(WorldMap.Draw(Coastlines));

        Assert.Equal("0 0 360 142", svg.Attribute("viewBox")!.Value);
        Assert.StartsWith("M", Assert.Single(svg.Elements()).Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nowhere\t1 2 3 4")]
    [InlineData("Nowhere\t1 2 3 4 5")]
    [InlineData("Nowhere 1 2 3 4 5 6")]
    [InlineData("Nowhere\t1 2 3 4 5 x")]
    public void A_broken_coastline_is_named(string line) =>
        Assert.Contains("Nowhere", Assert.Throws<InvalidDataException>(() => WorldMap.Draw(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_map_shows_every_place_that_has_coordinates_and_names_them_apart()
    {
        MeetingPlace[] places =
        [
            new("Paris", "FRA", 48.86, 2.35, 9), new("Versailles", "FRA", 48.8, 2.13, 4), new("Beijing", "CHN", 39.9, 116.4, 2), new("Selkow", null, null, null, 1),
        ];

        MeetingMap map = MeetingMap.Of(places)!;

        Assert.Equal(3, map.Marks.Count);
        Assert.Equal(4, map.Places.Count);
        Assert.All(map.Marks, mark => Assert.True(mark.X > map.X && mark.X < map.X + map.Width && mark.Y > map.Y && mark.Y < map.Y + map.Height));
        Assert.True(map.Marks[0].Radius > map.Marks[2].Radius);
        Assert.Equal(["Paris", "Beijing"], map.Marks.Where(mark => mark.IsNamed).Select(mark => mark.Place.Name));
    }

    [Fact]
    public void Nobody_who_met_nowhere_gets_a_map() => Assert.Null(MeetingMap.Of([]));

    private static string Coastlines
    {
        get
        {
            using Stream stream = typeof(WorldMap).Assembly.GetManifestResourceStream("Readout.Server.Assets.coastlines.tsv")!;
            return new StreamReader(stream).ReadToEnd();
        }
    }

    // Even-odd rule over all rings, as the picture is filled.
    private static bool IsLand(double latitude, double longitude)
    {
        bool inside = false;
        foreach (string line in Coastlines.Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)))
        {
            double[] at = [.. line.Split('\t')[1].Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
            for (int i = 0, j = at.Length - 2; i < at.Length; j = i, i += 2)
            {
                inside ^= at[i + 1] > latitude != at[j + 1] > latitude
                    && longitude < ((at[j] - at[i]) * (latitude - at[i + 1]) / (at[j + 1] - at[i + 1])) + at[i];
            }
        }

        return inside;
    }
}

using Readout.Places;

namespace Readout.Tests.Places;

public class CityTableTests
{
    [Fact]
    public void Cities_of_one_name_come_in_the_order_of_the_file_whatever_the_case()
    {
        CityTable table = Table();

        Assert.Equal([("Grötsund", "NOR", 1), ("Grötsund", "SWE", 3)], Find(table, "GRÖTSUND"));
        Assert.Equal([("Grötsund", "NOR", 1)], Find(table, "Grotsund"));
        Assert.Empty(Find(table, "Grotsun"));
        Assert.True(table.Has("ansel bay"));
        Assert.False(table.Has(""));
    }

    [Fact]
    public void Coordinates_go_to_the_city_with_the_id_and_only_once()
    {
        CityTable table = Table();
        table.GiveCoordinates("Grötsund", 3, 60.514, 5.25);
        table.GiveCoordinates("Grötsund", 3, 1, 1);
        var found = new List<PlaceEntry>();
        table.Find("Grötsund", found);

        Assert.Null(found[0].Latitude);
        Assert.Equal((60.514, 5.25), (found[1].Latitude, found[1].Longitude));
    }

    [Fact]
    public void Any_names_are_found_again()
    {
        var random = new Random(5);
        var builder = new CityTable.Builder();
        string[] names = [.. Enumerable.Range(0, 2000).Select(i => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)random.Next('a', 'd'))))];
        for (int i = 0; i < names.Length; i++)
        {
            builder.Add(names[i], null, ("NOR", "", i));
        }

        CityTable table = builder.Build();

        foreach (string name in names)
        {
            Assert.Equal(Enumerable.Range(0, names.Length).Where(i => names[i] == name), Find(table, name).Select(city => city.Id));
        }
    }

    private static CityTable Table()
    {
        var builder = new CityTable.Builder();
        builder.Add("Grötsund", "Grotsund", ("NOR", "Vest", 1));
        builder.Add("Ansel Bay", null, ("NOR", "", 2));
        builder.Add("Grötsund", null, ("SWE", "Vest", 3));
        return builder.Build();
    }

    private static List<(string Name, string Country, int Id)> Find(CityTable table, string name)
    {
        var found = new List<PlaceEntry>();
        table.Find(name, found);
        return [.. found.Select(entry => (entry.Name, entry.Country, entry.Geonames!.Value))];
    }
}

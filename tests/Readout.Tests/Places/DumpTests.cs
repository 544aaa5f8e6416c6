using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Tests.Tokenization;
using Readout.Text;

namespace Readout.Tests.Places;

/// <summary>Public dumps as a user's own gazetteer. The lines follow the published formats; the places are invented.</summary>
public sealed class DumpTests : IDisposable
{
    private const string GeoNamesLine = "900000001\tGrötsund\tGrotsund\tGROT,Groetsund,Гротсунд,Port Grotsund\t60.51\t5.25\tP\tPPLA\tNO\t\t12\t\t\t\t{0}\t\t3\tEurope/Oslo\t2024-01-01";

    private static readonly StateCodes Codes = StateCodes.Load(Reader.DefaultDataDirectory);

    private readonly string _data = Directory.CreateTempSubdirectory("readout-dump").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void A_settlement_of_GeoNames_keeps_what_a_report_may_call_it()
    {
        ImportedPlace place = Assert.Single(GeoNamesDump.Read([GeoNamesLine.Replace("{0}", "20", StringComparison.Ordinal)], Codes, 5000));

        Assert.Equal(("NOR", "Grötsund", 60.51, 5.25, ImportedPlaceKind.City, 900000001), (place.Country, place.Name, place.Latitude, place.Longitude, place.Kind, place.Geonames));
        Assert.Equal(["Grotsund", "Groetsund", "Port Grotsund"], place.OtherNames);
    }

    [Theory]
    [InlineData("PPLA", "P", 4999, 0)]
    [InlineData("PPL", "P", 4999, 5000)]
    [InlineData("PPL", "P", 5000, 5000)]
    [InlineData("STM", "H", 0, 0)]
    public void Small_settlements_and_streams_are_left_out(string code, string cls, int people, int fewest)
    {
        string line = GeoNamesLine.Replace("{0}", people.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\tP\tPPLA\t", $"\t{cls}\t{code}\t", StringComparison.Ordinal);

        Assert.Equal(cls == "P" && (code == "PPLA" || people >= fewest), GeoNamesDump.Read([line], Codes, fewest).Any());
    }

    [Fact]
    public void A_file_that_is_no_dump_is_refused_with_the_line() =>
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => GeoNamesDump.Read(["", "a,b,c"], Codes, 0).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_person_of_Wikidata_brings_offices_with_their_days_other_names_and_an_id()
    {
        string[] dump =
        [
            "[",
            """{"id":"Q901","labels":{"en":{"value":"Prime Minister of Grotland"}},"claims":{"P1001":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q20"}}}}]}},""",
            """{"id":"Q900","labels":{"en":{"value":"Maral Orsk"}},"aliases":{"en":[{"value":"Maral Orsk-Teln"}]},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q901"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2012-05-15T00:00:00Z","precision":11}}}],"P582":[{"datavalue":{"value":{"time":"+2014-00-00T00:00:00Z","precision":9}}}]}}]}},""",
            """{"id":"Q902","claims":{"P39":[{}],"Q5":1}},""",
            "{\"P39\" \"Q5\"",
            "]",
        ];
        WikidataOffices offices = WikidataOffices.Read(dump, Codes, RoleLexicon.Load(Reader.DefaultDataDirectory));
        ImportedTenure tenure = Assert.Single(WikidataTenures.Read(dump, offices, 1990));
        Directory.CreateDirectory(Path.Combine(_data, "actors"));

        Assert.Equal(("NOR", "prime minister", "Maral Orsk", "2012-05-15", "2014", "Q900"), (tenure.Owner, tenure.Office, tenure.Name, tenure.From, tenure.To, tenure.Wikidata));
        Assert.Equal(["Maral Orsk-Teln"], tenure.OtherNames);
        Assert.Empty(WikidataTenures.Read(dump, offices, 2015));
        Assert.Equal(1, ImportedActors.Replace([tenure], _data));
        Assert.Contains("NOR\tprime minister\tMaral Orsk\t2012-05-15\t2014\tMaral Orsk-Teln\tQ900", File.ReadAllText(Path.Combine(_data, "actors", ImportedActors.FileName)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_Wikidata_with_coordinates_and_a_state_is_a_place_and_broken_lines_are_told_of()
    {
        const string item = """
            {"id":"Q1","labels":{"en":{"language":"en","value":"Grotsund Fort"}},"aliases":{"en":[{"language":"en","value":"Old Grotsund Fort"}]},"claims":{
            "P17":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q20"}}}}],
            "P625":[{"rank":"deprecated","mainsnak":{"datavalue":{"value":{"latitude":1,"longitude":2}}}},{"rank":"normal","mainsnak":{"datavalue":{"value":{"latitude":60.5,"longitude":5.2}}}}]}},
            """;
        var broken = new List<long>();

        ImportedPlace place = Assert.Single(WikidataDump.Read(["[", item.ReplaceLineEndings(""), "{\"P625\":", "{\"id\":\"Q2\",\"claims\":{\"P625\":[]}},", "]"], Codes, 0, broken.Add));

        Assert.Equal(("NOR", "Grotsund Fort", 60.5, 5.2, ImportedPlaceKind.Building), (place.Country, place.Name, place.Latitude, place.Longitude, place.Kind));
        Assert.Equal(["Old Grotsund Fort"], place.OtherNames);
        Assert.Equal([3], broken);
    }

    [Fact]
    public void The_engine_reads_what_was_imported()
    {
        string places = CopyPlaces();
        var own = new ImportedPlace("NOR", "Grotsund", 60.51, 5.25, ImportedPlaceKind.City) { Geonames = 900000001 };
        Assert.Equal(1, OwnPlaces.Replace([own], "invented", _data));

        PlaceFinder finder = PlaceFinder.Load(_data);
        const string text = "The envoys met in Grotsund.";
        PlaceMention found = Assert.Single(finder.Find(SyntaxParser.Load(Reader.DefaultDataDirectory).Parse(TestTokenizer.Shared.Tokenize(text)), [], new Report { Id = "test", Text = text }));

        Assert.Equal(("Grotsund", "NOR", 900000001, 60.51), (found.Name, found.Country, found.Geonames, found.Latitude));
        Assert.True(File.Exists(Path.Combine(places, OwnPlaces.FileName)));
    }

    [Fact]
    public void An_import_without_places_leaves_the_old_one()
    {
        string places = CopyPlaces();
        File.WriteAllText(Path.Combine(places, OwnPlaces.FileName), "# old\n");

        Assert.Throws<InvalidDataException>(() => OwnPlaces.Replace([], "invented", _data));
        Assert.Equal("# old\n", File.ReadAllText(Path.Combine(places, OwnPlaces.FileName)));
        Assert.Empty(Directory.GetFiles(places, "*.new"));
    }

    [Fact]
    public void Every_state_has_its_codes_once()
    {
        Assert.Equal(("RUS", 365), (Codes.OfAlpha2("RU")!.Alpha3, Codes.OfAlpha2("RU")!.Cow));
        Assert.Equal("NOR", Codes.OfWikidata("Q20")!.Alpha3);
        Assert.Equal(195, Codes.All.Select(c => c.Cow).Where(c => c is not null).Distinct().Count());
        Assert.Equal(Codes.All.Count, Codes.All.Select(c => c.Alpha2).Distinct().Count());
    }

    private string CopyPlaces()
    {
        string places = Directory.CreateDirectory(Path.Combine(_data, "places")).FullName;
        foreach (string file in Directory.GetFiles(Path.Combine(Reader.DefaultDataDirectory, "places")))
        {
            File.Copy(file, Path.Combine(places, Path.GetFileName(file)));
        }

        return places;
    }
}

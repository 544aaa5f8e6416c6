using System.CommandLine;
using Readout.Actors;
using Readout.Cli.Running;
using Readout.Entities;
using Readout.Places;

namespace Readout.Cli.Commands;

/// <summary><c>readout data import</c>: keeps the places of a public dump as the user's own gazetteer.</summary>
internal static class DataImportCommand
{
    private const int FewestPeople = 5000;

    public static Command Create() => new("import", "Replace your own gazetteer by the places of a public dump.") { GeoNames(), Wikidata() };

    // Three passes: the offices of states, who held them, and the places.
    private static Command Wikidata()
    {
        Argument<FileInfo> file = FileArgument();
        Option<int> people = PeopleOption();
        var since = new Option<int>("--since") { Description = "Offices left before this year are not kept.", DefaultValueFactory = _ => 1990 };
        Option<DirectoryInfo> data = DataOption();
        var command = new Command("wikidata", "The JSON dump of Wikidata or a part of it, an item a line (.json, .json.gz): places and holders of offices.") { file, people, since, data };
        command.SetAction(parse => Guarded(parse.GetRequiredValue(file).FullName, path =>
        {
            string folder = parse.GetValue(data)?.FullName ?? Reader.DefaultDataDirectory;
            StateCodes codes = StateCodes.Load(folder);
            WikidataOffices offices = WikidataOffices.Read(Lines(path), codes, RoleLexicon.Load(folder));
            int tenures = ImportedActors.Replace(WikidataTenures.Read(Lines(path), offices, parse.GetValue(since)), folder);
            Console.Out.WriteLine($"{tenures} tenures imported into {Path.Combine(folder, "actors", ImportedActors.FileName)}");
            IEnumerable<ImportedPlace> places = WikidataDump.Read(
                Lines(path), codes, parse.GetValue(people), line => Console.Error.WriteLine($"readout: {path}, line {line}: no JSON; passed over"));
            int count = OwnPlaces.Replace(places, "from Wikidata (https://www.wikidata.org), CC0 1.0", folder, mayBeNone: tenures > 0);
            Console.Out.WriteLine($"{count} places imported into {Path.Combine(folder, "places", OwnPlaces.FileName)}");
        }));
        return command;
    }

    private static Command GeoNames()
    {
        Argument<FileInfo> file = FileArgument();
        Option<int> people = PeopleOption();
        Option<DirectoryInfo> data = DataOption();
        var command = new Command("geonames", "A dump of GeoNames: allCountries.txt, cities15000.txt or one country's (.txt, .txt.gz).") { file, people, data };
        command.SetAction(parse => Guarded(parse.GetRequiredValue(file).FullName, path =>
        {
            string folder = parse.GetValue(data)?.FullName ?? Reader.DefaultDataDirectory;
            int count = OwnPlaces.Replace(
                GeoNamesDump.Read(Lines(path), StateCodes.Load(folder), parse.GetValue(people)), "from GeoNames (https://www.geonames.org), CC BY 4.0", folder);
            Console.Out.WriteLine($"{count} places imported into {Path.Combine(folder, "places", OwnPlaces.FileName)}");
        }));
        return command;
    }

    private static Argument<FileInfo> FileArgument()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The dump." };
        file.AcceptExistingOnly();
        return file;
    }

    private static Option<int> PeopleOption() => new("--population") { Description = "Fewest inhabitants of a settlement.", DefaultValueFactory = _ => FewestPeople };

    private static Option<DirectoryInfo> DataOption() => new("--data") { Description = "The data folder; the program's own where not given." };

    private static IEnumerable<string> Lines(string file) =>
        DumpFile.Lines(file, () => Console.Error.WriteLine($"readout: {file}: a line longer than any place; passed over"));

    private static int Guarded(string file, Action<string> import)
    {
        try
        {
            import(file);
            return ExitCodes.Done;
        }
        catch (InvalidDataException failure)
        {
            Console.Error.WriteLine($"readout: {file}: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

using System.CommandLine;
using Readout.Cli.Running;
using Readout.Places;

namespace Readout.Cli.Commands;

/// <summary><c>readout data import</c>: keeps the places of a public dump as the user's own gazetteer.</summary>
internal static class DataImportCommand
{
    private const int FewestPeople = 5000;

    public static Command Create() => new("import", "Replace your own gazetteer by the places of a public dump.") { GeoNames(), Wikidata() };

    private static Command GeoNames() => Of(
        "geonames", "A dump of GeoNames: allCountries.txt, cities15000.txt or one country's (.txt, .txt.gz).",
        (file, codes, people) => GeoNamesDump.Read(Lines(file), codes, people),
        "from GeoNames (https://www.geonames.org), CC BY 4.0");

    private static Command Wikidata() => Of(
        "wikidata", "The JSON dump of Wikidata or a part of it, an item a line (.json, .json.gz).",
        (file, codes, people) => WikidataDump.Read(Lines(file), codes, people, line => Console.Error.WriteLine($"readout: {file}, line {line}: no JSON; passed over")),
        "from Wikidata (https://www.wikidata.org), CC0 1.0");

    private static Command Of(string name, string description, Func<string, StateCodes, int, IEnumerable<ImportedPlace>> read, string source)
    {
        var file = new Argument<FileInfo>("FILE") { Description = description };
        file.AcceptExistingOnly();
        var people = new Option<int>("--population") { Description = "Fewest inhabitants of a settlement.", DefaultValueFactory = _ => FewestPeople };
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder; the program's own where not given." };
        var command = new Command(name, description) { file, people, data };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(file).FullName, parse.GetValue(data)?.FullName ?? Reader.DefaultDataDirectory,
            (path, codes) => read(path, codes, parse.GetValue(people)), source));
        return command;
    }

    private static IEnumerable<string> Lines(string file) =>
        DumpFile.Lines(file, () => Console.Error.WriteLine($"readout: {file}: a line longer than any place; passed over"));

    private static int Run(string file, string data, Func<string, StateCodes, IEnumerable<ImportedPlace>> read, string source)
    {
        try
        {
            int count = OwnPlaces.Replace(read(file, StateCodes.Load(data)), source, data);
            Console.Out.WriteLine($"{count} places imported into {Path.Combine(data, "places", OwnPlaces.FileName)}");
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

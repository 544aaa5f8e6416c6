using System.CommandLine;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout data build-gazetteers</c>: compiles the public lists into <c>data/places</c> and <c>data/actors</c>.</summary>
internal static class DataBuildGazetteersCommand
{
    public static Command Create()
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder that holds gazetteers/.", Required = true };
        var output = new Option<DirectoryInfo>("--output") { Description = "The data folder to write into.", Required = true };
        var command = new Command("build-gazetteers", "Compile the public lists of states, cities and leaders into the data folder.") { corpora, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora).FullName, parse.GetRequiredValue(output).FullName));
        return command;
    }

    private static int Run(string corpora, string output)
    {
        try
        {
            string gazetteers = Path.Combine(corpora, "gazetteers");
            (int countries, int cities) = PlaceGazetteerBuilder.Build(gazetteers, Directory.CreateDirectory(Path.Combine(output, "places")).FullName);
            int tenures = LeaderGazetteerBuilder.Build(gazetteers, Directory.CreateDirectory(Path.Combine(output, "actors")).FullName);
            Console.Out.WriteLine($"{countries} states and territories, {cities} cities, {tenures} tenures");
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or KeyNotFoundException or System.Text.Json.JsonException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

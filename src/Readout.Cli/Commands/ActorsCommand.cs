using System.CommandLine;
using Readout.Actors;
using Readout.Cli.Running;

namespace Readout.Cli.Commands;

/// <summary><c>readout actors</c>: the gazetteer of office-holders as CSV.</summary>
internal static class ActorsCommand
{
    public static Command Create() => new("actors", "Export or import the gazetteer of office-holders.") { CreateExport(), CreateImport() };

    private static Command CreateExport()
    {
        Option<DirectoryInfo> data = Data();
        var command = new Command("export", "Write all office-holders as CSV to standard output.") { data };
        command.SetAction(parse => Run(() => ActorCsv.Export(Folder(parse.GetValue(data)), Console.Out), null));
        return command;
    }

    private static Command CreateImport()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "Office-holders with the columns of the export." };
        file.AcceptExistingOnly();
        Option<DirectoryInfo> data = Data();
        var command = new Command("import", "Replace your own office-holders by those of a CSV file.") { file, data };
        command.SetAction(parse => Run(() => ActorCsv.Import(parse.GetRequiredValue(file).FullName, Folder(parse.GetValue(data))), "imported"));
        return command;
    }

    private static Option<DirectoryInfo> Data() => new("--data") { Description = "The data folder; the program's own where not given." };

    private static string Folder(DirectoryInfo? data) => data?.FullName ?? Reader.DefaultDataDirectory;

    private static int Run(Func<int> act, string? done)
    {
        try
        {
            int count = act();
            if (done is not null)
            {
                Console.Out.WriteLine($"{count} office-holders {done}");
            }

            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

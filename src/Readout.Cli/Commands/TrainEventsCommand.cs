using System.CommandLine;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train events</c>: the classifier of event types from PLV.</summary>
internal static class TrainEventsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("events.model");
        var command = new Command("events", "Train the classifier of event types on PLV.") { corpora, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string corpora, string output)
    {
        try
        {
            byte[] model = new EventTraining(Reader.DefaultDataDirectory, Path.Combine(corpora, EventTraining.CorpusPath)).Train();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllBytes(output, model);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

using System.CommandLine;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train events</c>: the classifier of event types from PLV, and the judge of candidates from the hand-made annotation.</summary>
internal static class TrainEventsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        Option<string> output = TrainCommand.OutputOption("events.model");
        var judgeOnly = new Option<bool>("--judge-only") { Description = "Leave the classifier of types as it is." };
        var command = new Command("events", "Train the classifier of event types on PLV and the judge of events on annotated newswire.") { corpora, annotations, output, judgeOnly };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetRequiredValue(output), parse.GetValue(judgeOnly)));
        return command;
    }

    private static int Run(string corpora, string annotations, string output, bool judgeOnly)
    {
        try
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(output))!;
            Directory.CreateDirectory(folder);
            string data = Reader.DefaultDataDirectory;
            if (!judgeOnly)
            {
                File.WriteAllBytes(output, new EventTraining(data, Path.Combine(corpora, EventTraining.CorpusPath)).Train());
            }

            var layer = new EventLayerTraining(Reader.Load(data), data, Path.Combine(annotations, "events", "newswire.jsonl"), corpora);
            foreach (string line in layer.Train(folder))
            {
                Console.Error.WriteLine(line);
            }

            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

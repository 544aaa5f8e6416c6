using System.CommandLine;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train event-pairs</c>: the weights that say which mentions are of one event.</summary>
internal static class TrainEventPairsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var output = new Option<string>("--output") { Description = "Where the weights go.", DefaultValueFactory = _ => Path.Combine("data", "merging", "event-weights.tsv") };
        var command = new Command("event-pairs", "Train the scorer of same events on ECB+.") { corpora, output };
        command.SetAction(parse =>
        {
            try
            {
                string path = parse.GetRequiredValue(output);
                File.WriteAllText(path, string.Join('\n', EventPairTrainer.Train(Path.Combine(parse.GetRequiredValue(corpora), "events", "ecbplus"), Reader.DefaultDataDirectory)) + "\n");
                Console.Out.WriteLine(path);
                return ExitCodes.Done;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }
}

using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train places</c>: the weights that say where an unknown place lies.</summary>
internal static class TrainPlacesCommand
{
    private const string Head = "# Whether a place that no gazetteer has lies in the state that the report speaks of most: feature, weight in natural logits. Learnt by `readout train\n"
        + "# places` from the newswire; licence as the project's.\n";

    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var output = new Option<string>("--output") { Description = "Where the weights go.", DefaultValueFactory = _ => Path.Combine("data", "places", "weights.tsv") };
        var command = new Command("places", "Train the judge of unknown places' states on the newswire.") { corpora, output };
        command.SetAction(parse =>
        {
            try
            {
                string path = parse.GetRequiredValue(output);
                string newswire = Path.Combine(parse.GetRequiredValue(corpora), NewswireCorpus.CorpusPath);
                IEnumerable<string> rows = new PlaceTraining(Reader.DefaultDataDirectory).Train(newswire, Console.Error.WriteLine);
                File.WriteAllText(path, Head + string.Join('\n', rows) + "\n");
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

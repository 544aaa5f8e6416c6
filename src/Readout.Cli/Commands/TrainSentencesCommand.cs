using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train sentences</c>: the model of sentence ends from EWT and GUM.</summary>
internal static class TrainSentencesCommand
{
    private const int Epochs = 12;

    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("sentences.model");
        var command = new Command("sentences", "Train the model of sentence ends on EWT and GUM.") { corpora, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string corpora, string output)
    {
        string[] Treebanks(string part) =>
            [Path.Combine(corpora, "ud", "ewt", $"en_ewt-ud-{part}.conllu"), Path.Combine(corpora, "ud", "gum", $"en_gum-ud-{part}.conllu")];
        try
        {
            byte[] model = new SentenceTrainer(Reader.DefaultDataDirectory).Train(Treebanks("train"), Treebanks("dev"), Epochs, (epoch, score) =>
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {epoch} of {Epochs}: dev sentences F1 {100 * score.F1:F2}")));
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

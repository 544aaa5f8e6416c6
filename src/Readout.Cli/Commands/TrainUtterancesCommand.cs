using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train utterances</c>: the weights that say which wordings are one utterance.</summary>
internal static class TrainUtterancesCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "eval/merging of the repository." };
        folder.AcceptExistingOnly();
        Option<string> corpora = TrainCommand.CorporaOption();
        var output = new Option<string>("--output") { Description = "Where the weights go.", DefaultValueFactory = _ => Path.Combine("data", "merging", "utterance-weights.tsv") };
        var command = new Command("utterances", "Train the scorer of same utterances on the development half of the judged pairs.") { folder, corpora, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder).FullName, parse.GetRequiredValue(corpora), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string folder, string corpora, string path)
    {
        try
        {
            IReadOnlyList<UtterancePair> pairs = UtteranceEvaluation.Pairs(folder, Path.Combine(corpora, "newswire", "newswire.jsonl"));
            File.WriteAllText(path, string.Join('\n', UtteranceTrainer.Train(pairs, Reader.DefaultDataDirectory)) + "\n");
            Console.Out.WriteLine(path);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

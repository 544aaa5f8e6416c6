using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train commitments</c>: the decisions about commitments from annotated newswire.</summary>
internal static class TrainCommitmentsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        Option<string> output = TrainCommand.OutputOption("commitments.model");
        var folds = new Option<bool>("--folds") { Description = "Measure by cross-validation on the development part; write no model." };
        var misses = new Option<bool>("--misses") { Description = "With --folds: write every missed, extra or wrong fact on standard error." };
        var reports = new Option<int>("--reports") { Description = "With --folds: learn from so many reports at most.", DefaultValueFactory = _ => int.MaxValue };
        var command = new Command("commitments", "Train which acts are commitments, of which kind and in which state.") { corpora, annotations, output, folds, misses, reports };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetRequiredValue(output), (parse.GetValue(folds), parse.GetValue(misses), parse.GetValue(reports))));
        return command;
    }

    private static int Run(string corpora, string annotations, string output, (bool Folds, bool Misses, int Reports) options)
    {
        try
        {
            var training = new CommitmentTraining(Reader.DefaultDataDirectory, Path.Combine(annotations, "commitments", "newswire.jsonl"), Path.Combine(corpora, NewswireCorpus.CorpusPath));
            if (!options.Folds)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
                File.WriteAllBytes(output, training.Train());
                return ExitCodes.Done;
            }

            (int expected, int reached, int candidates) = training.Coverage;
            Console.Error.WriteLine($"{candidates} candidates, {reached} of {expected} commitments among them");
            NewswireScorer scorer = training.Evaluate(options.Reports);
            var table = new ScoreTable();
            foreach ((string name, Score score) in scorer.Scores)
            {
                table.Add("newswire, development by fifths", name, score);
            }

            table.Write(Console.Out, json: false);
            foreach (string miss in options.Misses ? scorer.Misses : [])
            {
                Console.Error.WriteLine(miss);
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

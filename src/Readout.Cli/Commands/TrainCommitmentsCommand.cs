using System.CommandLine;
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
        var folds = NewswireTrainingCommand.FoldsOption();
        var misses = NewswireTrainingCommand.MissesOption();
        var reports = new Option<int>("--reports") { Description = "With --folds: learn from so many reports at most.", DefaultValueFactory = _ => int.MaxValue };
        var command = new Command("commitments", "Train which acts are commitments, of which kind and in which state.") { corpora, annotations, output, folds, misses, reports };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetRequiredValue(output), (parse.GetValue(folds), parse.GetValue(misses), parse.GetValue(reports))));
        return command;
    }

    private static int Run(string corpora, string annotations, string output, (bool Folds, bool Misses, int Reports) options) => options.Folds
        ? NewswireTrainingCommand.Evaluate(options.Misses, () => Measured(Load(corpora, annotations), options.Reports))
        : NewswireTrainingCommand.Train(output, () => Load(corpora, annotations).Train());

    private static CommitmentTraining Load(string corpora, string annotations) =>
        new(Reader.DefaultDataDirectory, Path.Combine(annotations, "commitments", "newswire.jsonl"), Path.Combine(corpora, NewswireCorpus.CorpusPath));

    private static NewswireScorer Measured(CommitmentTraining training, int reports)
    {
        (int expected, int reached, int candidates) = training.Coverage;
        Console.Error.WriteLine($"{candidates} candidates, {reached} of {expected} commitments among them");
        return training.Evaluate(reports);
    }
}

using System.CommandLine;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train meetings</c>: the decisions about meetings from annotated newswire.</summary>
internal static class TrainMeetingsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        Option<string> output = TrainCommand.OutputOption("meetings.model");
        var folds = NewswireTrainingCommand.FoldsOption();
        var misses = NewswireTrainingCommand.MissesOption();
        var command = new Command("meetings", "Train which words tell of a meeting, who took part, when, and whether it took place.") { corpora, annotations, output, folds, misses };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetRequiredValue(output), (parse.GetValue(folds), parse.GetValue(misses))));
        return command;
    }

    private static int Run(string corpora, string annotations, string output, (bool Folds, bool Misses) options) => options.Folds
        ? NewswireTrainingCommand.Evaluate(options.Misses, () => Load(corpora, annotations).Evaluate())
        : NewswireTrainingCommand.Train(output, () => Load(corpora, annotations).Train());

    private static MeetingTraining Load(string corpora, string annotations) =>
        new(Reader.DefaultDataDirectory, Path.Combine(annotations, "meetings", "newswire.jsonl"), Path.Combine(corpora, NewswireCorpus.CorpusPath));
}

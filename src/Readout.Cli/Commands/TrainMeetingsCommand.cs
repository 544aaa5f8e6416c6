using System.CommandLine;
using Readout.Cli.Running;
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
        var folds = new Option<bool>("--folds") { Description = "Measure by cross-validation on the development part; write no model." };
        var misses = new Option<bool>("--misses") { Description = "With --folds: write every missed, extra or wrong fact on standard error." };
        var command = new Command("meetings", "Train which words tell of a meeting, who took part, when, and whether it took place.") { corpora, annotations, output, folds, misses };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetRequiredValue(output), (parse.GetValue(folds), parse.GetValue(misses))));
        return command;
    }

    private static int Run(string corpora, string annotations, string output, (bool Folds, bool Misses) options)
    {
        try
        {
            var training = new MeetingTraining(Reader.DefaultDataDirectory, Path.Combine(annotations, "meetings", "newswire.jsonl"), Path.Combine(corpora, NewswireCorpus.CorpusPath));
            if (!options.Folds)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
                File.WriteAllBytes(output, training.Train());
                return ExitCodes.Done;
            }

            NewswireScorer scorer = training.Evaluate();
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

using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate ner</c>: exact names of persons, organisations and places on the dev corpora.</summary>
internal static class EvaluateNerCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("ner", "Score names of persons, organisations and places by exact span.") { corpora, annotations, json };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetValue(json)));
        return command;
    }

    private static int Run(string corpora, string annotations, bool json)
    {
        var table = new ScoreTable();
        try
        {
            foreach ((string corpus, string group, Score score) in NameTraining.Evaluate(corpora, annotations, Reader.DefaultDataDirectory))
            {
                table.Add(corpus, group, score);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }

        table.Write(Console.Out, json);
        return ExitCodes.Done;
    }
}

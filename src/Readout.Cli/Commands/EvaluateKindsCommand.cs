using System.CommandLine;
using Readout.Evaluation;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate kinds</c>: the classifier of kinds on its held-out part and in cross-validation.</summary>
internal static class EvaluateKindsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> labels = TrainKindsCommand.LabelsOption();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("kinds", "Score the classifier of statements by kind.") { corpora, labels, json };
        command.SetAction(parse =>
        {
            var trainer = new KindTrainer(Reader.DefaultDataDirectory, parse.GetRequiredValue(labels), parse.GetRequiredValue(corpora));
            var table = new ScoreTable();
            Add(table, "held out at random", trainer.Evaluate("test"));
            Add(table, "held out, balanced", trainer.Evaluate("balanced"));
            Add(table, "held out, both", trainer.Evaluate("test", "balanced"));
            Add(table, "held out, blind", trainer.Evaluate("blind"));
            Add(table, "training part, five folds", trainer.CrossValidate());
            table.Write(Console.Out, parse.GetValue(json));
        });
        return command;
    }

    private static void Add(ScoreTable table, string group, IReadOnlyDictionary<string, Score> scores)
    {
        foreach ((string name, Score score) in scores)
        {
            table.Add(group, name, score);
        }

        Score all = scores.Values.Aggregate((left, right) => left + right);
        table.Add(group, "all (accuracy)", all);
        table.Add(group, "macro-F1", new Score((int)Math.Round(10000 * scores.Values.Where(score => score.Expected > 0).Average(score => score.F1)), 10000, 10000));
    }
}

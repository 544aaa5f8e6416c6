using System.CommandLine;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate coref</c>: pronouns against GAP.</summary>
internal static class EvaluateCorefCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.tsv") { Description = "A file of GAP." };
        file.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("coref", "Score whom ambiguous pronouns stand for (GAP).") { file, json };
        command.SetAction(parse =>
        {
            var table = new ScoreTable();
            foreach ((string name, Score score) in new GapScorer(Reader.DefaultDataDirectory).Evaluate(parse.GetRequiredValue(file).FullName))
            {
                table.Add("GAP", name, score);
            }

            table.Write(Console.Out, parse.GetValue(json));
        });
        return command;
    }
}

using System.CommandLine;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate addressees</c>: sentences of the newswire and whom their statements address.</summary>
internal static class EvaluateAddresseesCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var labels = new Option<string>("--labels")
        {
            Description = "File of annotated addressees.",
            DefaultValueFactory = _ => Path.Combine("eval", "attribution", "newswire-addressees.tsv"),
        };
        var errors = new Option<bool>("--errors") { Description = "List what is missing or wrong." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("addressees", "Score whom statements of the newswire address.") { corpora, labels, errors, json };
        command.SetAction(parse =>
        {
            var scorer = new AddresseeScorer();
            scorer.Add(parse.GetRequiredValue(labels), Path.Combine(parse.GetRequiredValue(corpora), "newswire", "newswire.jsonl"), Reader.Load(Reader.DefaultDataDirectory));
            var table = new ScoreTable();
            table.Add("statements", "addressees", scorer.Score);
            table.Write(Console.Out, parse.GetValue(json));
            foreach ((string article, string expected, string found) in parse.GetValue(errors) ? scorer.Errors : [])
            {
                Console.Out.WriteLine($"{article}\t{expected}\t{found}");
            }
        });
        return command;
    }
}

using System.CommandLine;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate speakers</c>: direct quotations of the newswire and who is said to speak them.</summary>
internal static class EvaluateSpeakersCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var labels = new Option<string>("--labels")
        {
            Description = "File of annotated speakers.",
            DefaultValueFactory = _ => Path.Combine("eval", "attribution", "newswire-speakers.tsv"),
        };
        var errors = new Option<bool>("--errors") { Description = "List what is missing or wrong." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("speakers", "Score the speakers of direct quotations in the newswire.") { corpora, labels, errors, json };
        command.SetAction(parse =>
        {
            var scorer = new SpeakerScorer();
            scorer.Add(parse.GetRequiredValue(labels), Path.Combine(parse.GetRequiredValue(corpora), "newswire", "newswire.jsonl"), Reader.Load(Reader.DefaultDataDirectory));
            var table = new ScoreTable();
            foreach ((string name, Score score) in scorer.Scores)
            {
                table.Add("direct quotations", name, score);
            }

            table.Write(Console.Out, parse.GetValue(json));
            foreach ((string article, string quotation, string expected, string found) in parse.GetValue(errors) ? scorer.Errors : [])
            {
                Console.Out.WriteLine($"{article}\t{quotation}\t{expected}\t{found}");
            }
        });
        return command;
    }
}

using System.CommandLine;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train pronouns</c>: the ranker of what pronouns stand for.</summary>
internal static class TrainPronounsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("pronouns.model");
        Option<string> annotations = TrainCommand.AnnotationsOption();
        var command = new Command("pronouns", "Train the ranker of what pronouns stand for, on OntoGUM train, GAP development and newswire.") { corpora, annotations, output };
        command.SetAction(parse =>
        {
            string coref = Path.Combine(parse.GetRequiredValue(corpora), "coref");
            var trainer = new PronounTrainer(Reader.DefaultDataDirectory);
            trainer.Read(
                Path.Combine(coref, "ontogum", "train"), Path.Combine(coref, "gap", "gap-development.tsv"),
                Path.Combine(parse.GetRequiredValue(annotations), "attribution", "newswire-pronouns.tsv"), Path.Combine(parse.GetRequiredValue(corpora), "newswire", "newswire.jsonl"));
            trainer.Train(parse.GetRequiredValue(output));
        });
        return command;
    }
}

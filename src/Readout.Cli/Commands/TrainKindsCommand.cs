using System.CommandLine;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train kinds</c>: the classifier of kinds from eval/kinds.</summary>
internal static class TrainKindsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("statement-kinds.model");
        Option<string> labels = LabelsOption();
        var command = new Command("kinds", "Train the classifier of statements by kind.") { corpora, labels, output };
        command.SetAction(parse =>
            new KindTrainer(Reader.DefaultDataDirectory, parse.GetRequiredValue(labels), parse.GetRequiredValue(corpora)).Train(parse.GetRequiredValue(output)));
        return command;
    }

    /// <summary>The option <c>--labels</c>: the folder of annotated kinds.</summary>
    internal static Option<string> LabelsOption() =>
        new("--labels") { Description = "Folder of the annotated kinds.", DefaultValueFactory = _ => Path.Combine("eval", "kinds") };
}

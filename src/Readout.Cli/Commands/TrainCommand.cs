using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout train</c>: trains the models of the stages from corpora on disk.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Train a stage's model from corpora.")
    {
        TrainEventsCommand.Create(),
        TrainMeetingsCommand.Create(),
        TrainCommitmentsCommand.Create(),
        TrainSentencesCommand.Create(),
        TrainNerCommand.Create(),
        TrainVectorsCommand.Create(),
        TrainParserCommand.Create(),
        TrainExtractionCommand.Create(),
        TrainAttributionCommand.Create(),
        TrainUtterancesCommand.Create(),
        TrainEventPairsCommand.Create(),
        TrainPlacesCommand.Create(),
        TrainKindsCommand.Create(),
        TrainPronounsCommand.Create(),
    };

    /// <summary>The option <c>--corpora</c>: a directory laid out as docs/language.md says.</summary>
    internal static Option<string> CorporaOption() =>
        new("--corpora") { Description = "Directory of the corpora.", DefaultValueFactory = _ => Path.Combine("..", "shared", "corpora") };

    /// <summary>The option <c>--annotations</c>: the project's own standoff annotations.</summary>
    internal static Option<string> AnnotationsOption() =>
        new("--annotations") { Description = "Directory of the project's annotations.", DefaultValueFactory = _ => "eval" };

    internal static Option<string> OutputOption(string name) =>
        new("--output") { Description = "Where the model goes.", DefaultValueFactory = _ => Path.Combine("data", "models", "en", name) };

    /// <summary>The option <c>--vectors</c>: a file of <c>readout train vectors</c>; without one, vectors are trained first.</summary>
    internal static Option<string?> VectorsOption() =>
        new("--vectors") { Description = "File of pretrained word vectors; without it they are trained first." };
}

using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate</c>: scores of one stage against a reference; one subcommand a stage.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Score a stage against annotated text.")
    {
        EvaluateNewswireCommand.Create("events"),
        EvaluateNewswireCommand.Create("meetings"),
        EvaluateNewswireCommand.Create("commitments"),
        EvaluateAgreementCommand.Create(),
        EvaluateParserCommand.Create(),
        EvaluateSentencesCommand.Create(),
        EvaluateNerCommand.Create(),
        EvaluateTimeCommand.Create(),
        EvaluateMentionsCommand.CreatePlaces(),
        EvaluateMentionsCommand.CreateActors(),
        EvaluateExtractionCommand.Create(),
        EvaluateAttributionCommand.Create(),
        EvaluateDuplicatesCommand.Create(),
        EvaluateUtterancesCommand.Create(),
        EvaluateKindsCommand.Create(),
        EvaluateMeetingsAcrossCommand.Create(),
        EvaluateCommitmentsAcrossCommand.Create(),
        EvaluateEventsAcrossCommand.Create(),
        EvaluateSpeakersCommand.Create(),
        EvaluateAddresseesCommand.Create(),
        EvaluateCoreferenceCommand.Create(),
    };
}

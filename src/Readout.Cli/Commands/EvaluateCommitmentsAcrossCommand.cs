using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate commitments-across</c>: which accounts are of one commitment, on pairs judged by hand.</summary>
internal static class EvaluateCommitmentsAcrossCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The folder eval of the repository." };
        folder.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("commitments-across", "Score which accounts of commitments are of one commitment.") { folder, json };
        command.SetAction(parse =>
        {
            try
            {
                IReadOnlyList<CommitmentPair> pairs = CommitmentPair.ReadAll(Path.Combine(parse.GetRequiredValue(folder).FullName, "merging", "commitments-written.tsv"));
                var table = new ScoreTable();
                table.Add("blind", "written", CommitmentPair.ScoreOf(pairs, new CommitmentMatcher(UtteranceScorer.Load(Reader.DefaultDataDirectory))));
                table.Write(Console.Out, parse.GetValue(json));
                return ExitCodes.Done;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }
}

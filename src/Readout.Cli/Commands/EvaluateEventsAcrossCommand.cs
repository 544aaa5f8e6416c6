using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate events-across</c>: which mentions are of one event, on ECB+.</summary>
internal static class EvaluateEventsAcrossCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "ECB+, such as ../shared/corpora/events/ecbplus." };
        folder.AcceptExistingOnly();
        var command = new Command("events-across", "Score which mentions are of one event on ECB+, given the mentions.") { folder };
        command.SetAction(parse =>
        {
            try
            {
                foreach (string part in (ReadOnlySpan<string>)["Train", "Dev"])
                {
                    var (scorer, word) = EventCoreference.Evaluate(parse.GetRequiredValue(folder).FullName, part, Reader.DefaultDataDirectory);
                    Write(part + ", scorer", scorer);
                    Write(part + ", same word", word);
                }

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

    private static void Write(string name, (double Precision, double Recall) score) => Console.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18} B-cubed precision {100 * score.Precision:F2}, recall {100 * score.Recall:F2}, F1 {200 * score.Precision * score.Recall / (score.Precision + score.Recall):F2}"));
}

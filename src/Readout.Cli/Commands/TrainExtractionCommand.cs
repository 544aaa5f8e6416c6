using System.CommandLine;
using Readout.Cli.Running;
using Readout.Sources.Evaluation;
using Readout.Sources.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train extraction</c>: the model of page blocks from the page sets.</summary>
internal static class TrainExtractionCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var data = new Option<string>("--data") { Description = "Data folder that the model goes to.", DefaultValueFactory = _ => "data" };
        var command = new Command("extraction", "Train the model that tells a page's report from its furniture.") { corpora, data };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(data)));
        return command;
    }

    private static int Run(string corpora, string data)
    {
        try
        {
            ExtractionTraining.Load(data).Train(PageGoldReader.Read(Path.Combine(corpora, "html")).Values.SelectMany(pages => pages), data);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

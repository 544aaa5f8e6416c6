using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train ner</c>: the name recogniser.</summary>
internal static class TrainNerCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        Option<string> output = TrainCommand.OutputOption("names.model");
        Option<string?> vectors = TrainCommand.VectorsOption();
        var epochs = new Option<int>("--epochs") { Description = "Times the data is read.", DefaultValueFactory = _ => 8 };
        var command = new Command("ner", "Train the name recogniser.") { corpora, annotations, output, vectors, epochs };
        command.SetAction(parse => Run(
            (parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations)),
            TrainVectorsCommand.LoadOrTrain(parse.GetValue(vectors), parse.GetRequiredValue(corpora)),
            parse.GetRequiredValue(output),
            parse.GetValue(epochs)));
        return command;
    }

    private static int Run((string Corpora, string Annotations) sources, WordVectors vectors, string output, int epochs)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            byte[] model = NameTraining.Train(sources, Reader.DefaultDataDirectory, vectors, epochs, (epoch, scores) =>
            {
                TimeSpan left = clock.Elapsed / epoch * (epochs - epoch);
                string f1 = string.Join(", ", scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Key} F1 {100 * score.Value.F1:F1}")));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch} of {epochs}  {f1}  {left:mm\\:ss} left"));
            });
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllBytes(output, model);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

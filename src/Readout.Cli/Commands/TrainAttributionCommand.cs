using System.CommandLine;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train attribution</c>: the role tagger and the span linker from PolNeAR.</summary>
internal static class TrainAttributionCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("attribution-roles.model");
        var links = new Option<string>("--links")
        {
            Description = "Where the linker goes.",
            DefaultValueFactory = _ => Path.Combine("data", "models", "en", "attribution-links.model"),
        };
        Option<string?> vectors = TrainCommand.VectorsOption();
        var defaults = new RoleOptions();
        var epochs = new Option<int>("--epochs") { Description = "Times the data is read.", DefaultValueFactory = _ => defaults.Epochs };
        var width = new Option<int>("--width") { Description = "Width of the layers, a multiple of 32.", DefaultValueFactory = _ => defaults.Width };
        var layers = new Option<int>("--layers") { Description = "Recurrent layers.", DefaultValueFactory = _ => defaults.Layers };
        var threads = new Option<int>("--threads") { Description = "Threads; the model does not depend on them.", DefaultValueFactory = _ => defaults.Threads };
        var seed = new Option<ulong>("--seed") { Description = "Seed of all random choices.", DefaultValueFactory = _ => defaults.Seed };
        var command = new Command("attribution", "Train the finder of sources, cues and contents.")
        {
            corpora, output, links, vectors, epochs, width, layers, threads, seed,
        };
        command.SetAction(parse =>
        {
            string directory = parse.GetRequiredValue(corpora);
            var trainer = new AttributionTrainer(Reader.DefaultDataDirectory);
            trainer.TrainLinks(directory, parse.GetRequiredValue(links));
            RoleOptions options = defaults with
            {
                Epochs = parse.GetValue(epochs),
                Threads = parse.GetValue(threads),
                Seed = parse.GetValue(seed),
                Width = parse.GetValue(width),
                Layers = parse.GetValue(layers),
            };
            WordVectors words = TrainVectorsCommand.LoadOrTrain(parse.GetValue(vectors), directory);
            trainer.TrainRoles(directory, options, words, parse.GetRequiredValue(output), Report);
        });
        return command;
    }

    private static void Report(int epoch, double loss, TimeSpan time) =>
        Console.Error.WriteLine(FormattableString.Invariant($"epoch {epoch}  loss {loss:F4}  {time:mm\\:ss}"));
}

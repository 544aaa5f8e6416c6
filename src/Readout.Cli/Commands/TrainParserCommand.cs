using System.CommandLine;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train parser</c>: the tagger and parser from UD English EWT and GUM.</summary>
internal static class TrainParserCommand
{
    private static readonly string[] Treebanks = ["ewt/en_ewt", "gum/en_gum"];

    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> output = TrainCommand.OutputOption("parser.model");
        Option<string?> vectors = TrainCommand.VectorsOption();
        var defaults = new ParserOptions();
        var epochs = new Option<int>("--epochs") { Description = "Times the data is read.", DefaultValueFactory = _ => defaults.Epochs };
        var width = new Option<int>("--width") { Description = "Width of the layers, a multiple of 32.", DefaultValueFactory = _ => defaults.Encoder.Width };
        var layers = new Option<int>("--layers") { Description = "Recurrent layers.", DefaultValueFactory = _ => defaults.Encoder.Layers };
        var threads = new Option<int>("--threads") { Description = "Threads; the model does not depend on them.", DefaultValueFactory = _ => defaults.Threads };
        var seed = new Option<ulong>("--seed") { Description = "Seed of all random choices.", DefaultValueFactory = _ => defaults.Seed };
        var command = new Command("parser", "Train tags, lemmas and dependencies.") { corpora, output, vectors, epochs, width, layers, threads, seed };
        command.SetAction(parse => Train(
            parse.GetRequiredValue(corpora),
            TrainVectorsCommand.LoadOrTrain(parse.GetValue(vectors), parse.GetRequiredValue(corpora)),
            parse.GetRequiredValue(output),
            defaults with
            {
                Epochs = parse.GetValue(epochs),
                Threads = parse.GetValue(threads),
                Seed = parse.GetValue(seed),
                Encoder = defaults.Encoder with { Width = parse.GetValue(width), Layers = parse.GetValue(layers) },
            }));
        return command;
    }

    private static void Train(string corpora, WordVectors vectors, string output, ParserOptions options)
    {
        IReadOnlyList<TreebankSentence> Read(string treebank, string part) =>
            Treebank.Read(Path.Combine(corpora, "ud", $"{treebank}-ud-{part}.conllu"));
        TreebankSentence[] sentences = [.. Treebanks.SelectMany(t => Read(t, "train"))];
        var trainer = new ParserTrainer(options, sentences, vectors);
        trainer.Train(output, [.. Treebanks.Select(t => Read(t, "dev"))], Report);
    }

    private static void Report(ParserProgress progress)
    {
        Console.Error.WriteLine(FormattableString.Invariant(
            $"epoch {progress.Epoch} of {progress.Epochs}  loss {progress.Loss:F3}  {progress.Remaining:mm\\:ss} left"));
        for (int i = 0; i < progress.Scores.Count; i++)
        {
            Console.Error.WriteLine($"  {Treebanks[i]} dev  {progress.Scores[i]}");
        }
    }
}

using System.CommandLine;
using Readout.Tokenization;
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
        var recurrent = new Option<bool>("--recurrent-first") { Description = "A recurrent first layer instead of a convolution.", DefaultValueFactory = _ => defaults.Encoder.FirstIsRecurrent };
        var arc = new Option<int>("--arc") { Description = "Size of the arc vectors.", DefaultValueFactory = _ => defaults.ArcSize };
        var label = new Option<int>("--label") { Description = "Size of the label layer.", DefaultValueFactory = _ => defaults.LabelSize };
        var tag = new Option<int>("--tag") { Description = "Size of the tag layer.", DefaultValueFactory = _ => defaults.TagSize };
        var silver = new Option<float>("--silver") { Description = "Words labelled by teachers per gold word.", DefaultValueFactory = _ => defaults.SilverShare };
        var teachers = new Option<string[]>("--teachers") { Description = "Parser models that label the corpora's running text to learn from too.", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { Description = "Seed of all random choices.", DefaultValueFactory = _ => defaults.Seed };
        var command = new Command("parser", "Train tags, lemmas and dependencies.") { corpora, output, vectors, epochs, width, layers, recurrent, arc, label, tag, silver, teachers, threads, seed };
        command.SetAction(parse => Train(
            parse.GetRequiredValue(corpora),
            TrainVectorsCommand.LoadOrTrain(parse.GetValue(vectors), parse.GetRequiredValue(corpora)),
            (parse.GetRequiredValue(output), parse.GetValue(teachers) ?? []),
            defaults with
            {
                ArcSize = parse.GetValue(arc),
                LabelSize = parse.GetValue(label),
                TagSize = parse.GetValue(tag),
                SilverShare = parse.GetValue(silver),
                Epochs = parse.GetValue(epochs),
                Threads = parse.GetValue(threads),
                Seed = parse.GetValue(seed),
                Encoder = defaults.Encoder with { Width = parse.GetValue(width), Layers = parse.GetValue(layers), FirstIsRecurrent = parse.GetValue(recurrent) },
            }));
        return command;
    }

    private static void Train(string corpora, WordVectors vectors, (string Output, string[] Teachers) files, ParserOptions options)
    {
        IReadOnlyList<TreebankSentence> Read(string treebank, string part) =>
            Treebank.Read(Path.Combine(corpora, "ud", $"{treebank}-ud-{part}.conllu"));
        TreebankSentence[] sentences = [.. Treebanks.SelectMany(t => Read(t, "train"))];
        SilverText? silver = files.Teachers.Length == 0 ? null : new SilverText(
            UnlabelledText.Read(corpora, Tokenizer.Load(Reader.DefaultDataDirectory), [.. Treebanks.Select(t => $"ud/{t}-ud-train.conllu")]), files.Teachers);
        var trainer = new ParserTrainer(options, sentences, vectors, silver);
        trainer.Train(files.Output, [.. Treebanks.Select(t => Read(t, "dev"))], Report);
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

using System.CommandLine;
using Readout.Tokenization;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout train vectors</c>: word vectors from the corpora's running text.</summary>
internal static class TrainVectorsCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        var output = new Option<string>("--output")
        {
            Description = "Where the vectors go.",
            DefaultValueFactory = _ => Path.Combine("artifacts", "vectors.model"),
        };
        var command = new Command("vectors", "Train word vectors on the corpora's running text.") { corpora, output };
        command.SetAction(parse => Train(parse.GetRequiredValue(corpora)).Save(parse.GetRequiredValue(output)));
        return command;
    }

    /// <summary>The vectors of a file, or new ones where there is none.</summary>
    internal static WordVectors LoadOrTrain(string? path, string corpora) => path is null ? Train(corpora) : WordVectors.Load(path);

    private static WordVectors Train(string corpora)
    {
        Tokenizer tokenizer = Tokenizer.Load(Reader.DefaultDataDirectory);
        IReadOnlyList<IReadOnlyList<string>> text = UnlabelledText.Read(corpora, tokenizer);
        Console.Error.WriteLine($"{text.Sum(s => (long)s.Count):N0} words of running text");
        return VectorTrainer.Train(new VectorOptions(), text, done => Console.Error.WriteLine($"vectors {done:P0}"));
    }
}

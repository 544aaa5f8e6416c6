using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>Trains the models of attribution on PolNeAR: the role tagger on the states of the parser, and the linker of spans. Not thread-safe.</summary>
public sealed class AttributionTrainer
{
    private readonly string _data;
    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;

    /// <param name="dataDirectory">The data folder with tokenizer and parser.</param>
    public AttributionTrainer(string dataDirectory)
    {
        _data = dataDirectory;
        _tokenizer = Tokenizer.Load(dataDirectory);
        _parser = SyntaxParser.Load(dataDirectory);
    }

    /// <summary>Trains the role tagger and writes it.</summary>
    /// <param name="corpora">Directory of the corpora.</param>
    /// <param name="options">Sizes, epochs, seed.</param>
    /// <param name="vectors">Pretrained vectors, null for none.</param>
    /// <param name="output">Where the model goes.</param>
    /// <param name="progress">Called after every epoch with its number, mean loss a word and the time so far.</param>
    public void TrainRoles(string corpora, RoleOptions options, WordVectors? vectors, string output, Action<int, double, TimeSpan> progress)
    {
        var examples = new List<RoleExample>();
        foreach (AttributionDocument document in AttributionCorpus.Read(Path.Combine(corpora, "polnear", "train")))
        {
            ParsedText parse = _parser.ParseWithStates(_tokenizer.Tokenize(document.Text));
            QuotedRows quoted = RoleExample.Quote(parse.Tokens, _data);
            examples.AddRange(RoleExample.Cut(parse, quoted, RoleExample.Label(parse.Tokens, document.Attributions)));
        }

        examples.RemoveAll(example => example.Forms.Length == 0);
        var trainer = new RoleTrainer(options with { Parser = _parser.StateFingerprint }, examples, vectors);
        trainer.Train(progress);
        trainer.Build().Write(output);
    }

    /// <summary>Trains the linker on the annotated spans and writes it.</summary>
    public void TrainLinks(string corpora, string output)
    {
        var examples = new List<(LinkContext Context, int[] CueOf)>();
        foreach (AttributionDocument document in AttributionCorpus.Read(Path.Combine(corpora, "polnear", "train")))
        {
            TokenTable tokens = _tokenizer.Tokenize(document.Text);
            examples.Add(LinkExample.Build(tokens, RoleExample.Quote(tokens, _data), document.Attributions));
        }

        LinkTrainer.Build(LinkTrainer.Train(examples, seed: 1)).Write(output);
    }
}

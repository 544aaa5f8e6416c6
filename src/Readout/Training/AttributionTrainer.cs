using System.Text.Json;
using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Trains the models of attribution on PolNeAR: the role tagger, alone or taught by others as well (Hinton et al. 2015, with hard labels
/// on the newswire), and the linker of spans. Not thread-safe.
/// </summary>
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
    /// <param name="teachers">Model files of earlier runs whose mean labels the newswire for this one; empty for none.</param>
    /// <param name="progress">Called after every epoch with its number, mean loss a word and the time so far.</param>
    /// <returns>The model file, still to be written.</returns>
    internal Models.ModelFileBuilder TrainRoles(
        string corpora, RoleOptions options, WordVectors? vectors, IReadOnlyList<string> teachers, Action<int, double, TimeSpan> progress)
    {
        var examples = new List<RoleExample>();
        foreach (AttributionDocument document in AttributionCorpus.Read(Path.Combine(corpora, "polnear", "train")))
        {
            ParsedText parse = _parser.Parse(_tokenizer.Tokenize(document.Text));
            QuotedRows quoted = RoleExample.Quote(parse.Tokens, _data);
            examples.AddRange(RoleExample.Cut(parse, quoted, RoleExample.Label(parse.Tokens, document.Attributions), options.Syntax));
        }

        RoleTagger[] taggers = [.. teachers.Select(RoleTagger.Load)];
        foreach (string text in taggers.Length == 0 ? [] : Newswire(corpora))
        {
            ParsedText parse = _parser.Parse(_tokenizer.Tokenize(text));
            QuotedRows quoted = RoleExample.Quote(parse.Tokens, _data);
            examples.AddRange(RoleExample.Cut(parse, quoted, RoleTagger.Label(taggers, parse.Tokens, quoted, parse), options.Syntax));
        }

        var trainer = new RoleTrainer(options, [.. examples.Where(example => example.Forms.Length > 0)], vectors);
        trainer.Train(progress);
        return trainer.Build();
    }

    /// <summary>Trains the role tagger and writes it to <paramref name="output"/>; see the parameters of the other overload.</summary>
    public void TrainRoles(string corpora, RoleOptions options, (WordVectors? Vectors, IReadOnlyList<string> Teachers) from, string output, Action<int, double, TimeSpan> progress) =>
        TrainRoles(corpora, options, from.Vectors, from.Teachers, progress).Write(output);

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

    private static IEnumerable<string> Newswire(string corpora)
    {
        foreach (string line in File.ReadLines(Path.Combine(corpora, "newswire", "newswire.jsonl")))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            yield return article.RootElement.GetProperty("text").GetString() ?? "";
        }
    }
}

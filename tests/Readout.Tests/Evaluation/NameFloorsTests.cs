using Readout.Evaluation;
using Readout.Tokenization;
using Readout.Training;

namespace Readout.Tests.Evaluation;

/// <summary>Words, sentences and names of the committed models against their floors.</summary>
public sealed class NameFloorsTests
{
    private static string Annotations => Path.Combine(Repository.Root, "eval");

    [CorpusFact("ner/uner-ewt/en_ewt-ud-dev.iob2")]
    public void Names_are_not_found_worse_than_before() => Floors.Hold(
        "names",
        NameTraining.Evaluate(Repository.Corpora!, Annotations, Reader.DefaultDataDirectory)
            .Where(row => row.Group == "all")
            .ToDictionary(row => row.Corpus, row => row.Score.F1, StringComparer.Ordinal));

    [CorpusFact("newswire/newswire.jsonl")]
    public void Sentences_of_newswire_do_not_end_worse_than_before()
    {
        Score score = SentenceScorer.Score(
            Path.Combine(Annotations, "sentences", "newswire.tsv"),
            Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl"),
            Tokenizer.Load(Reader.DefaultDataDirectory));
        Floors.Hold("sentences", new Dictionary<string, double> { ["newswire"] = score.F1 });
    }
}

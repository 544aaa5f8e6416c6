using Readout.Evaluation;
using Readout.Records;

namespace Readout.Tests.Evaluation;

/// <summary>Meetings, commitments and events of annotated newswire against their floors, on the part from which nothing was learned.</summary>
public sealed class NewswireFloorsTests
{
    [CorpusFact("newswire/newswire.jsonl")]
    public void Meetings_are_not_found_worse_than_before() => Hold("meetings");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Commitments_are_not_found_worse_than_before() => Hold("commitments");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Events_are_not_found_worse_than_before() => Hold("events");

    private static void Hold(string layer)
    {
        var scorer = new NewswireScorer();
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        scorer.Run(
            Path.Combine(Repository.Root, "eval", layer, "newswire.jsonl"),
            Path.Combine(Repository.Corpora!, NewswireCorpus.CorpusPath),
            "blind",
            report => RecordBuilder.Build(reader.Read(report)));
        Floors.Hold(layer + " newswire blind", scorer.Scores.ToDictionary(one => one.Key, one => one.Value.F1, StringComparer.Ordinal));
    }
}

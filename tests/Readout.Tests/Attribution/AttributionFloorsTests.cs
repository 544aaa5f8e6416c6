using Readout.Attribution;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Tests.Evaluation;
using Readout.Text;

namespace Readout.Tests.Attribution;

/// <summary>The measured scores of attribution, below which no change may fall; skipped where the corpora are missing.</summary>
public sealed class AttributionFloorsTests
{
    [CorpusFact("cofenet/valid.txt")]
    public void Roles_on_the_tokens_of_CofeNet_hold_their_floors()
    {
        var scorer = new RoleScorer(Reader.DefaultDataDirectory, null);
        Hold("cofenet", scorer.Evaluate(CofenetReader.Read(Path.Combine(Repository.Corpora!, "cofenet", "valid.txt"))));
    }

    [CorpusFact("polnear/dev")]
    public void Triples_from_raw_text_hold_their_floors()
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        AttributionFinder finder = AttributionFinder.Load(Reader.DefaultDataDirectory, SyntaxParser.Load(Reader.DefaultDataDirectory));
        var scorer = new AttributionScorer();
        foreach (AttributionDocument document in AttributionCorpus.Read(Path.Combine(Repository.Corpora!, "polnear", "dev")))
        {
            Document read = reader.Read(new Report { Id = document.Id, Text = document.Text });
            scorer.Add(document, read, AttributionScorer.AllAttributions(finder, read));
        }

        Hold("attribution", scorer.Scores);
    }

    [CorpusFact("newswire/newswire.jsonl")]
    public void Speakers_of_direct_quotations_hold_their_floors()
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        foreach ((string stage, string file) in (ReadOnlySpan<(string, string)>)[("speakers", "newswire-speakers.tsv"), ("speakers third", "newswire-speakers-third.tsv"), ("speakers blind", "newswire-speakers-blind.tsv")])
        {
            var scorer = new SpeakerScorer();
            scorer.Add(Path.Combine(Repository.Root, "eval", "attribution", file), Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl"), reader);
            Hold(stage, scorer.Scores);
        }
    }

    [CorpusFact("newswire/newswire.jsonl")]
    public void Addressees_hold_their_floor()
    {
        var scorer = new AddresseeScorer();
        scorer.Add(Path.Combine(Repository.Root, "eval", "attribution", "newswire-addressees.tsv"), Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl"), Reader.Load(Reader.DefaultDataDirectory));
        Hold("addressees", new Dictionary<string, Score> { ["addressees"] = scorer.Score });
    }

    [CorpusFact("coref/ontogum/dev")]
    public void Chains_of_OntoGUM_hold_their_floors()
    {
        var evaluation = new CorefEvaluation(Reader.DefaultDataDirectory);
        Floors.Hold("ontogum", evaluation.Evaluate(Path.Combine(Repository.Corpora!, "coref", "ontogum", "dev"), all: true).Scores.ToDictionary(score => score.Name, score => score.F1));
    }

    [CorpusFact("coref/gap/gap-validation.tsv")]
    public void Pronouns_of_GAP_hold_their_floor() =>
        Hold("gap", new GapScorer(Reader.DefaultDataDirectory).Evaluate(Path.Combine(Repository.Corpora!, "coref", "gap", "gap-validation.tsv")));

    private static void Hold(string stage, IReadOnlyDictionary<string, Score> scores) =>
        Floors.Hold(stage, scores.ToDictionary(score => score.Key, score => score.Value.F1));
}

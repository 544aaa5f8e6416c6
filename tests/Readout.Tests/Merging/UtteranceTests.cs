using Readout.Evaluation;
using Readout.Merging;
using Readout.Tests.Evaluation;

namespace Readout.Tests.Merging;

public sealed class UtteranceTests
{
    private static readonly UtteranceScorer Scorer = UtteranceScorer.Load(Reader.DefaultDataDirectory);
    private static readonly string Folder = Path.Combine(Repository.Root, "eval", "merging");

    [Theory]
    [InlineData("We will share the bank, and we will share what it costs to keep it alive. No one is giving up a single mile of sea.", "We will share the bank … No one is giving up a single mile of sea.", true)]
    [InlineData("We will share the bank, and we will share what it costs to keep it alive. No one is giving up a single mile of sea.", "[We] share the bank and we share its keep. No one gives a mile of sea.", true)]
    [InlineData("This stone is heavier than it looks", "I was in the room. I was looking at the stove.", false)]
    [InlineData("We will not annex the islands", "no interest in swallowing anybody", false)]
    public void Wordings_of_one_speaker_and_day_are_told_apart(string left, string right, bool expected) =>
        Assert.Equal(expected, Scorer.AreOne(Said(left), Said(right)));

    [Fact]
    public void A_negation_beyond_a_cut_turns_nothing_round() => Assert.True(Scorer.AreOne(
        Said("We will go on patrolling the bank every spring."), Said("We will go on patrolling the bank every spring, and nobody will fish there after dark.")));

    [Fact]
    public void The_quoted_part_of_a_told_wording_is_compared_by_itself()
    {
        Wording told = Said("that Maravene and Quendria “will go on patrolling the bank every spring”") with { IsDirect = false };

        Assert.True(Scorer.AreOne(told, Said("We will go on patrolling the bank every spring, and the fishermen will thank us.")));
        Assert.False(Scorer.AreOne(told, Said("Maravene and Quendria will never again be strangers.")));
    }

    [Fact]
    public void The_same_words_of_another_speaker_or_long_after_are_another_utterance()
    {
        Wording wording = Said("Every boat has a number and every number has a boat.");

        Assert.Equal(0, Scorer.Score(wording, wording with { Speakers = ["person/other"] }));
        Assert.Equal(0, Scorer.Score(wording, wording with { Day = new DateOnly(2025, 9, 1) }));
        Assert.InRange(Scorer.Score(wording, wording with { Day = null }), Scorer.Threshold, 1);
    }

    [Fact]
    public void Clusters_are_the_same_in_any_order_of_arrival()
    {
        Wording[] wordings = [.. UtterancePair.Written(Path.Combine(Folder, "utterances-written.tsv")).Take(200).SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct()];
        string[] expected = Clusters(wordings, [.. Enumerable.Range(0, wordings.Length)]);
        var random = new Random(7);
        for (int round = 0; round < 5; round++)
        {
            int[] order = [.. Enumerable.Range(0, wordings.Length)];
            random.Shuffle(order);

            Assert.Equal(expected, Clusters(wordings, order));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("9999999999999999999999 million million million")]
    [InlineData("\ud800")]
    public void Any_text_is_scored(string text) => Assert.InRange(Scorer.Score(Said(text), Said("We are here.")), 0, 1);

    [Fact]
    public void A_translation_is_joined_where_others_of_the_speaker_fit_less()
    {
        Wording[] wordings =
        [
            Said("We will expel nobody who fled from the war."), Said("No one who ran away from the war will be deported by us"),
            Said("The border stays open until Friday evening."), Said("Until Friday evening we keep the frontier open"),
        ];
        Assert.Equal(["0 1", "2 3"], Clusters(wordings, [0, 1, 2, 3]));
    }

    [Fact]
    public void The_parts_of_a_long_quotation_meet_in_it_and_two_parts_alone_stay_two()
    {
        Wording[] wordings =
        [
            Said("The evacuation took nine hours because the road had been mined. No one was left behind in the lower town."), Said("The evacuation took nine hours because the road had been mined."),
            Said("No one was left behind in the lower town."),
        ];
        Assert.Equal(["0 1 2"], Clusters(wordings, [0, 1, 2]));
        Assert.Equal(["0", "1"], Clusters(wordings[1..], [0, 1]));
    }

    [Theory]
    [InlineData("for two decades", "for twenty years")]
    [InlineData("half a dozen girls", "6 girls")]
    [InlineData("half of the revenue", "50 per cent of the revenue")]
    public void Numbers_in_other_units_are_the_same_terms(string left, string right)
    {
        TermLexicon lexicon = TermLexicon.Load(Reader.DefaultDataDirectory);
        Assert.Equal(WordingTerms.Of(left, lexicon).Terms, WordingTerms.Of(right, lexicon).Terms);
    }

    [Fact]
    public void A_phrase_and_a_word_of_one_concept_meet()
    {
        ConceptLexicon concepts = new();
        concepts.Add(["send", "back"], 7);
        concepts.Add(["deport"], 7);

        Assert.Equal([[], [7], [7], []], concepts.Of(["not", "send", "back", "anyone"]));
        Assert.Equal([[7]], concepts.Of(["deport"]));
        Assert.Equal([[]], concepts.Of(["send"]));
    }

    [Theory]
    [InlineData("blind")]
    [InlineData("blind-2")]
    public void Written_pairs_that_nobody_looked_at_hold_their_floors(string part) =>
        Hold("utterances written " + part, [.. UtterancePair.Written(Path.Combine(Folder, "utterances-written.tsv")).Where(pair => pair.Part == part)]);

    [CorpusFact("newswire/newswire.jsonl")]
    public void Newswire_pairs_hold_their_floors() => Hold(
        "utterances newswire",
        [.. UtteranceEvaluation.Pairs(Folder, Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl")).Where(pair => pair.Part is "held-out" or "blind" && pair.Source == "newswire")]);

    [CorpusFact("newswire/newswire.jsonl")]
    public void Pairs_as_the_product_draws_them_hold_their_floors() => Hold(
        "utterances blind-3",
        [.. UtteranceEvaluation.Pairs(Folder, Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl")).Where(pair => pair.Part == "blind-3")]);

    private static void Hold(string stage, UtterancePair[] pairs)
    {
        Score alone = UtteranceEvaluation.PairScore(Scorer, pairs);
        Score linked = UtteranceEvaluation.ClusterScore(Scorer, pairs);
        Floors.Hold(stage, new Dictionary<string, double> { ["precision"] = alone.Precision, ["recall"] = alone.Recall, ["clusters precision"] = linked.Precision, ["clusters recall"] = linked.Recall });
    }

    private static Wording Said(string content) => new() { Content = content, Speakers = ["person/speaker"], Day = new DateOnly(2025, 3, 1), IsDirect = true };

    private static string[] Clusters(Wording[] wordings, int[] order)
    {
        var clusters = new UtteranceClusters(Scorer);
        foreach (int at in order)
        {
            clusters.Add(wordings[at]);
        }

        return [.. Enumerable.Range(0, order.Length).GroupBy(clusters.ClusterOf)
            .Select(cluster => string.Join(' ', cluster.Select(at => order[at]).Order())).Order(StringComparer.Ordinal)];
    }
}

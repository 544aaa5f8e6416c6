using Readout.Evaluation;

namespace Readout.Tests.Evaluation;

public sealed class CorefScorerTests
{
    // Mentions a to e in the rows 0 to 4.
    private static IReadOnlyList<(int First, int End)> Chain(params int[] rows) => [.. rows.Select(row => (row, row + 1))];

    [Fact]
    public void A_mention_in_the_wrong_chain_costs_what_the_three_metrics_say()
    {
        var scorer = new CorefScorer();
        scorer.Add([Chain(0, 1, 2), Chain(3, 4)], [Chain(0, 1), Chain(2, 3, 4)]);
        Dictionary<string, double> f1 = scorer.Scores.ToDictionary(score => score.Name, score => score.F1);
        Assert.Equal(1, f1["mentions"], 6);
        Assert.Equal(2.0 / 3, f1["MUC"], 6);
        Assert.Equal(11.0 / 15, f1["B-cubed"], 6);
        Assert.Equal(0.8, f1["CEAF-e"], 6);
        Assert.Equal(((2.0 / 3) + (11.0 / 15) + 0.8) / 3, f1["CoNLL"], 6);
    }

    [Fact]
    public void A_chain_of_one_mention_counts_on_neither_side()
    {
        var scorer = new CorefScorer();
        scorer.Add([Chain(0, 1)], [Chain(0, 1), Chain(2)]);
        Assert.All(scorer.Scores, score => Assert.Equal(1, score.F1, 6));
    }

    [Fact]
    public void What_is_found_besides_lowers_precision_alone()
    {
        var scorer = new CorefScorer();
        scorer.Add([Chain(0, 1)], [Chain(0, 1), Chain(2, 3)]);
        (string _, double precision, double recall, double _) = scorer.Scores.Single(score => score.Name == "CEAF-e");
        Assert.Equal(0.5, precision, 6);
        Assert.Equal(1, recall, 6);
    }
}

using Readout.Learning;
using Readout.Training;

namespace Readout.Tests.Training;

public sealed class RankTrainerTests
{
    // Of each list the candidate with feature 1 is right, whatever else it has.
    private static (ulong[] Features, bool IsRight)[][] Lists() =>
        [.. Enumerable.Range(0, 20).Select(i => ((ulong[] Features, bool IsRight)[])[([1, (ulong)(10 + (i % 3))], true), ([2, (ulong)(10 + (i % 3))], false), ([2, 3], false)])];

    [Fact]
    public void The_right_one_ranks_first()
    {
        SparseClassifier ranker = RankTrainer.Train(Lists(), 1e-3f, 2, 10);
        Assert.True(ranker.Score([1, 10]) > ranker.Score([2, 10]));
        Assert.True(ranker.Score([1, 11]) > ranker.Score([2, 3]));
    }

    [Fact]
    public void The_same_lists_give_the_same_weights() =>
        Assert.Equal(RankTrainer.Train(Lists(), 1e-3f, 2, 10).Weights.ToArray(), RankTrainer.Train(Lists(), 1e-3f, 2, 10).Weights.ToArray());

    [Fact]
    public void Lists_without_a_right_one_teach_nothing() =>
        Assert.All(RankTrainer.Train([[([1], false), ([2], false)], [([1], true), ([1], true)]], 1e-3f, 1, 10).Weights.ToArray(), weight => Assert.Equal(0, weight));
}

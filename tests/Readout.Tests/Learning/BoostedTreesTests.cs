using Readout.Learning;
using Readout.Training;

namespace Readout.Tests.Learning;

public sealed class BoostedTreesTests
{
    [Fact]
    public void A_tree_sends_equal_values_left_and_sums_its_leaf()
    {
        var trees = new BoostedTrees([1, 0, 0, 0, 0, 0, 0], [5, 2, 7, 9, 9, 9, 9], [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal(1, trees.Score([2, 5]));
        Assert.Equal(3, trees.Score([3, 5]));
        Assert.Equal(8, trees.Score([10, 6]));
        Assert.Equal(0, BoostedTrees.Empty.Score([1, 2]));
        Assert.Throws<InvalidDataException>(() => new BoostedTrees([0], [0], [0]));
    }

    [Fact]
    public void What_two_measures_decide_only_together_is_learned_the_same_each_time()
    {
        var random = new SeededRandom(9);
        (int[] Measures, bool IsRight)[] examples =
        [
            .. Enumerable.Range(0, 2000).Select(_ => (Measures: (int[])[random.Next(100), random.Next(100), random.Next(100)], 0)).Select(one => (one.Measures, one.Measures[0] > 40 && one.Measures[2] < 60)),
        ];
        BoostedTrees trees = TreeBooster.Train(examples);
        Assert.InRange(examples.Count(one => (trees.Score(one.Measures) > 0) == one.IsRight), 1960, 2000);
        Assert.Equal(trees.Values.ToArray(), TreeBooster.Train(examples).Values.ToArray());
    }
}

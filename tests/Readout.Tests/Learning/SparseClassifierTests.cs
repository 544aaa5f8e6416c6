using Readout.Learning;

namespace Readout.Tests.Learning;

public sealed class SparseClassifierTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(17)]
    public void Sums_are_those_of_the_weights_of_the_known_features(int classes)
    {
        var random = new SeededRandom(3);
        ulong[] features = [.. Enumerable.Range(0, 200).Select(_ => random.NextUInt64())];
        short[] weights = [.. Enumerable.Range(0, features.Length * classes).Select(i => (short)(random.NextUInt64() >> 48))];
        var classifier = new SparseClassifier(features, weights, classes);
        int[] held = [0, 3, 3, 77, 199];
        var sums = new int[classes];
        classifier.Score([.. held.Select(row => features[row]), 12345UL], sums);
        Assert.Equal(Enumerable.Range(0, classes).Select(one => held.Sum(row => weights[(row * classes) + one])), sums);
    }

    [Fact]
    public void A_feature_is_found_at_its_row_and_others_are_not()
    {
        var random = new SeededRandom(5);
        ulong[] features = [.. Enumerable.Range(0, 1000).Select(_ => random.NextUInt64())];
        var index = new FeatureIndex(features, 3);
        Assert.Equal(Enumerable.Range(0, 1000).Select(row => row * 3), features.Select(index.Find));
        Assert.All(features, feature => Assert.Equal(-1, index.Find(feature ^ 1)));
        Assert.Equal(-1, new FeatureIndex([], 3).Find(0));
    }
}

using Readout.Learning;
using Readout.Training;

namespace Readout.Tests.Learning;

public sealed class HashedNetworkTests
{
    private const int One = 1 << HashedNetwork.InputBits;

    [Fact]
    public void Units_add_to_the_linear_sum_where_they_are_positive()
    {
        var network = new HashedNetwork(new HashedNetworkWeights
        {
            Features = [3, 5],
            Linear = [100, -20],
            Inputs = [64, 0, -64, 64],
            States = [],
            Biases = [One, -32],
            Outputs = [1 << HashedNetwork.OutputBits, 2 << HashedNetwork.OutputBits],
            Bias = 7,
        });

        Assert.Equal(7 + 1000, network.Score(Of(8)));
        Assert.Equal(7 + 100 + 1062, network.Score(Of(3)));
        Assert.Equal(7 - 20 + 1000, network.Score(Of(5)));
        Assert.Equal(7 + 80 + 1062, network.Score(Of(3, 5)));
    }

    [Fact]
    public void States_are_read_slot_by_slot()
    {
        var network = new HashedNetwork(new HashedNetworkWeights
        {
            Features = [],
            Linear = [],
            Inputs = [],
            States = [0, 0, 1 << HashedNetwork.StateBits, 0],
            Biases = [0],
            Outputs = [1 << HashedNetwork.OutputBits],
            Bias = 0,
        });
        var features = new FeatureSet(new byte[] { FeatureSet.Zero, FeatureSet.Zero, FeatureSet.Zero + 64, FeatureSet.Zero }, 2);
        features.AddState(-1);
        features.AddState(1);
        Assert.Equal(62, network.Score(features));
    }

    [Fact]
    public void Weights_of_another_size_are_refused() =>
        Assert.Throws<InvalidDataException>(() => new HashedNetwork(new HashedNetworkWeights { Features = [1], Linear = [1], Inputs = [1], States = [], Biases = [0, 0], Outputs = [0, 0], Bias = 0 }));

    [Fact]
    public void Training_learns_what_no_sum_of_features_tells_and_gives_the_same_weights_twice()
    {
        SparseExample[] examples = [.. Enumerable.Range(0, 400).Select(i => new SparseExample([.. Hashes(i & 1, (i >> 1) & 1)], [], (i & 1) ^ ((i >> 1) & 1)))];
        var options = new HashedNetworkOptions { FeatureDropout = 0, UnitDropout = 0, Networks = 1, Passes = 60, Rate = 0.3f };
        HashedNetwork network = HashedNetworkTrainer.Train(examples, options);
        Assert.True(network.Score(Of([.. Hashes(0, 1)])) > 0 && network.Score(Of([.. Hashes(1, 0)])) > 0);
        Assert.True(network.Score(Of([.. Hashes(0, 0)])) < 0 && network.Score(Of([.. Hashes(1, 1)])) < 0);
        Assert.Equal(network.Weights.Inputs, HashedNetworkTrainer.Train(examples, options).Weights.Inputs);
    }

    // Twenty features for each of two bits.
    private static IEnumerable<ulong> Hashes(int one, int two) => Enumerable.Range(0, 20).SelectMany(i => new[] { (ulong)((4 * i) + one), (ulong)((4 * i) + 2 + two) });

    private static FeatureSet Of(params ulong[] hashes)
    {
        var features = new FeatureSet();
        features.Hashes.AddRange(hashes);
        return features;
    }
}

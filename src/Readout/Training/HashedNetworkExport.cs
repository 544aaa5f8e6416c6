using Readout.Learning;

namespace Readout.Training;

/// <summary>Rounds trained networks to whole numbers and lays them side by side, so that their log-odds are averaged.</summary>
internal static class HashedNetworkExport
{
    public static HashedNetwork Join(ulong[] features, HashedNetworkLearner[] networks)
    {
        int states = networks[0].States.Values.Length / networks[0].Outputs.Values.Length;
        float input = 1 << HashedNetwork.InputBits;
        return new HashedNetwork(new HashedNetworkWeights
        {
            Features = features,
            Linear = [.. Enumerable.Range(0, features.Length).Select(i => (short)Rounded(networks.Average(one => one.Linear.Values[i]) * SparseClassifier.Unit, short.MaxValue))],
            Inputs = [.. SideBySide(networks, one => one.Inputs, features.Length).Select(weight => (sbyte)Rounded(weight * HashedNetworkLearner.FeatureScale * input, sbyte.MaxValue))],
            States = [.. SideBySide(networks, one => one.States, states).Select(weight => (short)Rounded(weight * HashedNetworkLearner.StateScale / FeatureSet.One * input * (1 << HashedNetwork.StateBits), short.MaxValue))],
            Biases = [.. SideBySide(networks, one => one.Biases, 1).Select(weight => Rounded(weight * input, int.MaxValue / 4))],
            Outputs = [.. SideBySide(networks, one => one.Outputs, 1).Select(weight => (short)Rounded(weight / networks.Length * (1 << HashedNetwork.OutputBits), short.MaxValue))],
            Bias = Rounded(networks.Average(one => one.Bias.Values[0]) * SparseClassifier.Unit, short.MaxValue),
        });
    }

    private static IEnumerable<float> SideBySide(HashedNetworkLearner[] networks, Func<HashedNetworkLearner, AdaptiveWeights> part, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            foreach (HashedNetworkLearner network in networks)
            {
                int units = network.Outputs.Values.Length;
                for (int i = 0; i < units; i++)
                {
                    yield return part(network).Values[(row * units) + i];
                }
            }
        }
    }

    private static int Rounded(float value, int limit) => (int)Math.Clamp(MathF.Round(value), -limit, limit);
}

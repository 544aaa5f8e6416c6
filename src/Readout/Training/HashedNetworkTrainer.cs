using System.Runtime.InteropServices;
using Readout.Learning;

namespace Readout.Training;

/// <summary>
/// Trains <see cref="HashedNetwork"/> on the logistic loss by AdaGrad steps (Duchi et al. 2011) with dropout of features and units (Srivastava et al.
/// 2014). The result depends on examples and options alone.
/// </summary>
internal static class HashedNetworkTrainer
{
    /// <summary>Trains all networks and lays them side by side.</summary>
    /// <param name="examples">Label 1 for yes, 0 for no.</param>
    /// <param name="options">Settings.</param>
    public static HashedNetwork Train(IReadOnlyList<SparseExample> examples, HashedNetworkOptions options)
    {
        ulong[] features = Frequent(examples, options.Minimum);
        var columns = new Dictionary<ulong, int>();
        foreach (ulong feature in features)
        {
            columns.Add(feature, columns.Count);
        }

        int[][] known = [.. examples.Select(example => example.Features.Where(columns.ContainsKey).Select(one => columns[one]).ToArray())];
        int inputs = examples.Max(example => example.States.Length) * examples.Max(example => example.States.Select(state => state.Length).DefaultIfEmpty().Max());
        float[][] states = [.. examples.Select(example => Joined(example.States, inputs))];
        var networks = new HashedNetworkLearner[options.Networks];
        for (int i = 0; i < networks.Length; i++)
        {
            networks[i] = new HashedNetworkLearner(options, features.Length, inputs, (ulong)i);
            networks[i].Learn(known, states, [.. examples.Select(example => example.Label)]);
        }

        return HashedNetworkExport.Join(features, networks);
    }

    // In rising order.
    private static ulong[] Frequent(IReadOnlyList<SparseExample> examples, int minimum)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (SparseExample example in examples)
        {
            foreach (ulong feature in example.Features)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        return [.. counts.Where(pair => pair.Value >= minimum).Select(pair => pair.Key).Order()];
    }

    private static float[] Joined(float[][] states, int inputs)
    {
        var joined = new float[inputs];
        for (int slot = 0; slot < states.Length; slot++)
        {
            states[slot].CopyTo(joined, slot * (inputs / states.Length));
        }

        return joined;
    }
}

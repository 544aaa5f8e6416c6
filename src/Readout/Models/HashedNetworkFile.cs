using Readout.Learning;

namespace Readout.Models;

/// <summary>Networks of hashed features as parts of a model file.</summary>
internal static class HashedNetworkFile
{
    /// <summary>Reads a network from a model file.</summary>
    public static HashedNetwork Read(ModelFile file, string name) => new(new HashedNetworkWeights
    {
        Features = file.UInt64s(name + ".features"),
        Linear = file.Elements<short>(name + ".linear").ToArray(),
        Inputs = file.Elements<sbyte>(name + ".inputs").ToArray(),
        States = file.Elements<short>(name + ".states").ToArray(),
        Biases = file.Int32s(name + ".biases"),
        Outputs = file.Elements<short>(name + ".outputs").ToArray(),
        Bias = file.Int32s(name + ".bias")[0],
    });

    /// <summary>Writes the network into a model file.</summary>
    public static void Save(this HashedNetwork network, ModelFileBuilder file, string name)
    {
        file.Add(name + ".features", network.Weights.Features);
        file.Add(name + ".linear", network.Weights.Linear);
        file.Add(name + ".inputs", network.Weights.Inputs);
        file.Add(name + ".states", network.Weights.States);
        file.Add(name + ".biases", network.Weights.Biases);
        file.Add(name + ".outputs", network.Weights.Outputs);
        file.Add(name + ".bias", [network.Weights.Bias]);
    }
}

using Readout.Learning;

namespace Readout.Training;

/// <summary>An example for <see cref="SparseTrainer"/>.</summary>
/// <param name="Features">Distinct hashes.</param>
/// <param name="States">State of the word in each slot, where <see cref="FeatureSet.One"/> steps count as 1; empty where the slot is.</param>
/// <param name="Label">Class; with one class 0 or 1.</param>
internal sealed record SparseExample(ulong[] Features, float[][] States, int Label)
{
    /// <summary>Copies what a decision is made by.</summary>
    public static SparseExample Of(FeatureSet features, int label) => new([.. features.Hashes.Distinct()], [.. features.Rows.Select((row, slot) => row < 0 ? [] : Numbers(features.State(slot)))], label);

    private static float[] Numbers(ReadOnlySpan<byte> state)
    {
        var numbers = new float[state.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (state[i] - FeatureSet.Zero) / (float)FeatureSet.One;
        }

        return numbers;
    }
}

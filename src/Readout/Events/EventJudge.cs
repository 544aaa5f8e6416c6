using Readout.Learning;
using Readout.Models;

namespace Readout.Events;

/// <summary>
/// Tells how likely a candidate is an event of the report: the mean of a logistic regression over hashed features and of boosted trees over numbers, trained on the hand-made annotation by
/// <c>readout train events</c>. Immutable, thread-safe; integer sums, the same on every machine.
/// </summary>
internal sealed class EventJudge
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "event-judge";

    /// <summary>Weights are thousandths of a unit of log-odds.</summary>
    public const int Unit = 1000;

    private readonly FeatureIndex _rows;
    private readonly int[] _weights;

    private readonly BoostedTrees _trees;

    private EventJudge((ulong[] Features, int[] Weights) linear, BoostedTrees trees, double least) =>
        (_rows, _weights, _trees, Least) = (new FeatureIndex(linear.Features, 1), linear.Weights, trees, least);

    /// <summary>Finds everything as likely as not and keeps all.</summary>
    public static EventJudge Empty { get; } = new(([], []), BoostedTrees.Empty, 0);

    /// <summary>Candidates below this probability are none.</summary>
    public double Least { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no such model, or damaged.</exception>
    public static EventJudge Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        var trees = new BoostedTrees(file.Int32s("tree.measures"), file.Int32s("tree.cuts"), file.Int32s("tree.leaves"));
        return Of((file.UInt64s("features"), file.Int32s("weights")), trees, file.Int32s("least")[0] / (double)Unit);
    }

    /// <summary>A judge of given weights and trees.</summary>
    public static EventJudge Of((ulong[] Features, int[] Weights) linear, BoostedTrees trees, double least) => new(linear, trees, least);

    /// <summary>Adds weights and trees to a model file.</summary>
    public static void Save(ModelFileBuilder file, (ulong[] Features, int[] Weights) linear, BoostedTrees trees, double least)
    {
        file.Add("features", linear.Features);
        file.Add("weights", linear.Weights);
        file.Add("tree.measures", trees.Measures);
        file.Add("tree.cuts", trees.Cuts);
        file.Add("tree.leaves", trees.Values);
        file.Add("least", [(int)Math.Round(Unit * least)]);
    }

    /// <summary>Probability in (0, 1) of a candidate with the given features and measures (<see cref="EventMeasures"/>).</summary>
    public double Probability(IReadOnlyList<ulong> features, ReadOnlySpan<int> measures)
    {
        int sum = 0;
        for (int i = 0; i < features.Count; i++)
        {
            sum += _rows.Find(features[i]) is >= 0 and var row ? _weights[row] : 0;
        }

        return 1 / (1 + Math.Exp(-(sum + _trees.Score(measures)) / (2.0 * Unit)));
    }
}

using Readout.Learning;
using Readout.Models;

namespace Readout.Events;

/// <summary>
/// Tells how likely a candidate is an event of the report: logistic regression over hashed features, trained on the hand-made annotation by
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

    private EventJudge(ulong[] features, int[] weights, double least) => (_rows, _weights, Least) = (new FeatureIndex(features, 1), weights, least);

    /// <summary>Finds everything as likely as not and keeps all.</summary>
    public static EventJudge Empty { get; } = new([], [], 0);

    /// <summary>Candidates below this probability are none.</summary>
    public double Least { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no such model, or damaged.</exception>
    public static EventJudge Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return FromWeights(file.UInt64s("features"), file.Int32s("weights"), file.Int32s("least")[0] / (double)Unit);
    }

    /// <summary>A judge of given weights.</summary>
    public static EventJudge FromWeights(ulong[] features, int[] weights, double least) => new(features, weights, least);

    /// <summary>Probability in (0, 1) of a candidate with the given features.</summary>
    public double Probability(IReadOnlyList<ulong> features)
    {
        int sum = 0;
        for (int i = 0; i < features.Count; i++)
        {
            sum += _rows.Find(features[i]) is >= 0 and var row ? _weights[row] : 0;
        }

        return 1 / (1 + Math.Exp(-sum / (double)Unit));
    }
}

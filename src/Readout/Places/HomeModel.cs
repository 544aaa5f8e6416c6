using System.Globalization;
using Readout.Text;

namespace Readout.Places;

/// <summary>
/// Logistic regression over <see cref="HomeEvidence"/>: whether a place that no gazetteer has lies in the state that the report speaks of most. Weights in
/// <c>data/places/weights.tsv</c>, learnt by <c>readout train places</c>. Immutable, thread-safe.
/// </summary>
internal sealed class HomeModel
{
    /// <summary>Natural logits that a state needs: nine in ten such are right by tenths of the training data.</summary>
    public const double FewestLogits = 2.2;

    private readonly double[] _weights;

    private HomeModel(double[] weights) => _weights = weights;

    /// <summary>Reads the weights.</summary>
    /// <exception cref="InvalidDataException">A weight is missing, unknown or no number.</exception>
    public static HomeModel Load(string path)
    {
        var weights = new double[HomeEvidence.Count];
        int found = 0;
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            int at = Array.IndexOf(HomeEvidence.Features, cells[0]);
            if (at < 0 || !double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
            {
                throw new InvalidDataException($"{path}: expected a feature and its weight, found '{string.Join(' ', cells)}'");
            }

            weights[at] = weight;
            found++;
        }

        return found == weights.Length ? new HomeModel(weights) : throw new InvalidDataException($"{path}: expected {weights.Length} weights, found {found}");
    }

    /// <summary>Whether the state of the features is the home of an unknown place.</summary>
    public bool IsHome(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * features[i];
        }

        return sum > FewestLogits;
    }
}

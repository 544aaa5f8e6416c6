namespace Readout.Evaluation;

/// <summary>Counts of one compared layer and the rates they give.</summary>
/// <param name="Matched">Items of the expected and the actual side that agree.</param>
/// <param name="Expected">Items on the expected side.</param>
/// <param name="Actual">Items on the actual side.</param>
public readonly record struct Score(int Matched, int Expected, int Actual)
{
    /// <summary>Matched of actual, in [0, 1]; 1 where nothing was found.</summary>
    public double Precision => Actual == 0 ? 1 : (double)Matched / Actual;

    /// <summary>Matched of expected, in [0, 1]; 1 where nothing was expected.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Matched / Expected;

    /// <summary>Harmonic mean of precision and recall, in [0, 1].</summary>
    public double F1 => Expected + Actual == 0 ? 1 : 2.0 * Matched / (Expected + Actual);

    /// <summary>Sums the counts.</summary>
    public static Score operator +(Score left, Score right) => left.Add(right);

    /// <summary>Sums the counts.</summary>
    public Score Add(Score other) => new(Matched + other.Matched, Expected + other.Expected, Actual + other.Actual);
}

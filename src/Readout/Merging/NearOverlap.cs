namespace Readout.Merging;

/// <summary>How far the terms of two wordings answer each other where a word may be answered by another of one concept.</summary>
internal static class NearOverlap
{
    /// <summary>Number of features that <see cref="Of"/> gives.</summary>
    public const int Count = 10;

    // Crossed recall was the same from 0.6 to 0.85.
    private const double ConceptSimilarity = 0.7;
    private const double HeavyTerm = 2;
    private const double FullRest = 15;

    /// <summary>
    /// Shares of weight: of the better answered wording and its square, of both and its square, of the alignment in order and its square,
    /// what is left of the better answered one, the worse answered one, and the shares of heavy terms that something answers (less, more).
    /// </summary>
    public static double[] Of(WordingTerms left, WordingTerms right)
    {
        double[,] alike = Similarities(left, right);
        Side one = SideOf(left, alike, isRow: true);
        Side other = SideOf(right, alike, isRow: false);
        double aligned = Math.Min(1, Aligned(left, right, alike) / Math.Max(1e-6, Math.Min(one.Total, other.Total)));
        double both = (one.Answered + other.Answered) / Math.Max(1e-6, one.Total + other.Total);
        double better = Math.Max(one.Share, other.Share);
        double rest = Math.Min(one.Total - one.Answered, other.Total - other.Answered);
        return
        [
            better, better * better, both, both * both, aligned, aligned * aligned, Math.Min(1, rest / FullRest), Math.Min(one.Share, other.Share),
            Math.Min(one.Heavy, other.Heavy), Math.Max(one.Heavy, other.Heavy),
        ];
    }

    /// <summary>Share of the weight of one wording that the other answers, in [0, 1].</summary>
    public static double ShareAnswered(WordingTerms own, WordingTerms other) => SideOf(own, Similarities(own, other), isRow: true).Share;

    private static double[,] Similarities(WordingTerms left, WordingTerms right)
    {
        var alike = new double[left.Terms.Length, right.Terms.Length];
        for (int i = 0; i < left.Terms.Length; i++)
        {
            for (int j = 0; j < right.Terms.Length; j++)
            {
                alike[i, j] = string.Equals(left.Terms[i], right.Terms[j], StringComparison.Ordinal) ? 1
                    : Meet(left.Concepts[i], right.Concepts[j]) ? ConceptSimilarity
                    : TermOverlap.RootSimilarity(left.Terms[i], right.Terms[j]);
            }
        }

        return alike;
    }

    private static bool Meet(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            for (int j = 0; j < right.Count; j++)
            {
                if (left[i] == right[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Side SideOf(WordingTerms own, double[,] alike, bool isRow)
    {
        int others = alike.GetLength(isRow ? 1 : 0);
        (double answered, double total, int heavy, int answeredHeavy) = (0, 0, 0, 0);
        for (int i = 0; i < own.Terms.Length; i++)
        {
            double best = 0;
            for (int j = 0; j < others; j++)
            {
                best = Math.Max(best, isRow ? alike[i, j] : alike[j, i]);
            }

            answered += best * own.Weights[i];
            total += own.Weights[i];
            heavy += own.Weights[i] >= HeavyTerm ? 1 : 0;
            answeredHeavy += own.Weights[i] >= HeavyTerm && best > 0 ? 1 : 0;
        }

        return new Side(answered, total, heavy == 0 ? 0 : (double)answeredHeavy / heavy);
    }

    private static double Aligned(WordingTerms left, WordingTerms right, double[,] alike)
    {
        var previous = new double[right.Terms.Length + 1];
        var current = new double[right.Terms.Length + 1];
        for (int i = 0; i < left.Terms.Length; i++)
        {
            for (int j = 0; j < right.Terms.Length; j++)
            {
                double match = alike[i, j] > 0 ? previous[j] + (alike[i, j] * Math.Min(left.Weights[i], right.Weights[j])) : 0;
                current[j + 1] = Math.Max(match, Math.Max(previous[j + 1], current[j]));
            }

            (previous, current) = (current, previous);
        }

        return previous[^1];
    }

    private readonly record struct Side(double Answered, double Total, double Heavy)
    {
        public double Share => Answered / Math.Max(1e-6, Total);
    }
}

namespace Readout.Merging;

/// <summary>Which terms of two wordings answer each other: the same, or of one root.</summary>
internal readonly struct TermOverlap
{
    // A term may be answered by one of the same beginning ("intend", "intention").
    private const double OfOneRoot = 0.8;
    private const int RootLength = 5;

    private TermOverlap(double common, double leftRest, double rightRest)
    {
        Common = common;
        LeftRest = leftRest;
        RightRest = rightRest;
    }

    /// <summary>Weight of the terms that both have.</summary>
    public double Common { get; }

    /// <summary>Weight of the left terms that nothing answers, a near answer taking its share.</summary>
    public double LeftRest { get; }

    /// <summary>Weight of the right terms that nothing answers.</summary>
    public double RightRest { get; }

    /// <summary>Greatest weight of one unanswered term of the side with the lighter rest.</summary>
    public required double Rarest { get; init; }

    public static TermOverlap Of(WordingTerms left, WordingTerms right)
    {
        var waiting = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < left.Terms.Length; i++)
        {
            (waiting.TryGetValue(left.Terms[i], out List<int>? at) ? at : waiting[left.Terms[i]] = []).Add(i);
        }

        double common = 0;
        var leftFree = new List<int>();
        var rightFree = new List<int>();
        for (int j = 0; j < right.Terms.Length; j++)
        {
            if (waiting.TryGetValue(right.Terms[j], out List<int>? at))
            {
                // What is said twice by one and once by the other is said by both; it counts once.
                common += at.Count > 0 ? Math.Min(left.Weights[at[0]], right.Weights[j]) : 0;
                at.Clear();
            }
            else
            {
                rightFree.Add(j);
            }
        }

        for (int i = 0; i < left.Terms.Length; i++)
        {
            if (waiting[left.Terms[i]].Contains(i) && Array.IndexOf(right.Terms, left.Terms[i]) < 0)
            {
                leftFree.Add(i);
            }
        }

        (double leftRest, double leftRarest) = Unanswered((left, leftFree), (right, rightFree));
        (double rightRest, double rightRarest) = Unanswered((right, rightFree), (left, leftFree));
        return new TermOverlap(common, leftRest, rightRest) { Rarest = leftRest <= rightRest ? leftRarest : rightRarest };
    }

    private static (double Sum, double Rarest) Unanswered((WordingTerms Terms, List<int> Free) own, (WordingTerms Terms, List<int> Free) other)
    {
        double rest = 0;
        double rarest = 0;
        foreach (int i in own.Free)
        {
            double best = 0;
            foreach (int j in other.Free)
            {
                best = Math.Max(best, RootSimilarity(own.Terms.Terms[i], other.Terms.Terms[j]));
            }

            double left = own.Terms.Weights[i] * (1 - best);
            rest += left;
            rarest = Math.Max(rarest, left);
        }

        return (rest, rarest);
    }

    /// <summary>How far a term answers another of the same beginning: 0 or 0.8.</summary>
    public static double RootSimilarity(string left, string right) =>
        left.Length >= RootLength && right.Length >= RootLength && left.AsSpan(0, RootLength).SequenceEqual(right.AsSpan(0, RootLength)) ? OfOneRoot : 0;
}

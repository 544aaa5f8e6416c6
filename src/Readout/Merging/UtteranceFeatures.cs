namespace Readout.Merging;

/// <summary>What two wordings have in common, as numbers in [0, 1] for a linear scorer.</summary>
internal static class UtteranceFeatures
{
    /// <summary>Names of the features, in the order of <see cref="Of"/>; the weights' file names them so.</summary>
    public static readonly string[] Names =
    [
        "bias", "aligned", "aligned squared", "dice", "contained", "run", "run share", "mass", "number conflict", "number shared", "number missing", "numbers disjoint",
        "negation differs", "opposites", "name conflict", "both direct", "direct without run", "speaker unknown", "days apart", "short",
    ];

    private const int LeastCutWords = 5;
    private const double FullRun = 8;
    private const double FullMass = 30;
    private const double FullDays = 7;

    /// <summary>The features, [Names.Length].</summary>
    public static double[] Of(in WordingPair pair)
    {
        (WordingTerms left, WordingTerms right) = (pair.LeftTerms, pair.RightTerms);
        double least = Math.Max(1e-6, Math.Min(left.Weights.Sum(), right.Weights.Sum()));
        double total = Math.Max(1e-6, left.Weights.Sum() + right.Weights.Sum());
        double aligned = Aligned(left, right);
        double common = Common(left, right);
        int run = Run(left.Words, right.Words);
        bool areDirect = pair.Left.IsDirect && pair.Right.IsDirect;
        bool leftMisses = left.Numbers.Except(right.Numbers).Any();
        bool rightMisses = right.Numbers.Except(left.Numbers).Any();
        double contained = Math.Min(1, common / least);

        // Where one wording stands word for word in the other, a negation in the rest of the other turns nothing round.
        bool isCut = run >= LeastCutWords && run == Math.Min(left.Words.Length, right.Words.Length);
        return
        [
            1,
            Math.Min(1, aligned / least),
            Math.Pow(Math.Min(1, aligned / least), 2),
            Math.Min(1, 2 * common / total),
            contained,
            Math.Min(1, run / FullRun),
            (double)run / Math.Max(1, Math.Min(left.Words.Length, right.Words.Length)),
            Math.Min(1, common / FullMass),
            leftMisses && rightMisses ? 1 : 0,
            left.Numbers.Overlaps(right.Numbers) ? 1 : 0,
            leftMisses ^ rightMisses ? 1 : 0,
            left.Numbers.Count > 0 && right.Numbers.Count > 0 && !left.Numbers.Overlaps(right.Numbers) ? 1 : 0,
            (left.Negations > 0) != (right.Negations > 0) && !isCut ? contained : 0,
            AreOpposed(left, right) ? 1 : 0,
            left.Names.Except(right.Names).Any() && right.Names.Except(left.Names).Any() ? 1 : 0,
            areDirect ? 1 : 0,
            areDirect && run < 4 ? 1 : 0,
            SharesSpeaker(pair) ? 0 : 1,
            pair.DaysApart is { } days ? Math.Min(1, days / FullDays) : 0,
            Math.Min(left.Terms.Length, right.Terms.Length) <= 4 ? 1 : 0,
        ];
    }

    private static bool SharesSpeaker(in WordingPair pair) => pair.Left.Speakers.Intersect(pair.Right.Speakers, StringComparer.Ordinal).Any();

    // A word of one side whose opposite the other side has, where neither side has both.
    private static bool AreOpposed(WordingTerms left, WordingTerms right)
    {
        foreach (string term in left.Terms)
        {
            if (right.Opposites.Contains(term) && !left.Opposites.Contains(term) && Array.IndexOf(right.Terms, term) < 0)
            {
                return true;
            }
        }

        return false;
    }

    // Heaviest common subsequence: order counts, so that "A attacked B" and "B attacked A" align in one name only.
    private static double Aligned(WordingTerms left, WordingTerms right)
    {
        var previous = new double[right.Terms.Length + 1];
        var current = new double[right.Terms.Length + 1];
        for (int i = 0; i < left.Terms.Length; i++)
        {
            for (int j = 0; j < right.Terms.Length; j++)
            {
                bool same = string.Equals(left.Terms[i], right.Terms[j], StringComparison.Ordinal);
                double match = same ? previous[j] + Math.Min(left.Weights[i], right.Weights[j]) : 0;
                current[j + 1] = Math.Max(match, Math.Max(previous[j + 1], current[j]));
            }

            (previous, current) = (current, previous);
        }

        return previous[^1];
    }

    private static double Common(WordingTerms left, WordingTerms right)
    {
        var heaviest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < left.Terms.Length; i++)
        {
            heaviest[left.Terms[i]] = Math.Max(left.Weights[i], heaviest.GetValueOrDefault(left.Terms[i]));
        }

        double common = 0;
        for (int j = 0; j < right.Terms.Length; j++)
        {
            if (heaviest.Remove(right.Terms[j], out double weight))
            {
                common += Math.Min(weight, right.Weights[j]);
            }
        }

        return common;
    }

    private static int Run(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        int longest = 0;
        foreach (ulong word in left)
        {
            for (int j = 0; j < right.Length; j++)
            {
                current[j + 1] = word == right[j] ? previous[j] + 1 : 0;
                longest = Math.Max(longest, current[j + 1]);
            }

            (previous, current) = (current, previous);
        }

        return longest;
    }
}

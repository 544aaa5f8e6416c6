namespace Readout.Merging;

/// <summary>What two wordings have in common, as numbers in [0, 1] for a linear scorer.</summary>
internal static class UtteranceFeatures
{
    /// <summary>Names of the features, in the order of <see cref="Of"/>; the weights' file names them so.</summary>
    public static readonly string[] Names =
    [
        "bias", "aligned", "aligned squared", "dice", "contained", "run", "run share", "mass", "number conflict", "number shared", "number missing", "numbers disjoint",
        "negation differs", "opposites", "name conflict", "both direct", "direct without run", "speaker unknown", "days apart", "short",
        "order", "answered", "answered squared", "rest", "rarest", "all rest", "length ratio",
        "future differs", "condition differs", "mood differs", "persons differ", "bigrams", "bigrams squared", "negated differs", "numbers differ short",
        "near contained", "near contained squared", "near shared", "near shared squared", "near aligned", "near aligned squared", "near rest", "near least",
        "heavy answered least", "heavy answered most",
    ];

    private static readonly string[] Persons = ["I", "we", "you", "he", "she", "they"];

    private const double HeavyTerm = 1.5;
    private const int LeastCutWords = 5;
    private const double FullRun = 8;
    private const double FullMass = 30;
    private const double FullDays = 7;
    private const double FullRest = 15;
    private const double FullRarest = 6;

    /// <summary>The features, [Names.Length].</summary>
    public static double[] Of(in WordingPair pair)
    {
        (WordingTerms left, WordingTerms right) = (pair.LeftTerms, pair.RightTerms);
        double least = Math.Max(1e-6, Math.Min(left.Weights.Sum(), right.Weights.Sum()));
        double total = Math.Max(1e-6, left.Weights.Sum() + right.Weights.Sum());
        double aligned = Aligned(left, right);
        TermOverlap overlap = TermOverlap.Of(left, right);
        double common = overlap.Common;
        double rest = Math.Min(overlap.LeftRest, overlap.RightRest);
        double answered = common / Math.Max(1e-6, common + rest);
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
            Math.Min(1, aligned / Math.Max(1e-6, common)),
            answered,
            answered * answered,
            Math.Min(1, rest / FullRest),
            Math.Min(1, overlap.Rarest / FullRarest),
            Math.Min(1, (overlap.LeftRest + overlap.RightRest) / (2 * FullRest)),
            (double)Math.Min(left.Terms.Length, right.Terms.Length) / Math.Max(1, Math.Max(left.Terms.Length, right.Terms.Length)),
            isCut ? 0 : Differ(left, right, "future"),
            isCut ? 0 : Differ(left, right, "condition"),
            isCut ? 0 : Math.Max(Differ(left, right, "possibility"), Differ(left, right, "duty")),
            areDirect && !isCut ? PersonsApart(left, right) : 0,
            Bigrams(left, right),
            Math.Pow(Bigrams(left, right), 2),
            !isCut && (NegatesAlone(left, right) || NegatesAlone(right, left)) ? 1 : 0,
            leftMisses || rightMisses ? contained : 0,
            .. NearOverlap.Of(left, right),
        ];
    }

    private static double Differ(WordingTerms left, WordingTerms right, string mood) => left.Moods.Contains(mood) != right.Moods.Contains(mood) ? 1 : 0;

    // One side negates what the other side says.
    internal static bool NegatesAlone(WordingTerms left, WordingTerms right) => left.Negated.Any(term => !right.Negated.Contains(term) && Array.IndexOf(right.Terms, term) >= 0);

    // Who speaks of whom stays in a translation: "we" does not become "they". Told by others, "we" becomes "they": only direct wordings are compared.
    private static double PersonsApart(WordingTerms left, WordingTerms right)
    {
        int either = Persons.Count(person => left.Moods.Contains(person) || right.Moods.Contains(person));
        int both = Persons.Count(person => left.Moods.Contains(person) && right.Moods.Contains(person));
        return either == 0 ? 0 : 1 - ((double)both / either);
    }

    // Share of the neighbouring heavy terms of the wording that has fewer which are neighbours, in either order, in the other as well.
    private static double Bigrams(WordingTerms left, WordingTerms right)
    {
        HashSet<(string, string)> leftPairs = Neighbours(left);
        HashSet<(string, string)> rightPairs = Neighbours(right);
        int fewer = Math.Min(leftPairs.Count, rightPairs.Count);
        return fewer == 0 ? 0 : (double)leftPairs.Count(rightPairs.Contains) / fewer;
    }

    private static HashSet<(string, string)> Neighbours(WordingTerms terms)
    {
        var pairs = new HashSet<(string, string)>();
        string[] heavy = [.. terms.Terms.Where((_, i) => terms.Weights[i] >= HeavyTerm)];
        for (int i = 0; i + 1 < heavy.Length; i++)
        {
            for (int j = i + 1; j < Math.Min(i + 3, heavy.Length); j++)
            {
                pairs.Add(string.CompareOrdinal(heavy[i], heavy[j]) < 0 ? (heavy[i], heavy[j]) : (heavy[j], heavy[i]));
            }
        }

        return pairs;
    }

    private static bool SharesSpeaker(in WordingPair pair) => pair.Left.Speakers.Intersect(pair.Right.Speakers, StringComparer.Ordinal).Any();

    // A word of one side whose opposite the other side has, where neither side has both.
    internal static bool AreOpposed(WordingTerms left, WordingTerms right)
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

    /// <summary>Words of the longest run that both have.</summary>
    internal static int Run(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
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

using System.Globalization;
using Readout.Text;

namespace Readout.Merging;

/// <summary>
/// Says how likely two wordings are one utterance: a logistic model over alignment, weighted common words, numbers, negation, names,
/// quotation marks, speaker and days (docs/merging.md). Immutable, thread-safe.
/// </summary>
public sealed class UtteranceScorer
{
    /// <summary>Days within which two reports can tell of one utterance.</summary>
    public const int WindowDays = 10;

    // "No" stands in many a statement; a wording of less than one word of middling rarity is only ever one with its very words.
    private const double LeastWeight = 2.5;
    private const int LeastQuotedWords = 5;
    private const int LeastSentenceWords = 7;
    private const int MostVariants = 8;
    private const string OpeningMarks = "\"\u201C\u00AB";
    private const string ClosingMarks = "\"\u201D\u00BB";

    private readonly TermLexicon _lexicon;
    private readonly double[] _weights;

    private UtteranceScorer(TermLexicon lexicon, double[] weights, (double Alone, double Linked) thresholds)
    {
        _lexicon = lexicon;
        _weights = weights;
        (Threshold, LinkThreshold) = thresholds;
    }

    /// <summary>Probability from which two wordings are taken for one utterance where nothing else is known; set on crossed scores for 97.5% of precision.</summary>
    public double Threshold { get; }

    /// <summary>
    /// Probability that each two wordings of a cluster have at least (<see cref="UtteranceLinkage"/>), where the speaker has others to compare with. Lower than
    /// <see cref="Threshold"/>: wordings bear each other out, and that a wording is likest to this one of many is evidence by itself.
    /// </summary>
    public double LinkThreshold { get; }

    /// <summary>The threshold for wordings that have been compared with so many others of their speaker.</summary>
    public double ThresholdAmong(int others) => others > 1 ? LinkThreshold : Threshold;

    /// <summary>Loads the trained weights and word lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The weights do not fit this program; the message names what is missing.</exception>
    public static UtteranceScorer Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "merging", "utterance-weights.tsv");
        var values = TsvFile.Rows(path, 2).ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double Value(string name) => values.TryGetValue(name, out double value) ? value : throw new InvalidDataException($"{path}: expected a row \"{name}\", found none");
        return new UtteranceScorer(TermLexicon.Load(dataDirectory), [.. UtteranceFeatures.Names.Select(Value)], (Value("threshold"), Value("linkage")));
    }

    /// <summary>Probability in [0, 1] that two wordings are one utterance; 0 outside the window of days, and for known speakers that differ.</summary>
    public double Score(Wording left, Wording right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return CanBeOne(left, right) ? Score(Prepare(left), Prepare(right)) : 0;
    }

    /// <summary>A wording taken apart once for many comparisons.</summary>
    public PreparedWording Prepare(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return Prepare(wording, _lexicon);
    }

    /// <summary>A wording taken apart once for many comparisons.</summary>
    internal static PreparedWording Prepare(Wording wording, TermLexicon lexicon) => new(wording, [.. Variants(wording).Select(variant => (variant, WordingTerms.Of(variant.Content, lexicon)))]);

    /// <summary>As <see cref="Score(Wording, Wording)"/>.</summary>
    public double Score(PreparedWording left, PreparedWording right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double best = 0;
        foreach (double[] features in CanBeOne(left.Wording, right.Wording) ? Instances(left, right) : [])
        {
            best = Math.Max(best, Probability(features, _weights));
        }

        return best;
    }

    /// <summary>Features of each pair of a variant of one and a variant of the other that says enough, the wholes first.</summary>
    internal static IEnumerable<double[]> Instances(PreparedWording left, PreparedWording right)
    {
        foreach ((Wording one, WordingTerms terms) in left.Variants)
        {
            foreach ((Wording other, WordingTerms otherTerms) in right.Variants)
            {
                bool saysLittle = Math.Min(terms.Weights.Sum(), otherTerms.Weights.Sum()) < LeastWeight;
                if (!saysLittle || terms.Words.SequenceEqual(otherTerms.Words))
                {
                    yield return UtteranceFeatures.Of(new WordingPair(one, terms, other, otherTerms));
                }
            }
        }
    }

    /// <summary>Whether two wordings are taken for one utterance.</summary>
    public bool AreOne(Wording left, Wording right) => Score(left, right) >= Threshold;

    internal static double Probability(ReadOnlySpan<double> features, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    // The whole, its quoted words, and each of its sentences: one sentence that two quotations share makes them one, whatever stands beside it.
    private static List<Wording> Variants(Wording wording)
    {
        var variants = new List<Wording> { wording };
        if (Quoted(wording) is { } quoted)
        {
            variants.Add(quoted);
        }

        ReadOnlySpan<char> content = wording.Content;
        int start = 0;
        for (int i = 0; i < content.Length && variants.Count < MostVariants; i++)
        {
            bool ends = content[i] is '.' or '!' or '?' or ';' && i + 1 < content.Length && content[i + 1] == ' ';
            if ((ends || i + 1 == content.Length) && (start > 0 || i + 1 < content.Length))
            {
                string sentence = content[start..(i + 1)].Trim().ToString();
                start = i + 1;
                if (sentence.Count(c => c == ' ') + 1 >= LeastSentenceWords)
                {
                    variants.Add(wording with { Content = sentence });
                }
            }
        }

        return variants;
    }

    // The quoted words of a wording that is else the reporter's are the speaker's own; the reporter's frame adds names that no other wording has.
    private static Wording? Quoted(Wording wording)
    {
        int open = wording.IsDirect ? -1 : wording.Content.AsSpan().IndexOfAny(OpeningMarks);
        int close = wording.Content.AsSpan().LastIndexOfAny(ClosingMarks);
        if (open < 0 || close <= open + 1)
        {
            return null;
        }

        string quoted = wording.Content[(open + 1)..close];
        return quoted.Count(c => c == ' ') + 1 >= LeastQuotedWords ? wording with { Content = quoted, IsDirect = true } : null;
    }

    private static bool CanBeOne(Wording left, Wording right)
    {
        bool differ = left.Speakers.Count > 0 && right.Speakers.Count > 0 && !left.Speakers.Intersect(right.Speakers, StringComparer.Ordinal).Any();
        bool near = left.Day is not { } from || right.Day is not { } to || Math.Abs(from.DayNumber - to.DayNumber) <= WindowDays;
        return near && !differ;
    }
}

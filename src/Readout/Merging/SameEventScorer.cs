using System.Globalization;
using Readout.Text;

namespace Readout.Merging;

/// <summary>
/// Says how likely two mentions, in one report or in two, are of one event: a logistic model over the words that name it, the sentences and the
/// openings of the reports, trained on ECB+ (Cybulska and Vossen 2014; docs/merging.md). Immutable, thread-safe.
/// </summary>
public sealed class SameEventScorer
{
    private const int RootLength = 5;

    private readonly TermLexicon _lexicon;
    private readonly double[] _weights;

    private SameEventScorer(TermLexicon lexicon, double[] weights, double threshold)
    {
        _lexicon = lexicon;
        _weights = weights;
        Threshold = threshold;
    }

    /// <summary>Names of the features, in their order; the weights' file names them so.</summary>
    internal static string[] Names { get; } =
        ["bias", "trigger", "trigger root", "sentence", "sentence mass", "names shared", "names conflict", "numbers conflict", "opening", "opening squared", "opening times sentence", "trigger weight"];

    /// <summary>Probability from which two mentions are taken for one event.</summary>
    public double Threshold { get; }

    /// <summary>Loads data/merging/event-weights.tsv.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The weights do not fit this program; the message names what is missing.</exception>
    public static SameEventScorer Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "merging", "event-weights.tsv");
        var values = TsvFile.Rows(path, 2).ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double Value(string name) => values.TryGetValue(name, out double value) ? value : throw new InvalidDataException($"{path}: expected a row \"{name}\", found none");
        return new SameEventScorer(TermLexicon.Load(dataDirectory), [.. Names.Select(Value)], Value("threshold"));
    }

    /// <summary>Whether two mentions are taken for one event: never where their days are known and apart, or their words for it share no root.</summary>
    public bool AreOne(EventAccount left, EventAccount right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        bool apart = DayRange.Parse(left.Time) is { } from && DayRange.Parse(right.Time) is { } to && from.Gap(to) > 1;
        return !apart && Score(EventTerms.Of(left, _lexicon), EventTerms.Of(right, _lexicon)) >= Threshold;
    }

    internal double Score(EventTerms left, EventTerms right) => SharesRoot(left.Head, right.Head) ? Probability(Features(left, right)) : 0;

    internal double Probability(ReadOnlySpan<double> features) => UtteranceScorer.Probability(features, _weights);

    internal static double[] Features(EventTerms left, EventTerms right)
    {
        (double sentence, double mass) = Dice(left.Sentence, right.Sentence);
        (double opening, _) = Dice(left.Opening, right.Opening);
        bool same = left.Head == right.Head;
        return
        [
            1,
            same ? 1 : 0,
            !same && SharesRoot(left.Head, right.Head) ? 1 : 0,
            sentence,
            Math.Min(1, mass / 30),
            left.Sentence.Names.Overlaps(right.Sentence.Names) ? 1 : 0,
            left.Sentence.Names.Count > 0 && right.Sentence.Names.Count > 0 && !left.Sentence.Names.Overlaps(right.Sentence.Names) ? 1 : 0,
            left.Sentence.Numbers.Count > 0 && right.Sentence.Numbers.Count > 0 && !left.Sentence.Numbers.Overlaps(right.Sentence.Numbers) ? 1 : 0,
            opening,
            opening * opening,
            opening * sentence,
            Math.Min(1, left.HeadWeight / 6),
        ];
    }

    /// <summary>Whether two words could name one event: the same term, or one of the same root.</summary>
    internal static bool SharesRoot(string left, string right) =>
        left == right || (left.Length >= RootLength && right.Length >= RootLength && left.AsSpan(0, RootLength).SequenceEqual(right.AsSpan(0, RootLength)));

    private static (double Dice, double Common) Dice(WordingTerms left, WordingTerms right)
    {
        TermOverlap overlap = TermOverlap.Of(left, right);
        double total = (2 * overlap.Common) + overlap.LeftRest + overlap.RightRest;
        return (total < 1e-6 ? 0 : 2 * overlap.Common / total, overlap.Common);
    }
}

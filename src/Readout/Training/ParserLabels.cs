namespace Readout.Training;

/// <summary>The label sets of a parser: all tags and relations of its training data, the features seen at least twice. Sorted by name.</summary>
internal sealed class ParserLabels
{
    private readonly Dictionary<string, int> _upos;
    private readonly Dictionary<string, int> _xpos;
    private readonly Dictionary<string, int> _features;
    private readonly Dictionary<string, int> _relations;

    public ParserLabels(IReadOnlyList<TreebankSentence> sentences)
    {
        Upos = Collect(sentences.SelectMany(s => s.Upos), 1);
        Xpos = Collect(sentences.SelectMany(s => s.Xpos), 1);
        Features = Collect(sentences.SelectMany(s => s.Features), 3);
        Relations = Collect(sentences.SelectMany(s => s.Relations), 1);
        (_upos, _xpos, _features, _relations) = (Number(Upos), Number(Xpos), Number(Features), Number(Relations));
    }

    public string[] Upos { get; }

    public string[] Xpos { get; }

    public string[] Features { get; }

    public string[] Relations { get; }

    /// <summary>Scores of the tagging layer: UPOS, then XPOS, then features.</summary>
    public int TagCount => Upos.Length + Xpos.Length + Features.Length;

    /// <summary>Numbers a sentence's labels; -1 for a label outside the set.</summary>
    public SentenceLabels Encode(TreebankSentence sentence) => new(
        Numbers(sentence.Upos, _upos),
        Numbers(sentence.Xpos, _xpos),
        Numbers(sentence.Features, _features),
        Numbers(sentence.Relations, _relations));

    private static int[] Numbers(string[] labels, Dictionary<string, int> numbers) =>
        [.. labels.Select(label => numbers.GetValueOrDefault(label, -1))];

    private static string[] Collect(IEnumerable<string> labels, int minimum) =>
        [.. labels.GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() >= minimum).Select(g => g.Key).Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Number(string[] labels) =>
        labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
}

/// <summary>Numbers of a sentence's labels, per word.</summary>
internal sealed record SentenceLabels(int[] Upos, int[] Xpos, int[] Features, int[] Relations);

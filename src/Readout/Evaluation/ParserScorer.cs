using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Evaluation;

/// <summary>
/// Scores a parse as the CoNLL 2018 shared task did (Zeman et al. 2018, section 5): words are aligned by their span in the text that both parses share,
/// so that the answer may come from raw text or keep the reference's words.
/// </summary>
public static class ParserScorer
{
    /// <summary>The counts of one text.</summary>
    /// <exception cref="ArgumentException">The two parses are of different texts.</exception>
    public static ParserScores Score(ParsedText gold, ParsedText system)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        if (!string.Equals(gold.Tokens.Text, system.Tokens.Text, StringComparison.Ordinal))
        {
            throw new ArgumentException("reference and answer are of different texts", nameof(system));
        }

        var scores = new ParserScores
        {
            [ParserMetric.Tokens] = Spans(TokenSpans(gold.Tokens), TokenSpans(system.Tokens)),
            [ParserMetric.Sentences] = Spans(SentenceSpans(gold.Tokens), SentenceSpans(system.Tokens)),
        };
        var alignment = new WordAlignment(gold, system);
        scores[ParserMetric.Words] = alignment.All((_, _) => true);
        scores[ParserMetric.Upos] = alignment.All((g, s) => gold.Upos[g] == system.Upos[s]);
        scores[ParserMetric.Xpos] = alignment.All((g, s) => gold.Xpos(g) == system.Xpos(s));
        scores[ParserMetric.Ufeats] = alignment.All((g, s) => UniversalFeatures.Equal(gold.Features(g), system.Features(s)));
        scores[ParserMetric.Lemmas] = alignment.All((g, s) => SameLemma(gold, g, system, s));
        scores[ParserMetric.Uas] = alignment.All(alignment.SameHead);
        scores[ParserMetric.Las] = alignment.All((g, s) => alignment.SameHead(g, s) && alignment.SameRelation(g, s));
        scores[ParserMetric.Clas] = alignment.Content((g, s) => alignment.SameHead(g, s) && alignment.SameRelation(g, s));
        scores[ParserMetric.Mlas] = alignment.Content((g, s) =>
            alignment.SameHead(g, s) && alignment.SameRelation(g, s) && alignment.SameMorphology(g, s) && alignment.SameFunctionWords(g, s));
        scores[ParserMetric.Blex] = alignment.Content((g, s) =>
            alignment.SameHead(g, s) && alignment.SameRelation(g, s) && SameLemma(gold, g, system, s));
        return scores;
    }

    private static bool SameLemma(ParsedText gold, int g, ParsedText system, int s) => gold.Lemma(g) == "_" || gold.Lemma(g) == system.Lemma(s);

    private static List<(int Start, int End)> TokenSpans(TokenTable tokens)
    {
        var spans = new List<(int, int)>(tokens.Count);
        for (int row = 0; row < tokens.Count;)
        {
            int next = row + 1;
            while (next < tokens.Count && tokens.JoinsPrevious(next))
            {
                next++;
            }

            spans.Add((tokens.Starts[row], tokens.Ends[next - 1]));
            row = next;
        }

        return spans;
    }

    private static List<(int Start, int End)> SentenceSpans(TokenTable tokens)
    {
        var spans = new List<(int, int)>(tokens.SentenceCount);
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            spans.Add((tokens.Starts[tokens.SentenceStarts[s]], tokens.Ends[tokens.SentenceStarts[s + 1] - 1]));
        }

        return spans;
    }

    // Both lists ascend.
    private static Score Spans(List<(int Start, int End)> gold, List<(int Start, int End)> system)
    {
        int correct = 0;
        for (int g = 0, s = 0; g < gold.Count && s < system.Count;)
        {
            correct += gold[g] == system[s] ? 1 : 0;
            int order = gold[g].Start.CompareTo(system[s].Start);
            g += order <= 0 ? 1 : 0;
            s += order >= 0 ? 1 : 0;
        }

        return new Score(correct, gold.Count, system.Count);
    }
}

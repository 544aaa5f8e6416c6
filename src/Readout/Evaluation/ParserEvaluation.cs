using Readout.Corpora;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Evaluation;

/// <summary>Runs tokenizer and parser over a treebank, document by document, and adds up the scores.</summary>
public static class ParserEvaluation
{
    /// <summary>Scores from raw text: words and sentences are the tokenizer's own.</summary>
    public static ParserScores FromText(IReadOnlyList<ConlluSentence> sentences, Tokenizer tokenizer, SyntaxParser parser) =>
        Sum(sentences, gold => parser.Parse(tokenizer.Tokenize(gold.Tokens.Text)));

    /// <summary>Scores on the treebank's words and sentences.</summary>
    public static ParserScores FromGoldTokens(IReadOnlyList<ConlluSentence> sentences, SyntaxParser parser) =>
        Sum(sentences, gold => parser.Parse(gold.Tokens));

    private static ParserScores Sum(IReadOnlyList<ConlluSentence> sentences, Func<ParsedText, ParsedText> read)
    {
        var total = new ParserScores();
        foreach (ConlluDocument document in ConlluText.Documents(sentences))
        {
            ParsedText gold = ConlluText.Build(document.Sentences);
            total.Add(ParserScorer.Score(gold, read(gold)));
        }

        return total;
    }
}

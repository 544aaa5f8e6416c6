using Readout.Corpora;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Tests.Evaluation;

/// <summary>The committed model on the treebanks' development parts, with gold tokens and from raw text.</summary>
public sealed class ParserFloorsTests
{
    private static readonly ParserMetric[] Gold = [ParserMetric.Upos, ParserMetric.Xpos, ParserMetric.Lemmas, ParserMetric.Uas, ParserMetric.Las];
    private static readonly ParserMetric[] Raw = [ParserMetric.Upos, ParserMetric.Uas, ParserMetric.Las];

    [CorpusFact("ud/ewt/en_ewt-ud-dev.conllu")]
    public void Ewt_is_not_parsed_worse_than_before() => Hold("ewt");

    [CorpusFact("ud/gum/en_gum-ud-dev.conllu")]
    public void Gum_is_not_parsed_worse_than_before() => Hold("gum");

    private static void Hold(string treebank)
    {
        IReadOnlyList<ConlluSentence> sentences =
            ConlluReader.Read(Path.Combine(Repository.Corpora!, "ud", treebank, $"en_{treebank}-ud-dev.conllu"));
        SyntaxParser parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
        ParserScores gold = ParserEvaluation.FromGoldTokens(sentences, parser);
        ParserScores raw = ParserEvaluation.FromText(sentences, Tokenizer.Load(Reader.DefaultDataDirectory), parser);
        var measured = Gold.ToDictionary(metric => $"{metric}, gold tokens", metric => gold[metric].F1);
        foreach (ParserMetric metric in Raw)
        {
            measured[$"{metric}, raw text"] = raw[metric].F1;
        }

        Floors.Hold($"parser {treebank}", measured);
    }
}

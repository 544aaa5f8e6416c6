using Readout.Corpora;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Tests.Corpora;

namespace Readout.Tests.Evaluation;

/// <summary>Worked by hand after conll18_ud_eval.py.</summary>
public sealed class ParserScorerTests
{
    private const string Gold =
        "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n2\tdog\tdog\tNOUN\tNN\tNumber=Sing\t3\tnsubj:pass\t_\t_\n" +
        "3\tbarks\tbark\tVERB\tVBZ\tNumber=Sing\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n";

    [Fact]
    public void The_same_parse_scores_full()
    {
        ParserScores scores = ParserScorer.Score(Parse(Gold), Parse(Gold));
        foreach (ParserMetric metric in Enum.GetValues<ParserMetric>())
        {
            Assert.Equal(1.0, scores[metric].F1);
        }
    }

    [Fact]
    public void A_wrong_function_word_costs_las_and_mlas_but_not_clas()
    {
        ParserScores scores = ParserScorer.Score(Parse(Gold), Parse(Gold.Replace("\t2\tdet", "\t3\tdet", StringComparison.Ordinal)));
        Assert.Equal(0.75, scores[ParserMetric.Las].F1);
        Assert.Equal(1.0, scores[ParserMetric.Clas].F1);
        // The article is missing under one content word and too many under the other.
        Assert.Equal(0.0, scores[ParserMetric.Mlas].F1);
    }

    [Fact]
    public void Subtypes_of_relations_and_language_specific_features_do_not_count()
    {
        string other = Gold.Replace("nsubj:pass", "nsubj", StringComparison.Ordinal).Replace("Number=Sing\t3", "ExtPos=X|Number=Sing\t3", StringComparison.Ordinal);
        ParserScores scores = ParserScorer.Score(Parse(Gold), Parse(other));
        Assert.Equal(1.0, scores[ParserMetric.Las].F1);
        Assert.Equal(1.0, scores[ParserMetric.Ufeats].F1);
    }

    [Fact]
    public void Words_of_another_split_are_not_aligned()
    {
        const string joined = "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tdog\tdog\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n3\tbarks.\tbark\tVERB\tVBZ\t_\t0\troot\t_\t_\n";
        ParserScores scores = ParserScorer.Score(Parse(Gold), Parse(joined));
        Assert.Equal(new Score(2, 4, 3), scores[ParserMetric.Words]);
        Assert.Equal(1, scores[ParserMetric.Uas].Matched);
        Assert.Equal(1, scores[ParserMetric.Sentences].Matched);
    }

    [Fact]
    public void Different_texts_are_refused() =>
        Assert.Throws<ArgumentException>(() => ParserScorer.Score(Parse(Gold), Parse(Gold.Replace("dog", "cat", StringComparison.Ordinal))));

    private static ParsedText Parse(string conllu) => ConlluText.Build(ConlluTests.Read(conllu));
}

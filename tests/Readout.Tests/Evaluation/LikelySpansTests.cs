using Readout.Attribution.Extraction;
using Readout.Evaluation;
using Readout.Learning;

namespace Readout.Tests.Evaluation;

public sealed class LikelySpansTests
{
    private const int Rows = 4;
    private const int Stride = 48;
    private static readonly bool[] _breaks = [true, false, true, false];

    [Theory]
    [InlineData(4f)]
    [InlineData(12f)]
    public void Chosen_are_the_spans_of_the_highest_expected_score(float range)
    {
        for (ulong seed = 1; seed < 40; seed++)
        {
            float[] scores = Scores(seed, range);
            Dictionary<RoleSpan, double> worth = Probabilities(scores);
            var found = new List<RoleSpan>();
            new LikelySpans().Choose(scores, Stride, _breaks, 0, found);
            Assert.Equal(Best(worth, 0), found.Sum(span => worth[span] - 0.5), 4);
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.First));
            Assert.DoesNotContain(found, span => span.First < 2 && span.End > 2);
        }
    }

    [Fact]
    public void Rows_count_from_the_window()
    {
        var here = new List<RoleSpan>();
        var there = new List<RoleSpan>();
        var decoder = new LikelySpans();
        decoder.Choose(Scores(3, 12f), Stride, _breaks, 0, here);
        decoder.Choose(Scores(3, 12f), Stride, _breaks, 100, there);
        Assert.NotEmpty(here);
        Assert.Equal(here.Select(span => span with { First = span.First + 100, End = span.End + 100 }), there);
    }

    [Fact]
    public void Absurd_scores_give_spans_all_the_same()
    {
        float[] scores = Scores(5, 1e6f);
        var found = new List<RoleSpan>();
        new LikelySpans().Choose(scores, Stride, _breaks, 0, found);
        Assert.All(found, span => Assert.InRange(span.End, span.First + 1, Rows));
    }

    private static float[] Scores(ulong seed, float range)
    {
        var random = new SeededRandom(seed);
        var scores = new float[Rows * Stride];
        foreach (ref float score in scores.AsSpan())
        {
            score = range * ((2f * random.NextSingle()) - 1f);
        }

        return scores;
    }

    // By listing every labelling.
    private static Dictionary<RoleSpan, double> Probabilities(float[] scores)
    {
        var mask = new CrfMask(_breaks);
        var sums = new Dictionary<RoleSpan, double>();
        double total = 0;
        for (int code = 0; code < 7 * 7 * 7 * 7; code++)
        {
            int[] labels = [code % 7, code / 7 % 7, code / 49 % 7, code / 343];
            if (!Enumerable.Range(0, Rows).All(t => mask.MayFollow(t == 0 ? 0 : labels[t - 1], labels[t], _breaks[t])))
            {
                continue;
            }

            double share = Math.Exp(Enumerable.Range(0, Rows).Sum(t => Score(scores.AsSpan(t * Stride), t == 0 ? 0 : labels[t - 1], labels[t])));
            total += share;
            foreach (RoleSpan span in RoleLabels.Spans(labels))
            {
                sums[span] = sums.GetValueOrDefault(span) + share;
            }
        }

        return sums.Where(pair => pair.Value / total > 0.5).ToDictionary(pair => pair.Key, pair => pair.Value / total);
    }

    private static double Score(ReadOnlySpan<float> row, int from, int to)
    {
        for (int score = 0; score < RoleScores.Count; score++)
        {
            if (RoleScores.Labels(score) == (from, to))
            {
                return row[score];
            }
        }

        throw new InvalidOperationException($"No score of the step from {from} to {to}.");
    }

    private static double Best(Dictionary<RoleSpan, double> worth, int from) =>
        worth.Where(pair => pair.Key.First >= from).Select(pair => pair.Value - 0.5 + Best(worth, pair.Key.End)).Append(0).Max();
}

using Readout.Attribution.Extraction;
using Readout.Learning;

namespace Readout.Tests.Attribution;

public sealed class LabelDecoderTests
{
    private const int Rows = 4;
    private const int Stride = 48;
    private static readonly bool[] _breaks = [true, false, true, false];

    [Fact]
    public void Found_are_the_spans_of_the_best_allowed_labelling()
    {
        for (ulong seed = 1; seed < 40; seed++)
        {
            float[] scores = Scores(seed);
            int[] best = Labellings().MaxBy(labels => Enumerable.Range(0, Rows).Sum(row => Score(scores.AsSpan(row * Stride), row == 0 ? 0 : labels[row - 1], labels[row])))!;
            var found = new List<RoleSpan>();
            new LabelDecoder().Decode(scores, Stride, _breaks, 0, found);
            Assert.Equal(RoleLabels.Spans(best), found);
        }
    }

    [Fact]
    public void Rows_count_from_the_window()
    {
        var here = new List<RoleSpan>();
        var there = new List<RoleSpan>();
        var decoder = new LabelDecoder();
        decoder.Decode(Scores(3), Stride, _breaks, 0, here);
        decoder.Decode(Scores(3), Stride, _breaks, 100, there);
        Assert.NotEmpty(here);
        Assert.Equal(here.Select(span => span with { First = span.First + 100, End = span.End + 100 }), there);
    }

    private static float[] Scores(ulong seed)
    {
        var random = new SeededRandom(seed);
        var scores = new float[Rows * Stride];
        foreach (ref float score in scores.AsSpan())
        {
            score = 4f * ((2f * random.NextSingle()) - 1f);
        }

        return scores;
    }

    private static IEnumerable<int[]> Labellings()
    {
        var mask = new CrfMask(_breaks);
        for (int code = 0; code < 7 * 7 * 7 * 7; code++)
        {
            int[] labels = [code % 7, code / 7 % 7, code / 49 % 7, code / 343];
            if (Enumerable.Range(0, Rows).All(row => mask.MayFollow(row == 0 ? 0 : labels[row - 1], labels[row], _breaks[row])))
            {
                yield return labels;
            }
        }
    }

    private static float Score(ReadOnlySpan<float> row, int from, int to)
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
}

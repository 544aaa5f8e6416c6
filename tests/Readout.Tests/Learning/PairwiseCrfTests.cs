using Readout.Attribution.Extraction;
using Readout.Learning;

namespace Readout.Tests.Learning;

public sealed class PairwiseCrfTests
{
    private const int Labels = RoleLabels.Count;
    private const int Length = 4;
    private static readonly bool[] _breaks = [true, false, true, false];

    [Fact]
    public void Loss_is_the_negative_log_share_of_the_gold_labelling_among_all_allowed_ones()
    {
        (PairwiseCrf crf, Matrix scores) = Random(3);
        int[] gold = [0, 1, 5, 6];
        double loss = crf.Train(scores, gold, new CrfMask(_breaks), Zero(crf), 1f);
        double all = Labellings().Sum(labels => Math.Exp(Score(crf, scores, labels)));
        Assert.Equal(Math.Log(all) - Score(crf, scores, gold), loss, 4);
    }

    [Fact]
    public void Gradient_is_that_of_the_loss()
    {
        (PairwiseCrf crf, Matrix scores) = Random(4);
        int[] gold = [3, 4, 0, 1];
        Matrix gradient = Zero(crf);
        crf.Train(scores, gold, new CrfMask(_breaks), gradient, 1f);
        for (int i = 0; i < scores.AsSpan().Length; i += 7)
        {
            float before = scores.Data[i];
            scores.Data[i] = before + 0.01f;
            double up = crf.Train(scores, gold, new CrfMask(_breaks), Zero(crf), 1f);
            scores.Data[i] = before - 0.01f;
            double down = crf.Train(scores, gold, new CrfMask(_breaks), Zero(crf), 1f);
            scores.Data[i] = before;
            Assert.Equal((up - down) / 0.02, gradient.Data[i], 2);
        }
    }

    private static (PairwiseCrf Crf, Matrix Scores) Random(ulong seed)
    {
        var crf = new PairwiseCrf(Labels);
        var random = new SeededRandom(seed);
        var scores = new Matrix(Length, crf.ScoreCount);
        foreach (ref float score in scores.AsSpan())
        {
            score = (2f * random.NextSingle()) - 1f;
        }

        return (crf, scores);
    }

    private static Matrix Zero(PairwiseCrf crf)
    {
        var zero = new Matrix(Length, crf.ScoreCount);
        zero.Clear();
        return zero;
    }

    private static double Score(PairwiseCrf crf, Matrix scores, int[] labels)
    {
        double sum = 0;
        for (int t = 0; t < Length; t++)
        {
            sum += scores.Row(t)[labels[t]] + scores.Row(t)[crf.PairAt(t == 0 ? 0 : labels[t - 1], labels[t])];
        }

        return sum;
    }

    private static IEnumerable<int[]> Labellings()
    {
        var mask = new CrfMask(_breaks);
        for (int code = 0; code < Labels * Labels * Labels * Labels; code++)
        {
            int[] labels = [code % Labels, code / Labels % Labels, code / (Labels * Labels) % Labels, code / (Labels * Labels * Labels)];
            if (Enumerable.Range(0, Length).All(t => mask.MayFollow(t == 0 ? 0 : labels[t - 1], labels[t], _breaks[t])))
            {
                yield return labels;
            }
        }
    }
}

using Readout.Learning;
using Readout.Parsing;

namespace Readout.Tests.Parsing;

public sealed class TreeDecoderTests
{
    [Fact]
    public void Random_scores_give_the_best_tree_with_one_root()
    {
        var random = new SeededRandom(3);
        var decoder = new TreeDecoder();
        for (int round = 0; round < 300; round++)
        {
            int count = 1 + random.Next(5);
            float[] scores = Enumerable.Range(0, count * (count + 1)).Select(_ => random.NextSingle()).ToArray();
            var heads = new int[count];
            decoder.Decode(scores, count + 1, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(Best(scores, count), Score(scores, heads), 1e-5);
        }

        Assert.True(decoder.Repaired > 50, "the spanning tree was needed");
    }

    [Fact]
    public void A_long_sentence_of_random_scores_still_gets_a_tree()
    {
        var random = new SeededRandom(4);
        const int Count = 160;
        float[] scores = Enumerable.Range(0, Count * (Count + 1)).Select(_ => random.NextSingle()).ToArray();
        var heads = new int[Count];
        new TreeDecoder().Decode(scores, Count + 1, heads);
        Assert.True(IsTree(heads));
    }

    private static double Score(float[] scores, int[] heads) =>
        heads.Select((head, i) => (double)scores[(i * (heads.Length + 1)) + head]).Sum();

    private static double Best(float[] scores, int count)
    {
        double best = double.MinValue;
        var heads = new int[count];
        int total = (int)Math.Pow(count + 1, count);
        for (int code = 0; code < total; code++)
        {
            for (int i = 0, rest = code; i < count; i++, rest /= count + 1)
            {
                heads[i] = rest % (count + 1);
            }

            if (IsTree(heads))
            {
                best = Math.Max(best, Score(scores, heads));
            }
        }

        return best;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h == 0) != 1)
        {
            return false;
        }

        for (int i = 0; i < heads.Length; i++)
        {
            int at = i + 1;
            for (int steps = 0; at != 0; steps++)
            {
                if (steps > heads.Length)
                {
                    return false;
                }

                at = heads[at - 1];
            }
        }

        return true;
    }
}

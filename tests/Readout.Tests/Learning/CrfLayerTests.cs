using Readout.Learning;
using Readout.Tagging;

namespace Readout.Tests.Learning;

public sealed class CrfLayerTests
{
    private static readonly TagScheme Scheme = TagScheme.Bio("names", ["PER", "ORG"]);

    private readonly ParameterSet _set = new(5);

    [Theory]
    [InlineData(new[] { 1, 2, 0, 3, 4, 0, 1 })]
    [InlineData(new[] { -1, 2, -1, 3, -1, 0, -1 })]
    public void Gradients_agree_with_differences(int[] golds)
    {
        Parameter transitions = _set.Add("t", 6, 16, ParameterKind.Bias);
        GradientCheck.Random(6, 16, 4).AsSpan().CopyTo(transitions.Value.AsSpan());
        var gradients = new Gradients(_set);
        var layer = new CrfLayer(transitions, Scheme.AllowedSteps(), 5, gradients);
        Matrix scores = GradientCheck.Random(9, 16, 1), gradient = new(), scratch = new();
        gradient.CopyFrom(scores);
        layer.Train(gradient, (1, 3, 7), golds, 1f);
        float[] transitionGradient = gradients[transitions].AsSpan().ToArray();
        double Loss()
        {
            scratch.CopyFrom(scores);
            return layer.Train(scratch, (1, 3, 7), golds, 1f);
        }

        for (int row = 1; row < 8; row++)
        {
            GradientCheck.Check(scores.Row(row).Slice(3, 5), gradient.Row(row).Slice(3, 5), Loss);
        }

        for (int row = 0; row < 6; row++)
        {
            GradientCheck.Check(transitions.Value.Row(row)[..5], transitionGradient.AsSpan(row * 16, 5), Loss);
        }
    }

    [Fact]
    public void Viterbi_finds_the_best_allowed_path()
    {
        var random = new SeededRandom(8);
        bool[] allowed = Scheme.AllowedSteps();
        for (int round = 0; round < 100; round++)
        {
            float[] transitions = [.. allowed.Select(a => a ? random.NextSingle() : -1e6f)];
            float[] scores = [.. Enumerable.Range(0, 4 * 7).Select(_ => 2 * random.NextSingle())];
            var path = new int[4];
            new ViterbiDecoder().Decode(scores, 7, transitions, path);
            double best = double.MinValue;
            for (int code = 0; code < 625; code++)
            {
                int[] other = [code % 5, code / 5 % 5, code / 25 % 5, code / 125];
                best = Math.Max(best, Score(other));
            }

            Assert.Equal(best, Score(path), 1e-4);

            double Score(int[] labels) =>
                labels.Select((l, t) => (double)scores[(t * 7) + l] + transitions[((t == 0 ? 5 : labels[t - 1]) * 5) + l]).Sum();
        }
    }
}

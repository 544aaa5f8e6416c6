using Readout.Learning;

namespace Readout.Tests.Learning;

public sealed class LayerGradientTests
{
    private const int Width = 32;
    private static readonly int[] Starts = [0, 1, 6, 11];

    private readonly ParameterSet _set = new(5);

    [Fact]
    public void Linear_layer_agrees_with_differences()
    {
        Parameter weight = _set.Add("w", 32, 48), bias = _set.Add("b", 1, 48, ParameterKind.Bias);
        var gradients = new Gradients(_set);
        var layer = new LinearLayer(weight, bias, gradients);
        Matrix x = GradientCheck.Random(7, 32, 1), weights = GradientCheck.Random(7, 48, 2), y = new(), dx = new();
        layer.Forward(x, y);
        layer.Backward(x, weights, dx);
        double Loss()
        {
            layer.Forward(x, y);
            return GradientCheck.Dot(y, weights);
        }

        GradientCheck.Check(x.AsSpan(), dx.AsSpan(), Loss);
        GradientCheck.Check(weight.Value.AsSpan(), gradients[weight].AsSpan(), Loss);
        GradientCheck.Check(bias.Value.AsSpan(), gradients[bias].AsSpan(), Loss);
    }

    [Fact]
    public void Gated_convolution_agrees_with_differences()
    {
        Parameter weight = _set.Add("w", 3 * Width, 2 * Width), bias = _set.Add("b", 1, 2 * Width, ParameterKind.Bias);
        var gradients = new Gradients(_set);
        var layer = new GatedConvolution(new LinearLayer(weight, bias, gradients), Width);
        Matrix x = GradientCheck.Random(11, Width, 1), weights = GradientCheck.Random(11, Width, 2), y = new(), dx = new();
        layer.Forward(x, Starts, y);
        layer.Backward(weights, Starts, dx);
        double Loss()
        {
            layer.Forward(x, Starts, y);
            return GradientCheck.Dot(y, weights);
        }

        GradientCheck.Check(x.AsSpan(), dx.AsSpan(), Loss);
        GradientCheck.Check(weight.Value.AsSpan(), gradients[weight].AsSpan(), Loss);
        GradientCheck.Check(bias.Value.AsSpan(), gradients[bias].AsSpan(), Loss);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Recurrent_layer_agrees_with_differences(bool windowed)
    {
        Parameter weight = _set.Add("w", windowed ? 3 * Width : Width, 3 * Width), bias = _set.Add("b", 1, 3 * Width, ParameterKind.Bias);
        var gradients = new Gradients(_set);
        var layer = new BidirectionalSru(new LinearLayer(weight, bias, gradients), Width, windowed ? new NeighbourWindow(Width) : null);
        Matrix x = GradientCheck.Random(11, Width, 1), weights = GradientCheck.Random(11, Width, 2), y = new(), dx = new();
        layer.Forward(x, Starts, y);
        layer.Backward(x, weights, Starts, dx);
        double Loss()
        {
            layer.Forward(x, Starts, y);
            return GradientCheck.Dot(y, weights);
        }

        GradientCheck.Check(x.AsSpan(), dx.AsSpan(), Loss);
        GradientCheck.Check(weight.Value.AsSpan(), gradients[weight].AsSpan(), Loss);
        GradientCheck.Check(bias.Value.AsSpan(), gradients[bias].AsSpan(), Loss);
    }

    [Fact]
    public void Embedding_layer_hands_each_row_its_gradient()
    {
        Parameter[] tables = [_set.Add("a", 5, Width, ParameterKind.Table), _set.Add("b", 7, Width, ParameterKind.Table)];
        var gradients = new Gradients(_set);
        var layer = new EmbeddingLayer(tables, gradients);
        int[] ids = [0, 3, 4, -1, 0, 6];
        Matrix x = new(), dx = GradientCheck.Random(3, Width, 1);
        layer.Forward(ids, 3, x);
        layer.Backward(ids, dx);
        Assert.Equal(tables[0].Value.Row(4).ToArray(), x.Row(1).ToArray());
        var optimizer = new AdamOptimizer(_set, new AdamOptions { LearningRate = 0.1f, WarmUp = 0.01f }, 100);
        float[] untouched = tables[1].Value.Row(0).ToArray(), touched = tables[1].Value.Row(3).ToArray();
        optimizer.Step([gradients], new ParallelOptions());
        Assert.Equal(untouched, tables[1].Value.Row(0).ToArray());
        for (int i = 0; i < Width; i++)
        {
            Assert.True((tables[1].Value.Row(3)[i] - touched[i]) * dx.Row(0)[i] < 0, "a step goes against its gradient");
        }
    }

    [Fact]
    public void Arc_scorer_agrees_with_differences()
    {
        Parameter root = _set.Add("r", 1, Width, ParameterKind.Bias), distance = _set.Add("d", 1, ArcScorer.Buckets, ParameterKind.Bias);
        GradientCheck.Random(1, Width, 3).AsSpan().CopyTo(root.Value.AsSpan());
        var gradients = new Gradients(_set);
        var scorer = new ArcScorer(root, distance, gradients);
        Matrix queries = GradientCheck.Random(9, Width, 1), keys = GradientCheck.Random(9, Width, 2);
        Matrix dq = new(9, Width), dk = new(9, Width), scratch = new(9, Width);
        dq.Clear();
        dk.Clear();
        var golds = LabelTargets.Gold([0, 0, 0, 0, 2, 0, 2, 3, 4]);
        scorer.Train((queries, dq), (keys, dk), (4, 5), golds, 1f);
        float[] rootGradient = gradients[root].AsSpan().ToArray(), distanceGradient = gradients[distance].AsSpan().ToArray();
        double Loss() => scorer.Train((queries, scratch), (keys, scratch), (4, 5), golds, 1f);
        GradientCheck.Check(queries.AsSpan(), dq.AsSpan(), Loss);
        GradientCheck.Check(keys.AsSpan(), dk.AsSpan(), Loss);
        GradientCheck.Check(root.Value.AsSpan(), rootGradient, Loss);
        GradientCheck.Check(distance.Value.AsSpan(), distanceGradient, Loss);
    }

    [Fact]
    public void Softmax_losses_agree_with_differences()
    {
        Matrix scores = GradientCheck.Random(1, 9, 1), gradient = new(1, 9), scratch = new(1, 9), target = GradientCheck.Random(1, 9, 2);
        SoftmaxLoss.Apply(scores.AsSpan(), 4, gradient.AsSpan(), 1f);
        GradientCheck.Check(scores.AsSpan(), gradient.AsSpan(), () => SoftmaxLoss.Apply(scores.AsSpan(), 4, scratch.AsSpan(), 1f));
        SoftmaxLoss.Apply(target.AsSpan(), 0, target.AsSpan(), 1f);
        target.AsSpan()[0] += 1f;
        var targets = new LabelTargets(2);
        targets.Set(1, target.AsSpan());
        targets.Apply(1, scores.AsSpan(), gradient.AsSpan(), 1f);
        GradientCheck.Check(scores.AsSpan(), gradient.AsSpan(), () => targets.Apply(1, scores.AsSpan(), scratch.AsSpan(), 1f));
        targets.Apply(0, scores.AsSpan(), gradient.AsSpan(), 1f);
        Assert.All(gradient.AsSpan().ToArray(), value => Assert.Equal(0f, value));
    }

    [Fact]
    public void A_teachers_target_keeps_its_most_likely_labels()
    {
        var targets = new LabelTargets(1);
        targets.Set(0, [0.02f, 0.1f, 0.5f, 0f, 0.05f, 0.3f]);
        float[] gradient = new float[6];
        targets.Apply(0, new float[6], gradient, 1f);
        float even = 1f / 6f, kept = 0.95f;
        float[] expected = [even, even - (0.1f / kept), even - (0.5f / kept), even, even - (0.05f / kept), even - (0.3f / kept)];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], gradient[i], 0.001f);
        }
    }

    [Fact]
    public void Quadratic_sigmoid_stays_near_the_logistic_function()
    {
        for (float x = -8f; x <= 8f; x += 0.01f)
        {
            Assert.InRange(QuadraticSigmoid.Value(x), (1 / (1 + Math.Exp(-x))) - 0.022, (1 / (1 + Math.Exp(-x))) + 0.022);
        }
    }
}

using Readout.Attribution.Extraction;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Trains the linker: for each annotated source and content a softmax over the cues in reach, AdaGrad (Duchi et al. 2011) on hashed features.
/// </summary>
internal static class LinkTrainer
{
    // Chosen on PolNeAR dev, where three to eight passes give the same accuracy.
    private const int Passes = 5;
    private const float Rate = 0.1f;

    /// <summary>Weights [<see cref="LinkFeatures.TableSize"/>].</summary>
    /// <param name="examples">Texts with, for each span, the index of its cue, -1 where it has none.</param>
    /// <param name="seed">Order of the texts.</param>
    public static float[] Train(IReadOnlyList<(LinkContext Context, int[] CueOf)> examples, ulong seed)
    {
        var weights = new float[LinkFeatures.TableSize];
        var squares = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new SeededRandom(seed);
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int i in order)
            {
                (LinkContext context, int[] cueOf) = examples[i];
                for (int span = 0; span < cueOf.Length; span++)
                {
                    Step(context, span, cueOf[span], weights, squares);
                }
            }
        }

        return weights;
    }

    /// <summary>The model file, weights in 8 bits.</summary>
    public static ModelFileBuilder Build(float[] weights)
    {
        var file = new ModelFileBuilder(SpanLinker.Kind);
        QuantizedRows rows = QuantizedRows.From(weights, weights.Length);
        file.Add("links.weights", rows.Values);
        file.Add("links.scale", rows.Scales);
        return file;
    }

    private static void Step(LinkContext context, int span, int cue, float[] weights, float[] squares)
    {
        if (cue < 0)
        {
            return;
        }

        (int first, int end) = context.Candidates(span);
        int gold = Array.BinarySearch(context.Cues, first, end - first, cue) - first;
        if (gold < 0)
        {
            return;
        }

        var ids = new int[(end - first) * LinkFeatures.Count];
        Span<float> scores = stackalloc float[LinkFeatures.Reach * 2];
        scores = scores[..(end - first)];
        for (int i = 0; i < scores.Length; i++)
        {
            Span<int> pair = ids.AsSpan(i * LinkFeatures.Count, LinkFeatures.Count);
            LinkFeatures.Compute(context, span, context.Cues[first + i], pair);
            scores[i] = 0;
            foreach (int id in pair)
            {
                scores[i] += weights[id];
            }
        }

        SoftmaxLoss.Apply(scores, gold, scores, 1f);
        for (int i = 0; i < ids.Length; i++)
        {
            float gradient = scores[i / LinkFeatures.Count];
            if (Math.Abs(gradient) > 1e-4f)
            {
                squares[ids[i]] += gradient * gradient;
                weights[ids[i]] -= Rate * gradient / (MathF.Sqrt(squares[ids[i]]) + 1e-3f);
            }
        }
    }
}

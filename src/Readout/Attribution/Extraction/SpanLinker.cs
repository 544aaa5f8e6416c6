using Readout.Models;

namespace Readout.Attribution.Extraction;

/// <summary>
/// Gives each source and each content the cue that it belongs to: a linear scorer over hashed features of the pair, the best candidate
/// of each span, one source a cue (Pareti 2016 and Newell et al. 2018 link after finding spans, as here). Immutable, thread-safe.
/// </summary>
internal sealed class SpanLinker(sbyte[] weights)
{
    /// <summary>Kind of the model file.</summary>
    public const string Kind = "attribution-links";

    public static SpanLinker Load(string path)
    {
        ModelFile file = ModelFile.Read(path, Kind);
        sbyte[] weights = file.SBytes("links.weights");
        return weights.Length == LinkFeatures.TableSize
            ? new SpanLinker(weights) : throw new InvalidDataException($"{path}: expected {LinkFeatures.TableSize} weights, found {weights.Length}");
    }

    /// <summary>For each span the index of its cue, -1 for cues and for spans without one in reach.</summary>
    public int[] Link(LinkContext context)
    {
        var cueOf = new int[context.Spans.Length];
        Span<int> scores = stackalloc int[LinkFeatures.Reach * 2];
        var sourceOf = new (int Span, int Score)[cueOf.Length];
        Array.Fill(sourceOf, (-1, 0));
        for (int span = 0; span < cueOf.Length; span++)
        {
            cueOf[span] = -1;
            (int first, int end) = context.Spans[span].Span.Role == Role.Cue ? (0, 0) : context.Candidates(span);
            if (end <= first)
            {
                continue;
            }

            Score(context, span, (first, end), scores);
            int best = ArgMax(scores, end - first);
            int cue = context.Cues[first + best];
            cueOf[span] = cue;
            if (context.Spans[span].Span.Role == Role.Source)
            {
                KeepBetter(sourceOf, cueOf, span, scores[best]);
            }
        }

        return cueOf;
    }

    /// <summary>Scores of a span's candidate cues, in steps of the weights.</summary>
    public void Score(LinkContext context, int span, (int First, int End) candidates, Span<int> scores)
    {
        Span<int> ids = stackalloc int[LinkFeatures.Count];
        for (int i = candidates.First; i < candidates.End; i++)
        {
            LinkFeatures.Compute(context, span, context.Cues[i], ids);
            int score = 0;
            foreach (int id in ids)
            {
                score += weights[id];
            }

            scores[i - candidates.First] = score;
        }
    }

    private static int ArgMax(ReadOnlySpan<int> scores, int count)
    {
        int best = 0;
        for (int i = 1; i < count; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    // Per cue the source that it has so far, -1 for none.
    private static void KeepBetter(Span<(int Span, int Score)> sourceOf, int[] cueOf, int span, int score)
    {
        int cue = cueOf[span];
        if (sourceOf[cue] is { Span: >= 0 } other)
        {
            int loser = score > other.Score ? other.Span : span;
            cueOf[loser] = -1;
            if (loser == span)
            {
                return;
            }
        }

        sourceOf[cue] = (span, score);
    }
}

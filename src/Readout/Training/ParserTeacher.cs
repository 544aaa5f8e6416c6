using Readout.Learning;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Training;

/// <summary>One trained parser read sentence by sentence for the probabilities of its arcs and labels. Not thread-safe.</summary>
internal sealed class ParserTeacher(ParserModel model)
{
    private readonly EncoderWorkspace _encoder = new(model.Encoder, Int8Kernels.Best);
    private readonly ArcDecoder _arcs = new(model, Int8Kernels.Best);
    private readonly Int8Activations _activations = new();
    private float[] _hidden = [];
    private float[] _scores = [];
    private int _words;

    /// <summary>Encodes a sentence of at most <see cref="SentenceWindows.Longest"/> words; the other methods are about it.</summary>
    public void Read(IReadOnlyList<string> forms)
    {
        _words = forms.Count;
        _encoder.Begin(_words);
        for (int i = 0; i < _words; i++)
        {
            _encoder.SetWord(i, forms[i]);
        }

        _encoder.Encode([0, _words], []);
        Multiply(_encoder.Activations, model.Heads, ref _hidden);
        int tag = (2 * model.ArcSize) + (2 * model.LabelSize);
        for (int i = 0; i < _words; i++)
        {
            Elementwise.Rectify(Hidden(i, 0, 2 * model.ArcSize));
            Elementwise.Rectify(Hidden(i, tag, model.TagSize));
        }
    }

    /// <summary>Adds each word's distribution over heads, [words, words + 1].</summary>
    public void AddArcs(Matrix probabilities)
    {
        Quantize(0, model.ArcSize);
        Multiply(_activations, model.Biaffine, ref _scores);
        _arcs.Score(_scores, _hidden, _words);
        Span<float> row = stackalloc float[_words + 1];
        for (int i = 0; i < _words; i++)
        {
            _arcs.Scores(i, _words).CopyTo(row);
            row[i + 1] = float.NegativeInfinity;
            AddSoftmax(row, probabilities.Row(i));
        }
    }

    /// <summary>Adds each word's distributions over UPOS, XPOS and features, [words, all three].</summary>
    public void AddTags(Matrix probabilities)
    {
        Quantize((2 * model.ArcSize) + (2 * model.LabelSize), model.TagSize);
        Multiply(_activations, model.Tag, ref _scores);
        for (int i = 0; i < _words; i++)
        {
            int start = 0;
            foreach (int count in (ReadOnlySpan<int>)[model.Upos.Length, model.Xpos.Length, model.Features.Length])
            {
                AddSoftmax(_scores.AsSpan((i * model.Tag.PaddedOutputs) + start, count), probabilities.Row(i).Slice(start, count));
                start += count;
            }
        }
    }

    /// <summary>Adds each word's distribution over relations to the given heads (from 1, 0 the root), [words, relations].</summary>
    public void AddRelations(ReadOnlySpan<int> heads, Matrix probabilities)
    {
        int size = model.LabelSize, offset = 2 * model.ArcSize;
        _activations.Resize(_words, size);
        Span<float> label = stackalloc float[size];
        for (int i = 0; i < _words; i++)
        {
            Hidden(i, offset, size).CopyTo(label);
            Elementwise.Add(label, heads[i] == 0 ? model.LabelRoot : Hidden(heads[i] - 1, offset + size, size));
            Elementwise.Add(label, model.LabelDirection.AsSpan(ArcScorer.DistanceBucket(i + 1, heads[i]) * size, size));
            Elementwise.Rectify(label);
            _activations.SetRow(i, label);
        }

        Multiply(_activations, model.Relation, ref _scores);
        for (int i = 0; i < _words; i++)
        {
            AddSoftmax(_scores.AsSpan(i * model.Relation.PaddedOutputs, model.Relations.Length), probabilities.Row(i));
        }
    }

    private static void Multiply(Int8Activations input, Int8Matrix weights, ref float[] result)
    {
        int length = Int8Gemm.ResultLength(input.Rows, weights);
        if (result.Length < length)
        {
            result = new float[length];
        }

        Int8Gemm.Multiply(input, weights, result, Int8Kernels.Best);
    }

    private static void AddSoftmax(Span<float> scores, Span<float> probabilities)
    {
        float highest = scores[Elementwise.IndexOfMaximum(scores)];
        float sum = 0f;
        foreach (ref float score in scores)
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        Elementwise.AddScaled(probabilities, scores, 1f / sum);
    }

    private Span<float> Hidden(int word, int offset, int count) => _hidden.AsSpan((word * model.Heads.PaddedOutputs) + offset, count);

    private void Quantize(int offset, int size)
    {
        _activations.Resize(_words, size);
        for (int i = 0; i < _words; i++)
        {
            _activations.SetRow(i, Hidden(i, offset, size));
        }
    }
}

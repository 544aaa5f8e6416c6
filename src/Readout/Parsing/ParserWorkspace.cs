using Readout.Learning;
using Readout.Models;
using Readout.Tagging;
using Readout.Tokenization;

namespace Readout.Parsing;

/// <summary>
/// Tags and parses one text at a time with storage that only grows. What it writes does not depend on earlier texts, on how
/// sentences fall into batches or on the kernel.
/// </summary>
internal sealed class ParserWorkspace
{
    private readonly ParserModel _model;
    private readonly EncoderWorkspace _encoder;
    private readonly ArcDecoder _arcs;
    private readonly Int8Activations _dependents = new();
    private readonly Int8Activations _tagHidden = new();
    private readonly Int8Activations _labelHidden = new();
    private readonly List<int> _windows = [];
    private readonly LemmaCache _lemmas;
    private int[] _starts = [];
    private int[] _heads = [];
    private float[] _hidden = [];
    private float[] _queries = [];
    private float[] _scores = [];
    private readonly float[] _label;

    public ParserWorkspace(ParserModel model, Int8Kernel kernel)
    {
        _model = model;
        _encoder = new EncoderWorkspace(model.Encoder, kernel);
        _arcs = new ArcDecoder(model, kernel);
        _lemmas = new LemmaCache(model.Lemmas);
        _label = new float[model.LabelSize];
    }

    /// <summary>Fills the columns, all of the table's length.</summary>
    public void Parse(TokenTable tokens, ParseColumns columns)
    {
        SentenceWindows.Find(tokens, _windows);
        int window = 0;
        while (window + 1 < _windows.Count)
        {
            int last = window + 1;
            while (last + 1 < _windows.Count && _windows[last + 1] - _windows[window] <= EncoderWorkspace.BatchRows)
            {
                last++;
            }

            ParseBatch(tokens, (window, last), columns);
            window = last;
        }

        if (columns.HasTrees)
        {
            JoinWindows(tokens, columns);
        }
    }

    private void ParseBatch(TokenTable tokens, (int First, int Last) windows, ParseColumns columns)
    {
        int start = _windows[windows.First], rows = _windows[windows.Last] - start, count = windows.Last - windows.First;
        Grow(ref _starts, count + 1);
        Grow(ref _heads, rows);
        for (int i = 0; i <= count; i++)
        {
            _starts[i] = _windows[windows.First + i] - start;
        }

        _encoder.Begin(rows);
        for (int row = 0; row < rows; row++)
        {
            _encoder.SetWord(row, tokens.Form(start + row));
        }

        _encoder.Encode(_starts.AsSpan(0, count + 1), []);
        columns.States?.CopyRows(_encoder.Activations, rows, start);
        if (!columns.HasTrees)
        {
            TagAlone(tokens, (start, rows), columns);
            return;
        }

        Grow(ref _hidden, Int8Gemm.ResultLength(rows, _model.Heads));
        Int8Gemm.Multiply(_encoder.Activations, _model.Heads, _hidden, _encoder.Kernel);
        RectifyHeads(rows);
        FindHeads(rows, count);
        Tag(tokens, (start, rows), columns);
        Label((start, rows), columns);
    }

    private void TagAlone(TokenTable tokens, (int Start, int Rows) batch, ParseColumns columns)
    {
        Grow(ref _hidden, Int8Gemm.ResultLength(batch.Rows, _model.TagHidden));
        Int8Gemm.Multiply(_encoder.Activations, _model.TagHidden, _hidden, _encoder.Kernel);
        _tagHidden.Resize(batch.Rows, _model.TagSize);
        for (int row = 0; row < batch.Rows; row++)
        {
            Span<float> hidden = _hidden.AsSpan(row * _model.TagHidden.PaddedOutputs, _model.TagSize);
            Elementwise.Rectify(hidden);
            _tagHidden.SetRow(row, hidden);
        }

        Tag(tokens, batch, columns);
        columns.Heads.AsSpan(batch.Start, batch.Rows).Fill(-1);
        columns.Relations.AsSpan(batch.Start, batch.Rows).Fill(DependencyRelation.Root);
    }

    /// <summary>Rectifies the arc and tag layers; quantizes dependents and tag layers for their second products.</summary>
    private void RectifyHeads(int rows)
    {
        int stride = _model.Heads.PaddedOutputs, arc = _model.ArcSize, tag = (2 * arc) + (2 * _model.LabelSize);
        _dependents.Resize(rows, arc);
        _tagHidden.Resize(rows, _model.TagSize);
        for (int row = 0; row < rows; row++)
        {
            Span<float> hidden = _hidden.AsSpan(row * stride, stride);
            Elementwise.Rectify(hidden[..(2 * arc)]);
            Elementwise.Rectify(hidden.Slice(tag, _model.TagSize));
            _dependents.SetRow(row, hidden[..arc]);
            _tagHidden.SetRow(row, hidden.Slice(tag, _model.TagSize));
        }
    }

    private void FindHeads(int rows, int count)
    {
        Grow(ref _queries, Int8Gemm.ResultLength(rows, _model.Biaffine));
        Int8Gemm.Multiply(_dependents, _model.Biaffine, _queries, _encoder.Kernel);
        for (int s = 0; s < count; s++)
        {
            (int start, int length) = (_starts[s], _starts[s + 1] - _starts[s]);
            ReadOnlySpan<float> queries = _queries.AsSpan(start * _model.Biaffine.PaddedOutputs, length * _model.Biaffine.PaddedOutputs);
            ReadOnlySpan<float> keys = _hidden.AsSpan(start * _model.Heads.PaddedOutputs, length * _model.Heads.PaddedOutputs);
            Span<int> heads = _heads.AsSpan(start, length);
            _arcs.Decode(queries, keys, heads);
            foreach (ref int head in heads)
            {
                head = head == 0 ? -1 : start + head - 1;
            }
        }
    }

    private void Tag(TokenTable tokens, (int Start, int Rows) batch, ParseColumns columns)
    {
        Grow(ref _scores, Int8Gemm.ResultLength(batch.Rows, _model.Tag));
        Int8Gemm.Multiply(_tagHidden, _model.Tag, _scores, _encoder.Kernel);
        int stride = _model.Tag.PaddedOutputs, uposCount = _model.Upos.Length, xposCount = _model.Xpos.Length;
        for (int row = 0; row < batch.Rows; row++)
        {
            ReadOnlySpan<float> scores = _scores.AsSpan(row * stride, stride);
            int upos = Elementwise.IndexOfMaximum(scores[..uposCount]);
            int xpos = Elementwise.IndexOfMaximum(scores.Slice(uposCount, xposCount));
            int at = batch.Start + row;
            columns.Upos[at] = _model.Upos[upos];
            columns.Xpos[at] = _model.Xpos[xpos];
            columns.Features[at] = _model.Features[Elementwise.IndexOfMaximum(scores.Slice(uposCount + xposCount, _model.Features.Length))];
            columns.Lemmas[at] = _lemmas.Get(tokens.Form(at), _encoder.WordKey(row), _model.TagKeys[(upos * xposCount) + xpos]);
        }
    }

    private void Label((int Start, int Rows) batch, ParseColumns columns)
    {
        int stride = _model.Heads.PaddedOutputs, size = _model.LabelSize, offset = 2 * _model.ArcSize;
        _labelHidden.Resize(batch.Rows, size);
        for (int row = 0; row < batch.Rows; row++)
        {
            int head = _heads[row];
            Span<float> label = _label;
            _hidden.AsSpan((row * stride) + offset, size).CopyTo(label);
            int bucket = head < 0 ? ArcScorer.DistanceBucket(1, 0) : ArcScorer.DistanceBucket(row + 1, head + 1);
            Elementwise.Add(label, head < 0 ? _model.LabelRoot : _hidden.AsSpan((head * stride) + offset + size, size));
            Elementwise.Add(label, _model.LabelDirection.AsSpan(bucket * size, size));
            Elementwise.Rectify(label);
            _labelHidden.SetRow(row, label);
        }

        Grow(ref _scores, Int8Gemm.ResultLength(batch.Rows, _model.Relation));
        Int8Gemm.Multiply(_labelHidden, _model.Relation, _scores, _encoder.Kernel);
        for (int row = 0; row < batch.Rows; row++)
        {
            int head = _heads[row];
            Span<float> scores = _scores.AsSpan(row * _model.Relation.PaddedOutputs, _model.Relations.Length);
            scores[_model.RootRelation] = float.NegativeInfinity;
            int relation = head < 0 ? _model.RootRelation : Elementwise.IndexOfMaximum(scores);
            columns.Heads[batch.Start + row] = head < 0 ? -1 : batch.Start + head;
            columns.Relations[batch.Start + row] = _model.Relations[relation];
        }
    }

    /// <summary>The roots of the later windows of an overlong sentence hang on the first one's.</summary>
    private static void JoinWindows(TokenTable tokens, ParseColumns columns)
    {
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            int start = tokens.SentenceStarts[s], end = tokens.SentenceStarts[s + 1];
            if (end - start <= SentenceWindows.Longest)
            {
                continue;
            }

            int root = -1;
            for (int row = start; row < end; row++)
            {
                if (columns.Heads[row] < 0 && root < 0)
                {
                    root = row;
                }
                else if (columns.Heads[row] < 0)
                {
                    (columns.Heads[row], columns.Relations[row]) = (root, DependencyRelation.Parataxis);
                }
            }
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 4)];
        }
    }
}

using Readout.Learning;
using Readout.Models;
using Readout.Tokenization;

namespace Readout.Tagging;

/// <summary>Tags one text at a time with storage that only grows. Not thread-safe.</summary>
internal sealed class TaggerWorkspace
{
    /// <summary>Longest window of a document in words; a longer document is cut at the ends of sentences.</summary>
    public const int WindowRows = 2048;

    private readonly TaggerModel _model;
    private readonly EncoderWorkspace _encoder;
    private readonly Int8Activations _hiddenActivations = new();
    private readonly ViterbiDecoder _viterbi = new();
    private readonly List<int> _windows = [];
    private int[] _starts = [];
    private float[] _hidden = [];
    private float[] _scores = [];

    public TaggerWorkspace(TaggerModel model, Int8Kernel kernel)
    {
        _model = model;
        _encoder = new EncoderWorkspace(model.Encoder, kernel);
    }

    /// <param name="tokens">The text.</param>
    /// <param name="extras">[rows, extra inputs].</param>
    /// <param name="labels">Per task [rows]; receives the labels.</param>
    public void Tag(TokenTable tokens, ReadOnlySpan<int> extras, int[][] labels)
    {
        FindWindows(tokens);
        int limit = _model.WholeDocuments ? 0 : EncoderWorkspace.BatchRows;
        for (int first = 0; first + 1 < _windows.Count;)
        {
            int last = first + 1;
            while (last + 1 < _windows.Count && _windows[last + 1] - _windows[first] <= limit)
            {
                last++;
            }

            TagBatch(tokens, (first, last), extras, labels);
            first = last;
        }
    }

    private void FindWindows(TokenTable tokens)
    {
        _windows.Clear();
        _windows.Add(0);
        int limit = _model.WholeDocuments ? WindowRows : 0;
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            int start = tokens.SentenceStarts[s], end = tokens.SentenceStarts[s + 1];
            if (end - _windows[^1] > limit && start > _windows[^1])
            {
                _windows.Add(start);
            }

            for (int at = _windows[^1] + WindowRows; at < end; at += WindowRows)
            {
                _windows.Add(at);
            }
        }

        if (tokens.Count > 0)
        {
            _windows.Add(tokens.Count);
        }
    }

    private void TagBatch(TokenTable tokens, (int First, int Last) windows, ReadOnlySpan<int> extras, int[][] labels)
    {
        int start = _windows[windows.First], rows = _windows[windows.Last] - start, count = windows.Last - windows.First;
        if (_starts.Length <= count)
        {
            _starts = new int[(count + 1) * 2];
        }

        for (int i = 0; i <= count; i++)
        {
            _starts[i] = _windows[windows.First + i] - start;
        }

        _encoder.Begin(rows);
        for (int row = 0; row < rows; row++)
        {
            _encoder.SetWord(row, tokens.Form(start + row));
        }

        int inputs = _model.Encoder.ExtraCount;
        _encoder.Encode(_starts.AsSpan(0, count + 1), extras.Slice(start * inputs, rows * inputs));
        Score(rows);
        for (int i = 0; i < count; i++)
        {
            Decode((start, _starts[i], _starts[i + 1]), labels);
        }
    }

    private void Score(int rows)
    {
        Grow(ref _hidden, Int8Gemm.ResultLength(rows, _model.Hidden));
        Int8Gemm.Multiply(_encoder.Activations, _model.Hidden, _hidden, _encoder.Kernel);
        _hiddenActivations.Resize(rows, _model.Hidden.Outputs);
        for (int row = 0; row < rows; row++)
        {
            Span<float> hidden = _hidden.AsSpan(row * _model.Hidden.PaddedOutputs, _model.Hidden.Outputs);
            Elementwise.Rectify(hidden);
            _hiddenActivations.SetRow(row, hidden);
        }

        Grow(ref _scores, Int8Gemm.ResultLength(rows, _model.Output));
        Int8Gemm.Multiply(_hiddenActivations, _model.Output, _scores, _encoder.Kernel);
    }

    private void Decode((int Batch, int Start, int End) window, int[][] labels)
    {
        int stride = _model.Output.PaddedOutputs, column = 0;
        for (int task = 0; task < labels.Length; task++)
        {
            ReadOnlySpan<float> scores = _scores.AsSpan((window.Start * stride) + column);
            Span<int> path = labels[task].AsSpan(window.Batch + window.Start, window.End - window.Start);
            _viterbi.Decode(scores, stride, _model.Transitions[task], path);
            column += _model.Schemes[task].Labels.Count;
        }
    }

    private static void Grow(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length + (length / 4)];
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using Readout.Models;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>
/// Runs the encoder of a <see cref="RoleModel"/> over one window at a time, with storage that only grows. The scores do not depend on earlier
/// windows. Not thread-safe.
/// </summary>
internal sealed class RoleEncoder(RoleModel model, Int8Kernel kernel)
{
    // Word forms whose summed row is kept, 2 MB at a width of 64: of a day's newswire one word in thirty is not among them.
    private const int CachedForms = 16384;

    private readonly TypeCache _forms = new(model.Width, CachedForms);
    private readonly float[] _row = new float[model.Width];
    private readonly Int8Activations _activations = new();
    private float[] _states = [];
    private float[] _products = [];
    private int[] _places = [];
    private int[] _slots = [];

    /// <summary>Scores of the last window, [rows, <see cref="Stride"/>]; see <see cref="RoleScores"/>.</summary>
    public ReadOnlySpan<float> Scores => _products;

    /// <summary>Floats of a row of <see cref="Scores"/>.</summary>
    public int Stride => model.Output.PaddedOutputs;

    /// <summary>Scores a window.</summary>
    /// <param name="parse">The text, parsed by the parser that the model was trained on, with its states.</param>
    /// <param name="quoted">Its quotations.</param>
    /// <param name="window">Rows of the text.</param>
    public void Encode(ParsedText parse, QuotedRows quoted, (int First, int End) window)
    {
        int rows = window.End - window.First, width = model.Width;
        int padded = (rows + Int8Gemm.TileRows - 1) / Int8Gemm.TileRows * Int8Gemm.TileRows;
        Grow(ref _states, padded * width);
        Grow(ref _products, padded * Math.Max(3 * width, Math.Max(model.Context.PaddedOutputs, model.Output.PaddedOutputs)));
        Grow(ref _places, rows);
        Grow(ref _slots, rows);
        RoleInputs.Join(parse.Tokens, quoted, window, _places);
        FindForms(parse.Tokens, window);
        ReadContext(parse.States!, window.First, rows);
        _activations.Resize(rows, width);
        for (int row = 0; row < rows; row++)
        {
            Span<float> state = _states.AsSpan(row * width, width);
            Sum(state, _forms.Entry(_slots[row]), model.Place(_places[row]), _products.AsSpan(row * model.Context.PaddedOutputs, width));
            _activations.SetRow(row, state);
        }

        foreach (Int8Matrix weights in model.Recurrent)
        {
            Int8Gemm.Multiply(_activations, weights, _products, kernel);
            SruKernel.Run(_states, _products, (width, weights.PaddedOutputs), (0, rows));
            Quantize(rows);
        }

        Int8Gemm.Multiply(_activations, model.Output, _products, kernel);
    }

    private static void Sum(Span<float> state, ReadOnlySpan<short> word, ReadOnlySpan<float> place, ReadOnlySpan<float> context)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(state);
        ReadOnlySpan<Vector<short>> words = MemoryMarshal.Cast<short, Vector<short>>(word)[..(sums.Length / 2)];
        ReadOnlySpan<Vector<float>> places = MemoryMarshal.Cast<float, Vector<float>>(place)[..sums.Length];
        ReadOnlySpan<Vector<float>> contexts = MemoryMarshal.Cast<float, Vector<float>>(context)[..sums.Length];
        var step = new Vector<float>(EncoderModel.EntryStep);
        for (int i = 0; i < words.Length; i++)
        {
            Vector.Widen(words[i], out Vector<int> low, out Vector<int> high);
            sums[2 * i] = ((Vector.ConvertToSingle(low) * step) + places[2 * i]) + contexts[2 * i];
            sums[(2 * i) + 1] = ((Vector.ConvertToSingle(high) * step) + places[(2 * i) + 1]) + contexts[(2 * i) + 1];
        }
    }

    // The products of the parser's states with the context matrix.
    private void ReadContext(Int8Activations states, int first, int rows)
    {
        if (rows == states.Rows)
        {
            Int8Gemm.Multiply(states, model.Context, _products, kernel);
            return;
        }

        _activations.Resize(rows, model.Context.Inputs);
        states.Data.AsSpan(first * states.Stride, rows * states.Stride).CopyTo(_activations.Data);
        states.Scales.AsSpan(first, rows).CopyTo(_activations.Scales);
        Int8Gemm.Multiply(_activations, model.Context, _products, kernel);
    }

    // In a pass of its own: the rows, which lie far apart, are then read side by side.
    private void FindForms(TokenTable tokens, (int First, int End) window)
    {
        _forms.BeginBatch();
        for (int row = window.First; row < window.End; row++)
        {
            ReadOnlySpan<char> form = tokens.Form(row);
            int slot = _forms.Find(TypeCache.KeyOf(form), out bool found);
            _slots[row - window.First] = slot;
            if (found)
            {
                _forms.Prefetch(slot);
                continue;
            }

            model.Embed(form, _row);
            EncoderModel.Round(_row, _forms.Entry(slot));
        }
    }

    private void Quantize(int rows)
    {
        int width = model.Width;
        for (int row = 0; row < rows; row++)
        {
            _activations.SetRow(row, _states.AsSpan(row * width, width));
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
